import Foundation

/// A JSON value as a test looks at it. What is not there is `.missing`, which is not `.null`.
package enum Tree: Equatable, Sendable {
    case missing, null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    /// - Throws: where `bytes` is anything but one JSON value.
    package init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Tree.self, from: Data(bytes)) }

    package subscript(key: String) -> Tree {
        get { if case .object(let pairs) = self { pairs[key] ?? .missing } else { .missing } }
        set {
            guard case .object(var pairs) = self else { return }
            pairs[key] = newValue == .missing ? nil : newValue
            self = .object(pairs)
        }
    }

    package subscript(index: Int) -> Tree { list.indices.contains(index) ? list[index] : .missing }

    package var keys: Set<String> { if case .object(let pairs) = self { Set(pairs.keys) } else { [] } }
    package var list: [Tree] { if case .array(let values) = self { values } else { [] } }
    package var text: String? { if case .string(let text) = self { text } else { nil } }
    package var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
    package var isList: Bool { if case .array = self { true } else { false } }
    package var isBool: Bool { if case .bool = self { true } else { false } }

    /// RFC 3339 in UTC: `2026-10-01T14:03:00Z`.
    package var isTime: Bool {
        guard let text, text.hasSuffix("Z"), text.utf8.count >= 20 else { return false }
        return ISO8601DateFormatter().date(from: text) != nil
    }

    /// One line, as a `.jsonl` file has it.
    package var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

extension Tree: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([Tree].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: Tree].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .missing, .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            if let whole = Int(exactly: value) { try container.encode(whole) } else { try container.encode(value) }
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let pairs): try container.encode(pairs)
        }
    }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: Tree...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, Tree)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
    package init(nilLiteral: ()) { self = .null }
}
