/// What a list can be narrowed to: the choices of the filter menu. Names are hostile, as everything stored is.
package struct QueueFacets: Equatable, Sendable {
    package struct Choice: Equatable, Sendable {
        /// The micro-credential's id.
        package var id: String
        package var name: String
        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }
    /// Districts of submissions that the caller may see, in alphabetical order.
    package var districts: [String]
    package var microCredentials: [Choice]

    package init(districts: [String] = [], microCredentials: [Choice] = []) {
        self.districts = districts
        self.microCredentials = microCredentials
    }
}
