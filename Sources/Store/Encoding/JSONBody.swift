import Foundation

/// Values kept whole as JSON, keys sorted: equal values make equal text.
enum JSONBody {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Parameter name: what it is, for the sentence where it can't be read.
    static func value<T: Decodable>(
        _ type: T.Type, _ text: String, _ name: @autoclosure () -> String = "a stored \(T.self)"
    ) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw DatabaseFault(kind: .damaged, message: "\(name()) can't be read")
        }
    }

    /// What is stored, laid over `defaults`: a body that was written before a key was thought of has its default.
    static func value<T: Codable>(
        _ text: String, over defaults: T, _ name: @autoclosure () -> String = "a stored \(T.self)"
    ) throws -> T {
        let base = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(defaults))
        guard let stored = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
            throw DatabaseFault(kind: .damaged, message: "\(name()) can't be read")
        }
        let whole = try JSONSerialization.data(withJSONObject: laid(stored, over: base))
        return try value(T.self, String(decoding: whole, as: UTF8.self), name())
    }

    private static func laid(_ top: Any, over base: Any) -> Any {
        guard let top = top as? [String: Any], let base = base as? [String: Any] else { return top }
        return base.merging(top) { below, above in laid(above, over: below) }
    }
}
