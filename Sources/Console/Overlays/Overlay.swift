/// What lies over a screen and takes the keys first.
package enum Overlay: Equatable, Sendable {
    case help
}
