/// Which key means which command.
package struct Keymap: Equatable, Sendable {
    package init() {}
}
