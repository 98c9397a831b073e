/// A number for each state. An array, not a dictionary: the first use of a dictionary of a type of our own costs a third of a
/// millisecond, and the dashboard is opened in three.
package struct StateCounts: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    private var numbers = [Int](repeating: 0, count: SubmissionState.allCases.count)

    package init() {}

    package init(dictionaryLiteral elements: (SubmissionState, Int)...) {
        for (state, number) in elements { self[state] = number }
    }

    package subscript(_ state: SubmissionState) -> Int {
        get { numbers[state.place] }
        set { numbers[state.place] = newValue }
    }

    package var isZero: Bool { numbers.allSatisfy { $0 == 0 } }
}
