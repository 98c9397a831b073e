import Core
import Text

extension Forecast {
    /// One sentence: `At 31 a day the queue is clear on Tue 8 Dec; 6 more will be late.`
    package var sentence: SafeText {
        if open == 0 { return "Nothing is open." }
        let late: SafeText =
            willBreach == 0 ? "none more will be late." : "\(Numbers.grouped(willBreach)) more will be late."
        if decided == 0, clearedOn == nil {
            return "Nothing was decided in the \(Forecast.window) business days before today; as it goes, \(late)"
        }
        guard let clearedOn else { return "At \(perDay) a day the queue is never clear; \(late)" }
        let day: SafeText = clearedOn == today ? "today" : "on \(Dates.long(clearedOn, today: today))"
        return "At \(perDay) a day the queue is clear \(day); \(late)"
    }

    /// The sentence, or what of it matters most, in the room there is.
    package func sentence(in width: Int) -> SafeText {
        let late: SafeText = "\(Numbers.grouped(willBreach)) more late"
        let clear: SafeText =
            clearedOn.map { $0 == today ? "clear today" : "clear on \(Dates.short($0, today: today))" } ?? "never clear"
        let forms: [SafeText] = [sentence, "At \(perDay) a day: \(clear); \(late).", "\(clear); \(late)", late]
        return (open == 0 ? [sentence] : forms).first { $0.width <= width } ?? late.shortened(to: width)
    }

    /// `31`, `3.5`: the window has ten days, so that one place is exact.
    package var perDay: SafeText {
        let tenths = decided % Forecast.window
        let whole = Numbers.grouped(decided / Forecast.window)
        return tenths == 0 ? whole : whole + ".\(tenths)"
    }

    /// How the sentence came about, line by line.
    package var arithmetic: [SafeText] {
        let first = Dates.long(from, today: today)
        let last = Dates.long(through, today: today)
        var lines: [SafeText] = [
            "\(Numbers.counted(decided, "decision", "decisions")) from \(first) to \(last), \(Forecast.window) business days",
            "\(Numbers.grouped(decided)) / \(Forecast.window) = \(perDay) a business day",
            "\(Numbers.grouped(decidedToday)) decided today; today has room for what is left of that",
            "\(Numbers.grouped(open)) open, \(Numbers.grouped(lateNow)) of them late already",
        ]
        if let clearedOn, open > 0, decided > 0 {
            let tenths = (open * 100 + decided / 2) / decided
            let days = Numbers.grouped(tenths / 10) + ".\(tenths % 10)"
            lines.append(
                "\(Numbers.grouped(open)) / \(perDay) = \(days) business days from today: clear on \(Dates.long(clearedOn, today: today))"
            )
        }
        lines.append("Worked off in the order of deadlines; what comes in meanwhile is not counted.")
        return lines
    }
}
