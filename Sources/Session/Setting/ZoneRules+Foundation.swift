import Core
import Foundation
import Intake

extension ZoneRules {
    /// The rules of an IANA zone from 2000 to 2060; nil where there is no such zone. Loads the calendar: tens of
    /// milliseconds, so only `init`, a new policy and `doctor` come here.
    package init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        let end = Date(timeIntervalSince1970: 2_840_140_800)
        var moment = Date(timeIntervalSince1970: 946_684_800)
        self.init(before: zone.secondsFromGMT(for: moment))
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
            starts.append(Int64(next.timeIntervalSince1970))
            offsets.append(zone.secondsFromGMT(for: next))
            moment = next
        }
    }
}

extension IntakeLimits {
    /// The usual limits; a policy's zone must be one that has rules here.
    static var knowingZones: IntakeLimits {
        var limits = IntakeLimits()
        limits.isKnownTimeZone = { ZoneRules(identifier: $0) != nil }
        return limits
    }
}
