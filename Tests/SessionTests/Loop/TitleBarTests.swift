import Testing
import Text

@testable import Session

@Suite struct TitleBarTests {
    @Test func isSetOnlyWhenItChanges() {
        var bar = TitleBar()
        #expect(bar.change(to: "assay: queue") == "assay: queue")
        #expect(bar.change(to: "assay: queue") == nil)
        #expect(bar.change(to: "assay: Growth Mindset") == "assay: Growth Mindset")
        #expect(bar.change(to: "assay: queue") == "assay: queue")
        bar.forget()
        #expect(bar.change(to: "assay: queue") == "assay: queue")
    }
}
