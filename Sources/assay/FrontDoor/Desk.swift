import ArgumentParser
import Core
import Session
import Store

/// What every command works with: the store, who asks, and the time.
struct Desk {
    let setting: Setting
    let store: ReviewStore
    let caller: Caller
    let now: Instant

    init(_ front: FrontOptions) throws {
        setting = Setting(front)
        store = try StoreDoor.open(setting)
        caller = try store.caller(setting.person)
        now = Clock.now
    }
}

extension Setting {
    init(_ front: FrontOptions) { self.init(store: front.store, person: front.person, theme: front.theme) }
}

struct JSONOption: ParsableArguments {
    @Flag(help: "Print one JSON value and nothing else.")
    var json = false
}

struct ListOptions: ParsableArguments {
    @Flag(help: "Print one JSON value and nothing else.")
    var json = false

    @Flag(help: "Print tab-separated values, one record a line, names first.")
    var tsv = false

    func validate() throws {
        if json, tsv { throw ValidationError("--json and --tsv can't both be asked for.") }
    }
}
