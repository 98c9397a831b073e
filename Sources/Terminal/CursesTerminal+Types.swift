import CNcurses

extension CursesTerminal {
    /// Why no console could be opened on a terminal of this type; nil where one could. For who asks before there is one.
    package static func fault(ofType type: String?) -> DisplayFault? {
        guard let type, !type.isEmpty else { return .noType }
        guard assay_knows(type) != 0 || relative(of: type).map({ assay_knows($0) != 0 }) == true else {
            return .unknownType(type)
        }
        return assay_capability("cup") == nil ? .cannotPlaceCursor(type) : nil
    }
}
