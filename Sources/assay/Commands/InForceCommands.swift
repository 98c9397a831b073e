import ArgumentParser
import Core
import Intake
import Session
import Text

struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "List the people of the store and their roles.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions

    func run() throws {
        let desk = try Desk(front)
        let people = try desk.store.people(as: desk.caller)
        if output.json {
            Printer.json(.object([("people", .array(people.map(\.json)))]))
            return
        }
        let names: [SafeText] = ["id", "name", "roles", "districts"]
        let rows = people.map { person in
            [
                SafeText(untrusted: person.id), SafeText(untrusted: person.name),
                SafeText(untrusted: person.roles.members.map(\.rawValue).sorted().joined(separator: ",")),
                SafeText(untrusted: person.districts.joined(separator: ",")),
            ]
        }
        if output.tsv {
            for fields in [names] + rows { Printer.tsv(fields) }
        } else {
            Table(columns: names.map { Table.Column(title: $0) }, rows: rows).print()
        }
    }
}

extension Person {
    var json: JSON {
        .object([
            ("id", .string(id)), ("name", .string(name)),
            ("roles", .array(roles.members.map { .string($0.rawValue) })),
            ("districts", .array(districts.map(JSON.string))), ("conflicts", .array(conflicts.map(JSON.string))),
            ("keys", .array(keys.map(JSON.string))),
        ])
    }
}

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Print the policy in force, as a file that can be imported.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption

    func run() throws {
        let desk = try Desk(front)
        try desk.caller.require(.seePolicy)
        let policy = try desk.store.policy()
        if output.json {
            Printer.json(policy.json)
        } else {
            for line in SafeText.lines(untrusted: PolicyFile.render(policy)) { Printer.line(line) }
        }
    }
}

extension Policy {
    var json: JSON {
        .object([
            ("format", .string("assay/policy@1")),
            (
                "scoring",
                .object([
                    ("assessors", .int(scoring.assessors)), ("blind", .bool(scoring.blind)),
                    ("sealed", .bool(scoring.sealed)),
                ])
            ),
            (
                "secondRead",
                .object([
                    ("nearPass", .bool(secondRead.nearPass)), ("firstOfNew", .int(secondRead.firstOfNew)),
                    ("sampleRate", .double(secondRead.sampleRate)), ("newAssessor", .int(secondRead.newAssessor)),
                ])
            ),
            ("claim", .object([("leaseMinutes", .int(claim.leaseMinutes))])),
            (
                "deadline",
                .object([
                    ("businessDays", .int(deadline.businessDays)), ("timezone", .string(deadline.timezone)),
                    ("holidays", .array(deadline.holidays.map { .string($0.text) })),
                ])
            ),
            (
                "resubmission",
                .object([
                    ("maxAttempts", .int(resubmission.maxAttempts)), ("blindToPrior", .bool(resubmission.blindToPrior)),
                ])
            ),
            (
                "calibration",
                .object([
                    ("agreement", .double(calibration.agreement)), ("required", .bool(calibration.required)),
                ])
            ),
            ("approval", .object([("notByAssessor", .bool(approval.notByAssessor))])),
        ])
    }
}

struct MicroCredentialsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "micro-credentials", abstract: "List the micro-credentials, every version.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions

    func run() throws {
        let desk = try Desk(front)
        let all = try desk.store.microCredentials(as: desk.caller)
        if output.json {
            Printer.json(.object([("microCredentials", .array(all.map(\.json)))]))
            return
        }
        let names: [SafeText] = ["id", "version", "status", "criteria", "name"]
        let rows: [[SafeText]] = all.map { item in
            [
                SafeText(untrusted: item.id), "\(item.version)", SafeText(untrusted: item.status.rawValue),
                "\(item.rubric.criteria.count)", SafeText(untrusted: item.name),
            ]
        }
        if output.tsv {
            for fields in [names] + rows { Printer.tsv(fields) }
        } else {
            let numbers: Set<Int> = [1, 3]
            let columns = names.enumerated().map { Table.Column(title: $1, isNumber: numbers.contains($0)) }
            Table(columns: columns, rows: rows).print()
        }
    }
}

extension MicroCredential {
    var json: JSON {
        .object([
            ("id", .string(id)), ("version", .int(version)), ("status", .string(status.rawValue)),
            ("name", .string(name)),
            ("issuer", .object([("name", .string(issuer.name)), ("url", .string(issuer.url))])),
            ("authors", .array(authors.map(JSON.string))), ("competency", .string(competency)),
            ("keyMethod", .string(keyMethod)), ("components", .array(components.map(JSON.string))),
            ("research", .array(research.map { .object([("title", .string($0.title)), ("url", .optional($0.url))]) })),
            (
                "credit",
                .array(
                    credit.map {
                        .object([
                            ("amount", .double($0.amount)), ("unit", .string($0.unit)),
                            ("authority", .string($0.authority)),
                        ])
                    })
            ),
            (
                "overview",
                .array(
                    overview.map { prompt in
                        .object([
                            ("id", .string(prompt.id)), ("prompt", .string(prompt.prompt)),
                            (
                                "words",
                                prompt.words.map { words in
                                    .object([
                                        ("min", words.min.map(JSON.int) ?? .null),
                                        ("max", words.max.map(JSON.int) ?? .null),
                                    ])
                                } ?? .null
                            ),
                        ])
                    })
            ),
            (
                "evidenceRequired",
                .array(evidenceRequired.map { .object([("id", .string($0.id)), ("title", .string($0.title))]) })
            ),
            ("reflectionPrompt", .optional(reflectionPrompt)), ("rubric", rubric.json),
        ])
    }
}
