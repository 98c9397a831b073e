extension BusinessCalendar {
    /// Business days after `first` up to and with `last`; 0 where `last` is no later. By arithmetic over whole weeks.
    package func businessDays(after first: CivilDate, through last: CivilDate) -> Int {
        guard last > first else { return 0 }
        let off = holidays.count { $0 > first && $0 <= last && $0.weekday < 5 }
        return weekdays(through: last) - weekdays(through: first) - off
    }

    /// Mondays to Fridays from a Monday long ago to `day`.
    private func weekdays(through day: CivilDate) -> Int {
        let days = day.daysSince1970 - day.weekday
        return days / 7 * 5 + (days % 7 < 0 ? -5 : 0) + min(day.weekday + 1, 5)
    }
}
