import Foundation
import Support
import Testing

@Suite struct ReportTests {
    @Test func thePageAndItsTablesAreWritten() throws {
        let office = try Office.decided()
        let folder = office.scratch.path + "/report"
        let made = try office.data("report", folder, as: "ruth")
        #expect(made["decided"] == 4 && made["awarded"] == 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            names == [
                "agreement.csv", "awards.csv", "credit.csv", "rates.csv", "report.html", "turnaround.csv",
            ])
        #expect(Set(made["files"].list.compactMap(\.text)) == Set(names))
        let awards = try office.scratch.read("report/awards.csv").split(separator: "\r\n").dropFirst()
        let sum = awards.reduce(0) { $0 + (Int($1.split(separator: ",")[2]) ?? 0) }
        #expect(sum == 4)
        #expect(try office.data("report", folder, as: "ruth") == made, "again, over what is there")
    }

    @Test func aFolderThatCannotBeIsOneSentence() throws {
        let office = try Office(.staffed)
        let file = try office.scratch.write("file", "x")
        try office.refused("report", file, as: "ruth")
        try office.refused("report", file + "/below", as: "ruth")
    }

    @Test(.enabled(if: Chromium.path != nil, Comment(rawValue: Chromium.absence)))
    func aBrowserShowsItInLightAndDark() throws {
        let office = try Office.decided()
        let folder = office.scratch.path + "/report"
        _ = try office.data("report", folder, as: "ruth")
        let letters = office.scratch.path + "/letters"
        _ = try office.data("outbox", "export", letters, as: "ruth")
        let empty = try office.scratch.write("empty.html", "<!DOCTYPE html><title>empty</title>")
        let size = (width: 1000, height: 1400)
        let blank = try #require(
            try Chromium.picture(
                of: empty, dark: false, width: size.width, height: size.height, scratch: office.scratch))
        for page in [folder + "/report.html", letters + "/letter-\(Office.decidedIDs[0]).html"] {
            let pictures = try [false, true].map { dark in
                try #require(
                    try Chromium.picture(
                        of: page, dark: dark, width: size.width, height: size.height, scratch: office.scratch))
            }
            for picture in pictures {
                #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
                #expect(picture.count > blank.count * 4, "a page with something on it")
            }
            #expect(pictures[0] != pictures[1], "light and dark differ")
        }
    }
}
