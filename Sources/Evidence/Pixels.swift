import Core
import Text

/// The size of a picture, as its header says.
enum Pixels {
    static func facts(_ size: @escaping @Sendable (ContentHead) -> (Int, Int)?)
        -> @Sendable (ContentHead) -> [Block.Field]
    {
        { head in
            guard let (width, height) = size(head), width > 0, height > 0 else { return [] }
            return [Block.Field(label: "Pixels", value: "\(width) x \(height)")]
        }
    }
}
