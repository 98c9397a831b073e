import Glibc

/// Memory that starting up took and running does not need.
enum Footprint {
    /// Gives back the pages of program text that only the start has touched: the kernel maps sixteen around each one that is
    /// used, and they count as this process's own for as long as it is the only assay on the machine. What is needed again
    /// comes back from the page cache by itself.
    static func trim() {
        guard let program = ShareFolder.program, let bytes = FileBytes.read("/proc/self/smaps") else { return }
        var candidate: Range<UInt>?
        for bytes in bytes.split(separator: UInt8(ascii: "\n")) {
            // One line in twenty is of use: the others are not worth a string. Addresses are in small letters.
            switch bytes.first ?? 0 {
            case 0x30...0x39, UInt8(ascii: "a")...UInt8(ascii: "f"): break
            case UInt8(ascii: "P") where candidate != nil: break
            default: continue
            }
            let line = Substring(decoding: bytes, as: UTF8.self)
            if let mapping = mapping(line, of: program) {
                candidate = mapping
            } else if line.hasPrefix("Private_Dirty:"), let pages = candidate {
                candidate = nil
                // A page that was written (relocations, say) would come back as it is in the file: leave such mappings alone.
                guard line.split(separator: " ").dropFirst().first == "0",
                    let start = UnsafeMutableRawPointer(bitPattern: pages.lowerBound)
                else { continue }
                _ = madvise(start, pages.count, MADV_DONTNEED)
            }
        }
    }

    /// Nil for a line that begins no mapping; the addresses where it begins one of the program's own file that can't be
    /// written, nothing (`.some(nil)`) where it begins another.
    private static func mapping(_ line: Substring, of program: String) -> Range<UInt>?? {
        // `00400000-00d2a000 r-xp 00000000 fe:00 1234  /usr/local/bin/assay`
        let fields = line.split(separator: " ", maxSplits: 2)
        guard fields.count == 3, fields[1].utf8.count == 4, fields[1].hasPrefix("r") else { return nil }
        let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        let isOurs = line.hasSuffix(" " + program) && fields[1].hasPrefix("r-") && fields[1].hasSuffix("p")
        return .some(isOurs ? ends[0]..<ends[1] : nil)
    }
}
