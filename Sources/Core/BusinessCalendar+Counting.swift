extension BusinessCalendar {
    /// How many business days lie after `first`, up to `last` and `last` itself; 0 where `last` is not later.
    package func businessDays(after first: CivilDate, through last: CivilDate) -> Int {
        guard last > first else { return 0 }
        let days = last.daysSince1970 - first.daysSince1970
        // Whole weeks hold five working days wherever they begin; what is left is less than a week.
        var count = days / 7 * 5
        for offset in 0..<days % 7 where last.advanced(byDays: -offset).weekday < 5 { count += 1 }
        return count - holidays.count { $0 > first && $0 <= last && $0.weekday < 5 }
    }

    /// The `count`-th business day before `day`; `day` itself where `count` is 0. Stops at `earliest`.
    package func day(_ count: Int, businessDaysBefore day: CivilDate, notBefore earliest: CivilDate) -> CivilDate {
        var current = day
        var left = count
        while left > 0, current > earliest {
            current = current.advanced(byDays: -1)
            if isBusinessDay(current) { left -= 1 }
        }
        return current
    }
}
