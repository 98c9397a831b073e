/// Which days count towards a deadline. Local dates only: the zone is applied by whoever makes the dates.
package struct BusinessCalendar: Equatable, Sendable {
    /// In order, each once. No set: the first use of one of a type of our own is slow, and a year has few of them.
    package let holidays: [CivilDate]

    package init(holidays: some Sequence<CivilDate> = [CivilDate]()) {
        var days: [CivilDate] = []
        for day in holidays.sorted() where days.last != day { days.append(day) }
        self.holidays = days
    }

    /// Monday to Friday, and no holiday.
    package func isBusinessDay(_ day: CivilDate) -> Bool { day.weekday < 5 && !holidays.contains(day) }

    /// The `count`-th business day after `day`; counting starts the next business day. `day` itself where `count` is 0.
    package func day(_ count: Int, businessDaysAfter day: CivilDate) -> CivilDate {
        var current = day
        var left = count
        let lastHoliday = holidays.last ?? day
        while left > 0 {
            if current >= lastHoliday, left > 5 {
                // Nothing but weeks from here on: no count that a policy may ask for makes this slow.
                let weeks = (left - 1) / 5
                current = current.advanced(byDays: 7 * weeks)
                left -= 5 * weeks
            }
            current = current.advanced(byDays: 1)
            if isBusinessDay(current) { left -= 1 }
        }
        return current
    }
}

/// Seconds east of UTC that a zone's clocks show at a moment.
package typealias ZoneOffset = @Sendable (Instant) -> Int

extension Policy.Deadline {
    /// When a submission handed in at `submitted` is due: the last second, on local clocks, of the last business day.
    package func due(submitted: Instant, offset: ZoneOffset) -> Instant {
        let local = submitted.advanced(bySeconds: Int64(offset(submitted)))
        let date = local.utcDate
        let last = BusinessCalendar(holidays: holidays).day(businessDays, businessDaysAfter: date)
        let midnight = Instant(seconds: Int64(last.daysSince1970 + 1) * 86_400)
        // The offset asked for is that of the evening in question: no zone changes its clocks in a day's last second.
        let guess = midnight.advanced(bySeconds: -Int64(offset(midnight)))
        let exact = midnight.advanced(bySeconds: -Int64(offset(guess.advanced(bySeconds: -1))))
        return exact.advanced(bySeconds: -1)
    }
}
