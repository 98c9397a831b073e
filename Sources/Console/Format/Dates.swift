import Core
import Text

/// Dates as people say them, by integer arithmetic: a formatter would cost more than the whole first frame.
package enum Dates {
    /// The day on local clocks.
    package static func day(of instant: Instant, zoneOffset: Int) -> CivilDate {
        let local = instant.seconds &+ Int64(zoneOffset)
        return CivilDate(daysSince1970: Int(local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)))
    }

    /// The day at whose end something is due. A deadline is a day's last second on the clocks of that day, and those may be
    /// an hour off today's; two hours earlier it is the same day on both.
    package static func dueDay(of instant: Instant, zoneOffset: Int) -> CivilDate {
        day(of: instant.advanced(bySeconds: -7200), zoneOffset: zoneOffset)
    }

    /// `2 d late`, `today`, `in 1 d`; from a hundred days on in weeks. At most 9 columns up to 999 weeks.
    package static func due(_ due: Instant, now: Instant, zoneOffset: Int) -> SafeText {
        let days =
            dueDay(of: due, zoneOffset: zoneOffset).daysSince1970
            - day(of: now, zoneOffset: zoneOffset).daysSince1970
        if due < now { return days < 0 ? "\(span(-days)) late" : "late" }
        return days <= 0 ? "today" : "in \(span(days))"
    }

    /// The same in five columns or fewer, for narrow screens: `-2d`, `0d`, `14d`.
    package static func shortDue(_ due: Instant, now: Instant, zoneOffset: Int) -> SafeText {
        let days =
            dueDay(of: due, zoneOffset: zoneOffset).daysSince1970
            - day(of: now, zoneOffset: zoneOffset).daysSince1970
        if due < now, days >= 0 { return "late" }
        return abs(days) < 1000 ? "\(days)d" : (days < 0 ? "-999d" : "999d")
    }

    private static func span(_ days: Int) -> SafeText { days < 100 ? "\(days) d" : "\(min(999, days / 7)) w" }

    /// `1 Oct`, with the year where it is not this one.
    package static func short(_ date: CivilDate, today: CivilDate) -> SafeText {
        let (year, month, day) = date.parts
        let text: SafeText = "\(day) \(months[month - 1])"
        return year == today.parts.year ? text : text + " \(year)"
    }

    /// `Tue 13 Oct`, with the year where it is not this one.
    package static func long(_ date: CivilDate, today: CivilDate) -> SafeText {
        "\(weekdays[date.weekday]) \(short(date, today: today))"
    }

    /// Time left: `29 m`, `1 h 5 m`; `0 m` when it is over.
    package static func minutes(from now: Instant, to end: Instant) -> SafeText {
        let minutes = max(0, (end.seconds - now.seconds) / 60)
        return minutes < 60 ? "\(minutes) m" : "\(minutes / 60) h \(minutes % 60) m"
    }

    private static let months: [SafeText] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let weekdays: [SafeText] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
