import Core

extension Invention {
    /// The submission as one line of a `.jsonl` file. Nothing in it needs escaping: the vocabulary is plain.
    func line(_ row: Int) -> String {
        let made = submission(row)
        var line =
            #"{"format":"assay/submission@1","id":"\#(made.id)","microCredential":"\#(made.microCredential)","version":1,"#
        line += #""earner":{"name":"\#(made.earner.name)","email":"\#(made.earner.email)","#
        line += #""district":"\#(made.earner.district)","state":"\#(made.earner.state)"},"#
        line += #""submittedAt":"\#(made.submittedAt.rfc3339)","attempt":\#(made.attempt),"#
        line += #""previous":\#(made.previous.map { "\"\($0)\"" } ?? "null"),"#
        line += #""whatChanged":\#(made.whatChanged.map { "\"\($0)\"" } ?? "null"),"overview":["#
        line += made.overview.map { #"{"prompt":"\#($0.prompt)","answer":"\#($0.answer)"}"# }.joined(separator: ",")
        line += #"],"evidence":["#
        line += made.evidence.map(item).joined(separator: ",")
        line += #"],"reflection":"\#(made.reflection)","#
        return line + #""attestations":{"readyForReview":true,"release":true,"ownWork":true}}"# + "\n"
    }

    private func item(_ item: EvidenceItem) -> String {
        let answers = item.answers.map { #""for":"\#($0)","# } ?? ""
        let body =
            switch item.body {
            case .text(let text): #""text":"\#(text)""#
            case .link(let link): #""link":"\#(link)""#
            case .content: #""text":"""#
            }
        return #"{"id":"\#(item.id)","title":"\#(item.title)",\#(answers)\#(body)}"#
    }
}
