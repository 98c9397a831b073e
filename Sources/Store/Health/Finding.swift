/// One thing that was looked at, and what to do where it is wrong.
package struct Finding: Equatable, Sendable {
    package enum Grade: String, Equatable, Sendable { case good, warning, fault }

    package var grade: Grade
    /// `permissions`, `space`, `version`, `integrity`, `foreign-keys`, `schema`, `log`, `tallies`, `contents`, `words`.
    package var subject: String
    /// One sentence, not yet through the text door.
    package var sentence: String
    /// What to do; nil where all is well.
    package var mend: String?

    package init(grade: Grade, subject: String, sentence: String, mend: String? = nil) {
        self.grade = grade
        self.subject = subject
        self.sentence = sentence
        self.mend = mend
    }
}
