/// Why a measurement could not be taken. One sentence.
struct BenchFault: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}
