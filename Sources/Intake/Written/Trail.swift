/// The way from an item's top to a value in it. Its text is made only when somebody has to read it.
indirect enum Trail {
    case top
    case key(Trail, String)
    case index(Trail, Int)

    /// `evidence[1].file`; empty at the top.
    var text: String {
        switch self {
        case .top: ""
        case .key(.top, let key): key
        case .key(let parent, let key): parent.text + "." + key
        case .index(let parent, let index): parent.text + "[" + String(index) + "]"
        }
    }
}
