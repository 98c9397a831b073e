import ArgumentParser

/// What stands before every command: which store, who asks, how it looks.
struct FrontOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store: a path (default $ASSAY_STORE, else $XDG_DATA_HOME/assay/assay.db) or postgres://...",
            valueName: "store"))
    var store: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("Who asks (default: the Unix user).", valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp("A theme's name, or the path of a base16 file.", valueName: "name"))
    var theme: String?
}

extension FrontOptions {
    static let names: [String] = ["--store", "--as", "--theme"]

    /// Front options may stand anywhere before `--`; the parser wants them behind the command they belong to. Moves them to
    /// the end of what stands before `--`, keeping their order.
    static func moved(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.count
        var kept: [String] = []
        var front: [String] = []
        var index = 0
        while index < end {
            let argument = arguments[index]
            if names.contains(argument), index + 1 < end {
                front += [argument, arguments[index + 1]]
                index += 2
            } else if names.contains(where: { argument.hasPrefix($0 + "=") }) {
                front.append(argument)
                index += 1
            } else {
                kept.append(argument)
                index += 1
            }
        }
        return kept + front + arguments[end...]
    }

    /// The options, where the command line asks for the console and nothing else; nil where the parser must look. The
    /// parser costs a sixth of the time to the first frame (docs/PERFORMANCE.md), so the plainest call goes around it.
    static func ofPlainConsole(_ arguments: [String]) -> FrontOptions? {
        var options = FrontOptions()
        options.store = nil
        options.person = nil
        options.theme = nil
        var index = 0
        while index < arguments.count {
            guard index + 1 < arguments.count, !arguments[index + 1].hasPrefix("-") else { return nil }
            switch arguments[index] {
            case "--store": options.store = arguments[index + 1]
            case "--as": options.person = arguments[index + 1]
            case "--theme": options.theme = arguments[index + 1]
            default: return nil
            }
            index += 2
        }
        return options
    }
}
