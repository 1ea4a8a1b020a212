/// A line of a text file, and what it looks like standing alone.
struct PastedLine {
    /// Without its line end.
    var bytes: ArraySlice<UInt8>
    /// Counted from 1 in the file.
    var number: Int
    /// Counted from 1 where the file has page breaks.
    var page: Int?

    /// Of blank lines that follow one another the first is kept.
    static func split(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> [PastedLine] {
        let hasPages = bytes.contains(0x0C)
        var lines: [PastedLine] = []
        var (start, number, page) = (0, 1, 1)
        for index in 0...bytes.count
        where index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0C {
            let isPageBreak = index < bytes.count && bytes[index] == 0x0C
            let line = PastedLine(
                bytes: unquoted(bytes[start..<index]), number: number, page: hasPages ? page : nil)
            if start < index || !isPageBreak, !(line.bytes.isEmpty && lines.last?.bytes.isEmpty == true) {
                lines.append(line)
                guard lines.count <= limits.cells else { throw .tooManyLines(limits) }
            }
            start = index + 1
            if isPageBreak { page += 1 } else { number += 1 }
        }
        return lines
    }

    /// Without the `> ` of a quotation in mail or Markdown.
    private static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        while rest.first == 0x3E {
            rest = rest.dropFirst()
            if rest.first == 0x20 {
                rest = rest.dropFirst()
            } else if rest.first != 0x3E, !rest.isEmpty {
                return line
            }
        }
        return rest
    }

    var trimmed: ArraySlice<UInt8> {
        var slice = bytes
        while let first = slice.first, first.isSpace { slice = slice.dropFirst() }
        while let last = slice.last, last.isSpace { slice = slice.dropLast() }
        return slice
    }

    var isBlank: Bool { bytes.allSatisfy { $0.isSpace } }
    var hasTab: Bool { bytes.contains(0x09) }
    var isPipeRow: Bool { trimmed.first == 0x7C && trimmed.dropFirst().contains(0x7C) }

    /// `|---|:--:|`, the line under a Markdown table's header.
    var isPipeRule: Bool {
        let line = trimmed
        return line.contains(0x2D) && line.contains(0x7C)
            && line.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0.isSpace }
    }

    /// `---`, `***`, `====`: a rule across the page, or a heading's underline.
    var isRule: Bool {
        let line = trimmed.filter { $0 != 0x20 }
        guard line.count >= 3, let first = line.first, "-*_=".utf8.contains(first) else { return false }
        return line.allSatisfy { $0 == first }
    }

    /// `**Words**` and nothing more: a heading, whatever stands above it.
    var isBoldAlone: Bool {
        let line = trimmed
        return line.count > 4 && line.starts(with: [0x2A, 0x2A])
            && line.suffix(2).elementsEqual([0x2A, 0x2A])
            && !line.dropFirst(2).dropLast(2).contains(0x2A)
    }

    /// "```" or "~~~", round text that Markdown is to leave alone.
    var isFence: Bool {
        let line = trimmed
        return line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
    }

    var beginsHTMLTable: Bool { trimmed.starts(with: "<table".utf8) || trimmed.starts(with: "<TABLE".utf8) }

    func count(of word: String) -> Int {
        let letters = Array(word.utf8)
        return bytes.indices.reduce(into: 0) { count, index in
            guard bytes[index] == letters[0] else { return }
            if bytes[index...].prefix(letters.count).elementsEqual(letters, by: { $0 | 0x20 == $1 | 0x20 }) {
                count += 1
            }
        }
    }

    /// `##` at the front: its level and the words after it.
    var hashHeading: (level: Int, text: ArraySlice<UInt8>)? {
        let line = trimmed
        let hashes = line.prefix { $0 == 0x23 }.count
        guard (1...6).contains(hashes) else { return nil }
        var rest = line.dropFirst(hashes)
        guard let first = rest.first, first.isSpace else { return nil }
        while rest.last == 0x23 || rest.last?.isSpace == true { rest = rest.dropLast() }
        return (hashes, rest)
    }

    /// True where words follow that cannot begin a sentence: the line before went on.
    var beginsLowercase: Bool { trimmed.first?.isLowercase == true }
}

