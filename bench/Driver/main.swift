import Glibc

let usage = """
    assay-bench fill STORE N     a store of N made-up submissions, reused where it is there already
    assay-bench lines FILE N     the same as a .jsonl file
    assay-bench noise LIST [PROGRAM ARGUMENT...]     what the harness makes of the C list, and of a program beside it
    assay-bench measure          all measurements, as a table on standard output; takes its settings from bench/run.sh
    """

do {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "fill" where words.count == 3: try Fill(path: words[1], rows: Int(words[2]) ?? 0).run()
    case "lines" where words.count == 3: try Lines.write(rows: Int(words[2]) ?? 0, to: words[1])
    case "noise" where words.count > 1: try Noise.show(Array(words.dropFirst()))
    case "measure" where words.count == 1: try measure()
    default:
        warn(usage)
        exit(64)
    }
} catch let fault as BenchFault {
    warn("assay-bench: \(fault.sentence)")
    exit(1)
} catch {
    warn("assay-bench: \(error)")
    exit(1)
}
