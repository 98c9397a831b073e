import Yams

/// Reads YAML 1.1 into the tree of `Written`, bounded in size, depth and what aliases may grow to.
enum YAMLText {
    static let deepest = 64
    /// Values in one file, aliases written out.
    static let most = 200_000

    static func read(_ bytes: [UInt8]) throws(SyntaxFault) -> Written {
        // A byte order mark, as Windows' editors write it, is no part of the text.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SyntaxFault(line: lineOfFirstBadByte(bytes), reason: "not UTF-8")
        }
        try AliasBudget.check(bytes)
        let node: Node?
        do {
            // The basic resolver guesses no types: `None`, `1.10` and `no` stay the text they are.
            node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw SyntaxFault(error)
        } catch {
            throw SyntaxFault(reason: "not YAML")
        }
        guard let node else { return Written(value: .nothing, line: 1) }
        var count = 0
        return try written(node, depth: 0, count: &count)
    }

    private static func written(_ node: Node, depth: Int, count: inout Int) throws(SyntaxFault) -> Written {
        let line = node.mark?.line ?? 1
        count += 1
        if count > most { throw SyntaxFault(line: line, reason: "holds more than \(most) values") }
        if depth > deepest { throw SyntaxFault(line: line, reason: "nested deeper than \(deepest)") }
        switch node {
        case .scalar(let scalar): return Written(value: value(scalar), line: line)
        case .sequence(let sequence):
            var values: [Written] = []
            for node in sequence { values.append(try written(node, depth: depth + 1, count: &count)) }
            return Written(value: .list(values), line: line)
        case .mapping(let mapping):
            var fields: [Written.Field] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw SyntaxFault(line: key.mark?.line ?? line, reason: "found a key that is not text")
                }
                let value = try written(value, depth: depth + 1, count: &count)
                fields.append(Written.Field(key: name.string, line: name.mark?.line ?? line, value: value))
            }
            return Written(value: .record(fields), line: line)
        case .alias: return Written(value: .nothing, line: line)
        }
    }

    private static func value(_ scalar: Node.Scalar) -> Written.Value {
        guard scalar.style == .plain else { return .text(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .nothing
        default: return .plain(scalar.string)
        }
    }

    private static func lineOfFirstBadByte(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}

extension SyntaxFault {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let scene = context.map { $0.text + ": " } ?? ""
            self.init(line: mark.line, reason: "not YAML: " + scene + problem + " at column \(mark.column)")
        case .reader(let problem, let offset, _, let yaml):
            let before = offset.map { yaml.prefix($0).utf8.count { $0 == 0x0A } + 1 }
            self.init(line: before, reason: "not YAML: " + problem)
        case .duplicatedKeysInMapping(let names, let context):
            let keys = names.prefix(10).map(quoted).joined(separator: ", ")
            self.init(
                line: context.mark.line, reason: "found the key \(keys) more than once in one object, expected it once")
        default: self.init(reason: "not YAML")
        }
    }
}
