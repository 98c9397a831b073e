import Core
import Text

/// The honest card of what can't be shown here: what it is, how large, and by which hash the store holds it.
enum Card {
    static let cannotBeShown: SafeText =
        "This kind cannot be shown in the terminal yet. The file is kept as it was handed in."

    static func document(
        _ material: Material, kind: SafeText, facts: [Block.Field] = [], note: SafeText = cannotBeShown
    ) -> Document {
        let item = material.item
        var fields = [title(item), Block.Field(label: "Kind", value: kind)]
        fields.append(Block.Field(label: "Size", value: ByteCount.text(material.total)))
        fields += facts
        if case .content(let sha256, _) = item.body {
            fields.append(Block.Field(label: "SHA-256", value: SafeText(untrusted: sha256)))
        }
        if let name = item.fileName {
            fields.append(Block.Field(label: "File name as given", value: SafeText(untrusted: name)))
        }
        return document(fields: fields, notes: [note])
    }

    static func title(_ item: EvidenceItem) -> Block.Field {
        Block.Field(label: "Title", value: SafeText(untrusted: item.title))
    }

    static func document(fields: [Block.Field], notes: [SafeText]) -> Document {
        let card = Block(kind: .card(fields), lines: 1...1)
        let text = notes.map { Block(kind: .paragraph, spans: [Span($0, marks: .aside, line: 1)], lines: 1...1) }
        return Document(blocks: [card] + text, sourceLines: 1)
    }
}
