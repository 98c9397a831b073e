import Core
import Text

/// The columns that the rubric's lines share, so that strips and names stand under each other.
struct RubricColumns: Equatable {
    /// Title above, standing below.
    let isNarrow: Bool
    let number = 2
    let numberWidth: Int
    let title: Int
    let titleWidth: Int
    let strip: Int
    let name: Int
    let nameWidth: Int
    let needs: Int
    let marks: Int

    private let required: Int

    /// Below this a criterion takes two lines.
    static let narrow = 66

    init(_ review: ReviewState, width: Int) {
        let criteria = review.rubric.criteria
        numberWidth = criteria.count > 9 ? 2 : 1
        title = number + numberWidth + 1
        let levels = criteria.map(\.levels.count).max() ?? 0
        let widest = criteria.flatMap(\.levels).map { SafeText(untrusted: $0.name).width }.max() ?? 0
        // "differ" stands there too.
        let names = review.reads.count > 1 ? max(6, widest) : widest
        let titles = criteria.map { SafeText(untrusted: $0.title).width }.max() ?? 0
        let reads = max(1, review.reads.count)
        required = ", required".utf8.count
        isNarrow = width < RubricColumns.narrow
        if isNarrow {
            titleWidth = max(1, width - title)
            strip = title
            name = strip + reads * (levels + 1)
            nameWidth = max(0, min(names, width - name))
            needs = name + nameWidth + 1
            marks = needs
        } else {
            nameWidth = min(names, 24)
            let fixed = reads * (levels + 1) + nameWidth + 2 + 6 + levels + 2
            let room = width - title - 2 - fixed
            // What is cited is said in full where the titles leave room for it, else short, and goes before titles do.
            let said = [17, 9].first { room - $0 >= titles } ?? 9
            titleWidth = max(10, min(titles, room - said))
            strip = title + titleWidth + 2
            name = strip + reads * (levels + 1)
            needs = name + nameWidth + 2
            marks = needs + 6 + levels + 2
        }
    }

    /// The widest name of a criterion's levels, with the word that marks the required one.
    func levelWidth(_ criterion: Criterion) -> Int {
        criterion.levels.map { SafeText(untrusted: $0.name).width + ($0.id == criterion.required ? required : 0) }.max()
            ?? 0
    }
}
