import Foundation

/// As much of JSON Schema 2020-12 as docs/formats/submission.schema.json uses; a keyword it does not know is an error, so the
/// schema can't come to say something that no test looks at.
struct SchemaCheck {
    struct UnknownKeyword: Error { var name: String }

    private let root: [String: Any]

    init(_ data: Data) throws {
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    func problems(_ text: String) throws -> [String] {
        try problems(JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]), root, at: "")
    }

    private func problems(_ value: Any, _ schema: [String: Any], at place: String) throws -> [String] {
        var found: [String] = []
        func check(_ isFine: Bool, _ keyword: String) { if !isFine { found.append("\(place): \(keyword)") } }
        for (keyword, rule) in schema {
            switch keyword {
            case "$schema", "$id", "$defs", "title", "description", "format": break
            case "$ref": found += try problems(value, definition(rule), at: place)
            case "type":
                let names = rule as? [String] ?? [rule as? String ?? ""]
                check(names.contains { isOf(value, $0) }, keyword)
            case "const": check(value as? String == rule as? String, keyword)
            case "enum": check((rule as? [String] ?? []).contains(value as? String ?? "\u{0}"), keyword)
            case "pattern":
                guard let text = value as? String, let pattern = rule as? String else { break }
                check(text.range(of: pattern, options: .regularExpression) != nil, keyword)
            case "minLength": check((value as? String)?.unicodeScalars.count ?? .max >= rule as? Int ?? 0, keyword)
            case "minimum":
                guard isOf(value, "number") else { break }
                check((value as? Double ?? 0) >= (rule as? Double ?? 0), keyword)
            case "required":
                guard let object = value as? [String: Any] else { break }
                check((rule as? [String] ?? []).allSatisfy { object[$0] != nil }, keyword)
            case "properties":
                guard let object = value as? [String: Any], let rules = rule as? [String: [String: Any]] else { break }
                for (key, rule) in rules {
                    if let inner = object[key] { found += try problems(inner, rule, at: place + "." + key) }
                }
            case "items":
                guard let list = value as? [Any], let rule = rule as? [String: Any] else { break }
                for (index, inner) in list.enumerated() { found += try problems(inner, rule, at: "\(place)[\(index)]") }
            case "oneOf":
                let fits = try (rule as? [[String: Any]] ?? []).count { try problems(value, $0, at: place).isEmpty }
                check(fits == 1, keyword)
            case "not":
                // A pattern says nothing of what is no text.
                check(
                    try !problems(value, rule as? [String: Any] ?? [:], at: place).isEmpty || !(value is String),
                    keyword)
            default: throw UnknownKeyword(name: keyword)
            }
        }
        return found
    }

    private func definition(_ reference: Any) throws -> [String: Any] {
        let name = (reference as? String)?.split(separator: "/").last.map(String.init) ?? ""
        guard let found = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
            throw UnknownKeyword(name: "$ref \(name)")
        }
        return found
    }

    private func isOf(_ value: Any, _ type: String) -> Bool {
        let number = value as? NSNumber
        let isTruth = number.map { CFBooleanLike.isBoolean($0) } ?? false
        return switch type {
        case "null": value is NSNull
        case "boolean": isTruth
        case "number": number != nil && !isTruth
        case "integer": number.map { !isTruth && Int(exactly: $0.doubleValue) != nil } ?? false
        case "string": value is String
        case "array": value is [Any]
        default: value is [String: Any]
        }
    }
}

private enum CFBooleanLike {
    /// Foundation gives JSON's truths and numbers the same class; only its C type tells them apart.
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
