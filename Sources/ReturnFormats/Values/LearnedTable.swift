/// The learned spellings of one column, found by how they are written. It is made by reading lines alone: nothing is taken
/// apart. The keys that differ from spelling to spelling in writing only are stored beside them (`LearnedForms`).
struct LearnedTable: Sendable {
    /// One learned spelling.
    struct Learned: Sendable {
        let spelling: String
        /// The place of its group.
        let group: Int
    }

    /// What a script worked out beforehand about one spelling.
    struct Form: Hashable, Sendable {
        /// Of `Wording.key` (`LearnedTable.hash`).
        let key: UInt64
        /// The place of the code that its words are most like within its group; -1 for none.
        let code: Int
    }

    let all: [Learned]
    private var exact: [String: Int] = [:]
    private let forms: [Form]
    /// The last spelling with this key, and before each the one that has the same.
    private var last: [UInt64: Int] = [:]
    private var earlier: [Int] = []

    /// `forms` is empty where nothing was worked out, or has one for each spelling.
    init(_ all: [Learned], forms: [Form]) {
        self.all = all
        self.forms = forms.count == all.count ? forms : []
        exact.reserveCapacity(all.count)
        for (line, one) in all.enumerated() { exact[ValueKnowledge.trimmed(one.spelling)] = line }
        last.reserveCapacity(self.forms.count)
        for (line, form) in self.forms.enumerated() {
            earlier.append(last.updateValue(line, forKey: form.key) ?? -1)
        }
    }

    /// False where keys and codes have to be worked out from the spellings.
    var hasForms: Bool { !forms.isEmpty }

    /// The line of a spelling as written.
    func line(of text: String) -> Int? { exact[text] }

    /// The lines whose key has the same hash; the caller compares.
    func lines(ofKey key: String) -> [Int] {
        var found: [Int] = []
        var line = last[LearnedTable.hash(key)] ?? -1
        while line >= 0 {
            found.append(line)
            line = earlier[line]
        }
        return found
    }

    func code(at line: Int) -> Int { forms[line].code }

    /// FNV-1a of the bytes, 64 bits wide.
    static func hash(_ key: String) -> UInt64 {
        key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension LearnedTable.Form {
    /// Sixteen figures of the key and two of the code and one, all in base 16.
    private static let length = 18

    /// As `LearnedForms` has them, several in a line.
    static func read(_ text: String) -> [LearnedTable.Form] {
        var figures: [UInt8] = []
        figures.reserveCapacity(text.utf8.count)
        for byte in text.utf8 where byte != 0x0A { figures.append(byte < 0x3A ? byte - 0x30 : byte - 0x57) }
        func number(_ range: Range<Int>) -> UInt64 { figures[range].reduce(0) { $0 << 4 | UInt64($1) } }
        return stride(from: 0, to: figures.count - length + 1, by: length).map { start in
            LearnedTable.Form(
                key: number(start..<start + 16), code: Int(number(start + 16..<start + length)) - 1)
        }
    }

    /// Its eighteen figures.
    var written: String {
        func padded(_ number: UInt64, _ width: Int) -> String {
            let text = String(number, radix: 16)
            return String(repeating: "0", count: width - text.count) + text
        }
        return padded(key, 16) + padded(UInt64(code + 1), 2)
    }
}
