import ArgumentParser
import Glibc
import ReturnFormats

/// `plumbline return recognise --column "Ethnicity" < values.txt`: for each line the code that it stands for, or `?`.
struct ReturnRecogniseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognise",
        abstract: "Print what the values of a coded column stand for.",
        discussion: """
            Reads values from standard input, one a line, and prints for each the code that it stands for, as the \
            sector's tools group them, or ? where it is not recognised. The column is one of Annex A, by its header.
            """)

    @Option(help: ArgumentHelp("The column, by its header in Annex A.", valueName: "header"))
    var column: String

    func run() throws {
        guard let named = ValueColumn.named(column) else {
            let names = Set(ValueColumn.all.map(\.name)).sorted().joined(separator: "; ")
            throw CommandOutput.fail(
                "Annex A has no coded column called “\(column)”. It has: \(names).", status: 64)
        }
        var answers = Answers(ValueRecogniser(named))
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var rest: [UInt8] = []
        while true {
            let count = read(0, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandOutput.fail(
                    "Plumbline cannot read standard input: \(String(cString: strerror(errno))).", status: 66)
            }
            if count == 0 { break }
            var start = 0
            for end in 0..<count where buffer[end] == 0x0A {
                if rest.isEmpty {
                    answers.add(buffer[start..<end])
                } else {
                    answers.add((rest + buffer[start..<end])[...])
                    rest.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            rest += buffer[start..<count]
            guard answers.flush() else { return }
        }
        if !rest.isEmpty { answers.add(rest[...]) }
        _ = answers.flush()
    }
}

/// Lines of answers; each different value is looked at once.
private struct Answers {
    private let recogniser: ValueRecogniser
    private var known: [String: [UInt8]] = [:]
    private var lines: [UInt8] = []

    init(_ recogniser: ValueRecogniser) { self.recogniser = recogniser }

    mutating func add(_ line: ArraySlice<UInt8>) {
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        if let answer = known[text] {
            lines += answer
            return
        }
        let answer = Array((recogniser.recognise(text).group ?? "?").utf8) + [0x0A]
        // A million different values are no column of codes: what is kept stays within bounds.
        if known.count < 100_000 { known[text] = answer }
        lines += answer
    }

    /// False when nobody reads on.
    mutating func flush() -> Bool {
        var start = 0
        while start < lines.count {
            let count = lines[start...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        lines.removeAll(keepingCapacity: true)
        return true
    }
}
