import Core
import Mustache

/// The two forms of a letter, from a programme's templates or our own.
package struct LetterForm: Sendable {
    package static let names = ["letter.md", "letter.html"]

    private let markdown: MustacheTemplate
    private let html: MustacheTemplate

    /// What is wrong with a template, in words.
    package struct Fault: Error, Equatable {
        package var sentence: String
    }

    /// - Parameter source: the text of the template `letter.md` or `letter.html`.
    package init(_ source: (String) throws -> String) throws {
        // Markdown is escaped before it comes here, and HTML's escapes would show in it.
        markdown = try LetterForm.parse("letter.md", "{{% CONTENT_TYPE:TEXT}}" + source("letter.md"))
        html = try LetterForm.parse("letter.html", source("letter.html"))
    }

    package func markdown(_ letter: Letter) -> String { markdown.render(letter.context(.markdown)) }

    package func html(_ letter: Letter) -> String { html.render(letter.context(.html)) }

    private static func parse(_ name: String, _ text: String) throws -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let fault as MustacheTemplate.ParserError {
            throw Fault(
                sentence: "The template \(name) can't be read: line \(fault.context.lineNumber), \(fault.error).")
        }
    }
}
