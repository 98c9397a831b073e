import Console
import Core
import Dispatch
import Glibc
import Testing

@testable import Session

@Suite struct MailboxTests {
    private func isReadable(_ descriptor: Int32) -> Bool {
        var line = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&line, 1, 0) == 1
    }

    @Test func lettersComeInTheOrderTheyWerePosted() throws {
        let mailbox = try #require(Mailbox())
        #expect(!isReadable(mailbox.readEnd) && mailbox.takeAll().isEmpty)
        for second in 0..<100 { mailbox.post(.clock(Instant(seconds: Int64(second))), of: "s\(second)") }
        #expect(isReadable(mailbox.readEnd))
        let letters = mailbox.takeAll()
        #expect(letters.map(\.message) == (0..<100).map { .clock(Instant(seconds: Int64($0))) })
        #expect(letters.map(\.submission) == (0..<100).map { "s\($0)" })
        #expect(!isReadable(mailbox.readEnd) && mailbox.takeAll().isEmpty)
    }

    /// Far more than a pipe holds: nobody waits, nothing is lost.
    @Test func postingNeverWaits() throws {
        let mailbox = try #require(Mailbox())
        for _ in 0..<100_000 { mailbox.post(.storeChanged) }
        #expect(mailbox.takeAll().count == 100_000)
        mailbox.post(.hangUp)
        // Whatever was left in the pipe: the loop still wakes for the last.
        #expect(isReadable(mailbox.readEnd))
        #expect(mailbox.takeAll().map(\.message) == [.hangUp])
    }

    @Test func eachOfManyWritersKeepsItsOrder() throws {
        let mailbox = try #require(Mailbox())
        DispatchQueue.concurrentPerform(iterations: 8) { writer in
            for number in 0..<500 { mailbox.post(.clock(Instant(seconds: Int64(number))), of: "\(writer)") }
        }
        let letters = mailbox.takeAll()
        #expect(letters.count == 4000)
        for writer in 0..<8 {
            let own = letters.filter { $0.submission == "\(writer)" }.map(\.message)
            #expect(own == (0..<500).map { .clock(Instant(seconds: Int64($0))) })
        }
    }
}
