/// Takes a password apart into what a guesser would put together, and weighs what is left.
///
/// Local words, runs of keys, numbers and punctuation weigh nothing, a common password or word 2, any other
/// character 1. Below 5 it is refused: three common words pass, two with a year do not. The lightest way of
/// taking it apart counts.
enum GuessablePassword {
    enum Piece: String, CaseIterable, Sendable {
        case local = "words that anyone here would try (the council, your name, the work)"
        case common = "common passwords"
        case run = "runs of keys or letters"
        case number = "numbers, dates and punctuation"
    }

    static let enough = 5

    static let alwaysLocal = [
        "plumbline plumb line children childrens child services service council county borough city district",
        "social work worker team care leaver family families safeguarding improvement plan action audit ofsted",
        "inspection inadequate outstanding good foster fostering adoption mash lado password passphrase login",
        "signin welcome admin administrator manager director letmein changeme secret test demo example",
        "january february march april may june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter",
    ]

    static func refusal(of password: String, localWords: Set<[UInt8]>) -> PasswordRefusal? {
        let raw = Array(password.lowercased().utf8)
        if let period = period(of: raw), period < PasswordRule.lengths.lowerBound { return .repeated }
        let (weight, pieces) = lightest(raw, localWords: localWords)
        return weight < enough ? .guessable(pieces) : nil
    }

    /// The letters of each word of three or more, and of each text run together, folded.
    static func words(in texts: [String]) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for text in texts {
            let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }
                .map { $0.filter { $0.isLetter || $0.isNumber } }
            for part in parts where part.utf8.count >= 3 { words.insert(folded(part)) }
            if parts.count <= 4 { words.insert(folded(parts.joined())) }
        }
        words.remove([])
        return words
    }

    /// Lower-case bytes with the usual stand-ins undone: `P@ssw0rd` and `password` fold alike.
    static func folded(_ text: some StringProtocol) -> [UInt8] {
        text.lowercased().utf8.map(folded)
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "l"), UInt8(ascii: "|"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "7"): UInt8(ascii: "t")
        default: byte
        }
    }

    /// The length of the unit that the whole repeats at least twice; nil when it repeats nothing.
    private static func period(of bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        return (1...bytes.count / 2).first { period in
            (period..<bytes.count).allSatisfy { bytes[$0] == bytes[$0 - period] }
        }
    }

    private static func lightest(_ raw: [UInt8], localWords: Set<[UInt8]>) -> (Int, Set<Piece>) {
        let text = raw.map(folded)
        let longest = max(localWords.map(\.count).max() ?? 0, 16)
        var best: [(weight: Int, pieces: Set<Piece>)] = [(0, [])]
        best.reserveCapacity(raw.count + 1)
        for end in 1...raw.count {
            var found = best[end - 1]
            if isLetter(raw[end - 1]) {
                found.weight += 1
            } else {
                found.pieces.insert(.number)
            }
            func offer(_ start: Int, _ weight: Int, _ piece: Piece) {
                // At the same weight the piece says more than a number does.
                guard best[start].weight + weight <= found.weight else { return }
                found = (best[start].weight + weight, best[start].pieces.union([piece]))
            }
            if let start = startOfRun(raw, endingAt: end) { offer(start, 0, .run) }
            for start in max(0, end - longest)..<max(0, end - 2) {
                let word = Array(text[start..<end])
                if localWords.contains(word) { offer(start, 0, .local) }
                if word.count >= 4, CommonPasswords.words.contains(word) { offer(start, 2, .common) }
            }
            best.append(found)
        }
        return best[raw.count]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }

    /// Where a run of three or more that ends there begins: `aaa`, `abc`, `321`, `qwert`, `1qaz`.
    private static func startOfRun(_ raw: [UInt8], endingAt end: Int) -> Int? {
        var longest = 1
        for follows in ways {
            var start = end - 1
            while start > 0, follows(raw[start - 1], raw[start]) { start -= 1 }
            longest = max(longest, end - start)
        }
        return longest >= 3 ? end - longest : nil
    }

    private static let ways: [@Sendable (UInt8, UInt8) -> Bool] = [
        { $0 == $1 },
        { isLetterOrDigit($0) && isLetterOrDigit($1) && $1 == $0 &+ 1 },
        { isLetterOrDigit($0) && isLetterOrDigit($1) && $0 == $1 &+ 1 },
        { neighbours.contains([$0, $1]) },
        { neighbours.contains([$1, $0]) },
    ]

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) && byte < 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    // Rows and columns of a British keyboard, in reading order.
    private static let neighbours: Set<[UInt8]> = {
        let lines = [
            "1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        ]
        return Set(lines.flatMap { line in zip(line.utf8, line.utf8.dropFirst()).map { [$0, $1] } })
    }()
}