/// How pasted lines read as English: whether a sentence is over, whether words look like a title.
enum Prose {
    /// The text stops where a sentence, a label or a quotation does.
    static func isFinished(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        guard let last = text.last(where: { !$0.isSpace && $0 != 0x2A && $0 != 0x5F }) else { return true }
        return ".!?:;".utf8.contains(last)
    }

    /// The last word of a line that a title or sentence cannot end on.
    static func endsOnSmallWord(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let word = text.reversed().prefix { !$0.isSpace }.reversed()
        return smallWords.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let smallWords: Set<String> = [
        "of", "the", "and", "for", "to", "in", "with", "a", "an", "by", "on", "or", "at", "from", "their",
        "our",
        "is", "are", "that", "which", "be", "as", "into", "&", "/",
    ]

    /// Capital letters only, at least four.
    static func isAllCapitals(_ text: String) -> Bool {
        var letters = 0
        for character in text where character.isLetter {
            guard character.isUppercase else { return false }
            letters += 1
        }
        return letters >= 4 && text.utf8.count <= 120
    }

    /// A short line without a sentence's end whose longer words begin with capitals, a number before them allowed.
    static func isTitle(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard text.utf8.count <= 90, (1...11).contains(words.count), let last = text.last,
            !".,;:!?".contains(last), text.contains(where: \.isLetter)
        else { return false }
        let long = words.filter { $0.count > 3 && $0.contains(where: \.isLetter) }
        guard let first = words.first(where: { $0.contains(where: \.isLetter) }),
            first.first?.isLowercase == false
        else { return false }
        let capitals = long.filter { $0.first(where: \.isLetter)?.isUppercase == true }.count
        return capitals * 4 >= long.count * 3
    }

    /// The words joined over a line's end; a word broken by a hyphen becomes whole.
    ///
    /// Where a line plainly was ended on purpose the break stays, as 0x0B, unless breaks are not to be kept.
    static func join(_ lines: [ArraySlice<UInt8>], keepingBreaks: Bool = true) -> [UInt8] {
        guard let widest = lines.map(\.count).max(), lines.count > 1 else { return Array(lines.first ?? []) }
        var out = Array(lines[0])
        for (previous, line) in zip(lines, lines.dropFirst()) {
            if previous.last == 0x2D, previous.dropLast().last?.isLowercase == true,
                line.first?.isLowercase == true
            {
                if !keepsHyphen(previous.dropLast()) { out.removeLast() }
            } else if !keepingBreaks || goesOn(previous, line, widest: widest) {
                out.append(0x20)
            } else {
                out.append(0x0B)
            }
            out.append(contentsOf: line)
        }
        return out
    }

    private static func goesOn(_ previous: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>, widest: Int) -> Bool
    {
        if let first = line.first(where: { $0.isWord }), !first.isUppercase { return true }
        if let last = previous.last, last == 0x2C || last == 0x3B || last == 0x26 || last == 0x2F {
            return true
        }
        return endsOnSmallWord(previous) || previous.count >= 60 && previous.count * 4 >= widest * 3
    }

    private static func keepsHyphen(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.reversed().prefix { $0.isASCIILetter }.reversed()
        return hyphenated.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let hyphenated: Set<String> = [
        "multi", "self", "co", "non", "pre", "re", "cross", "inter", "well", "long", "short", "half", "part",
        "full",
        "front", "follow", "on", "off", "up", "one", "two", "three", "four", "single", "step", "high", "low",
        "post",
        "sub", "day", "year", "month", "week", "time", "child", "family", "need", "risk", "evidence",
        "decision",
        "problem", "trauma", "strength", "solution", "court", "school", "age", "out", "in", "face", "anti",
        "mid", "by", "team", "system", "work", "job", "peer", "data",
    ]
}
