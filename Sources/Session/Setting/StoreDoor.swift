import Core
import Glibc
import Intake
import Store

/// Opens and makes stores for whoever stands at the front door.
package enum StoreDoor {
    package static func open(_ setting: Setting) throws -> ReviewStore {
        try ReviewStore.open(at: StoreLocation(parsing: setting.store), zone: zoneRules)
    }

    /// Makes a store whose first person is the caller, as admin.
    package static func create(_ setting: Setting, policyFile: String?, programme: String, now: Instant = Clock.now)
        throws
    {
        let policy = try policyFile.map(readPolicy) ?? Policy()
        guard Person.isIdentifier(setting.person) else {
            throw Refusal.rule(
                "\"\(setting.person)\" can't be a person's id (1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\"); name another with --as."
            )
        }
        if let fault = StoreLocation(parsing: setting.store).fault { throw Refusal.rule(fault) }
        makeFolder(of: setting.store)
        let maker = Person(id: setting.person, name: setting.person, roles: [.admin])
        _ = try ReviewStore.create(
            at: StoreLocation(parsing: setting.store), policy: policy, maker: maker, programme: programme, now: now,
            zone: zoneRules)
    }

    /// On a fresh account not even `~/.local/share` is there. What can't be made, the store names when it fails.
    private static func makeFolder(of store: String) {
        guard case .path(let path) = StoreLocation(parsing: store).place else { return }
        for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o700)
        }
    }

    /// Rules of a policy's zone. Intake has checked the name's shape; an unknown one is refused here.
    @Sendable package static func zoneRules(_ identifier: String) throws -> ZoneRules {
        guard let rules = ZoneRules(identifier: identifier) else {
            throw Refusal.rule(
                "The policy's time zone \(identifier) is not known; expected an IANA name such as America/New_York.")
        }
        return rules
    }
}

extension StoreDoor {
    /// - Throws: `Refusal.rule` with every fault of the file.
    private static func readPolicy(_ path: String) throws -> Policy {
        let reader = IntakeReader(paths: [path], limits: .knowingZones)
        while let item = reader.next() {
            switch item.content {
            case .policy(let policy): return policy
            case .fault(let fault): throw Refusal.rule(fault.sentence)
            default: continue
            }
        }
        throw Refusal.rule("\(path): found no policy, expected one file with the format assay/policy@1.")
    }
}
