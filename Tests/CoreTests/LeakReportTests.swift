import Testing

@testable import Core

@Suite struct LeakReportTests {
    private func refusal(_ reason: String) -> String? {
        do {
            try LeakReport.check(reason: reason)
            return nil
        } catch { return error.sentence }
    }

    @Test func aReasonIsOneLineOfSomeLength() {
        #expect(refusal("Her name is in the header of e2.") == nil)
        #expect(refusal(String(repeating: "é", count: 1_000)) == nil)
        for blank in ["", " \t", "\n"] { #expect(refusal(blank) == "Reporting a leak needs a reason.") }
        for end in ["\n", "\r\n", "\r", "\u{0B}", "\u{85}", "\u{2028}"] {
            #expect(refusal("a\(end)b") == "The reason of a leak is one line; this one has several.", "\(end.utf8)")
        }
        #expect(
            refusal(String(repeating: "e\u{301}", count: 501))
                == "The reason of a leak holds 1000 characters; this one has 1002.")
    }
}
