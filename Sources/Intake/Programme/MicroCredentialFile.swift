import Core

/// Reads a micro-credential out of its YAML (contract, section 2).
enum MicroCredentialFile {
    static let format = "assay/micro-credential@1"

    private static let keys = [
        "format", "id", "version", "status", "name", "issuer", "authors", "competency", "keyMethod", "components",
        "research", "credit", "overview", "evidenceRequired", "reflectionPrompt", "rubric",
    ]

    static func read(_ written: Written, notes: Notes) -> MicroCredential? {
        guard let record = Record(written, .top, keys: keys, notes: notes) else { return nil }
        record.format(format)
        let id = record.id("id", .microCredential)
        let version = record.whole("version", 1...Record.large)
        let status = record.choice("status", MicroCredential.Status.self)
        let prompt = record.optionalText("reflectionPrompt").flatMap { $0.isBlank ? nil : $0 }
        let overview = overview(record)
        let value = MicroCredential(
            id: id, version: version, status: status ?? .draft, name: record.text("name", blank: false),
            issuer: issuer(record), authors: record.texts("authors"),
            competency: record.optionalText("competency") ?? "", keyMethod: record.optionalText("keyMethod") ?? "",
            components: record.texts("components"), research: research(record), credit: credit(record),
            overview: overview, evidenceRequired: evidenceRequired(record), reflectionPrompt: prompt,
            rubric: RubricReader(hasOverview: !overview.isEmpty, hasReflection: prompt != nil).read(record))
        return notes.problems.isEmpty ? value : nil
    }

    private static func issuer(_ record: Record) -> MicroCredential.Issuer {
        guard let issuer = record.record("issuer", keys: ["name", "url"]) else {
            if record["issuer"] == nil { record.problem("issuer", expected: "an object") }
            return .init(name: "", url: "")
        }
        let url = issuer.text("url")
        if issuer["url"]?.string != nil, !isWebAddress(url) {
            issuer.problem("url", expected: "an address that begins with http:// or https://")
        }
        return .init(name: issuer.text("name", blank: false), url: url)
    }

    private static func research(_ record: Record) -> [MicroCredential.Research] {
        record.records("research", keys: ["title", "url"]).map {
            .init(title: $0.text("title"), url: $0.optionalText("url"))
        }
    }

    private static func credit(_ record: Record) -> [MicroCredential.Credit] {
        record.records("credit", keys: ["amount", "unit", "authority"]).map {
            .init(
                amount: $0.number("amount", 0...Double(Record.large)), unit: $0.text("unit"),
                authority: $0.text("authority"))
        }
    }

    private static func overview(_ record: Record) -> [MicroCredential.Prompt] {
        let records = record.records("overview", keys: ["id", "prompt", "words"])
        let prompts = records.map { record in
            MicroCredential.Prompt(
                id: record.id("id", .microCredential), prompt: record.text("prompt", blank: false), words: words(record)
            )
        }
        record.unique("overview", records, by: "id", prompts.map(\.id))
        return prompts
    }

    private static func words(_ record: Record) -> MicroCredential.Prompt.Words? {
        guard let words = record.record("words", keys: ["min", "max"]) else { return nil }
        let least = words.optionalWhole("min", 0...Record.large)
        let most = words.optionalWhole("max", 1...Record.large)
        if let least, let most, least > most { words.problem("max", expected: "at least min, \(least)") }
        return .init(min: least, max: most)
    }

    private static func evidenceRequired(_ record: Record) -> [MicroCredential.EvidenceRequirement] {
        let records = record.records("evidenceRequired", keys: ["id", "title"])
        let required = records.map {
            MicroCredential.EvidenceRequirement(
                id: $0.id("id", .microCredential), title: $0.text("title", blank: false))
        }
        record.unique("evidenceRequired", records, by: "id", required.map(\.id))
        return required
    }
}
