import Documents
import Kernel

/// "(Lead: Ann Poe; by May 2026)" at the end of a sentence: who and when, said in passing.
struct InlineFields {
    /// The text without them.
    var rest: String
    var fields: [(meaning: ColumnMeaning, text: String)] = []

    /// `mayGuess`: a date or a person alone in brackets, or behind a dash, counts without a name before it.
    init(_ text: String, mayGuess: Bool) {
        rest = text
        takeNamed()
        if mayGuess, fields.isEmpty { takeBracket() }
        if mayGuess, fields.isEmpty { takeDashed() }
    }

    /// Every "name:" whose name is a field of an action, from the first one on.
    private mutating func takeNamed() {
        let characters = Array(rest)
        var found: [(start: Int, value: Int, meaning: ColumnMeaning)] = []
        for (index, character) in characters.enumerated() where character == ":" {
            guard let (start, meaning) = InlineFields.name(characters, before: index), start > 0 else {
                continue
            }
            found.append((start, index + 1, meaning))
        }
        guard let first = found.first else { return }
        for (index, field) in found.enumerated() {
            let end = index + 1 < found.count ? found[index + 1].start : characters.count
            let value = String(characters[field.value..<end]).trimmingSigns
            if !value.isEmpty { add(value, field.meaning) }
        }
        rest = String(characters[0..<first.start]).trimmingSigns
    }

    /// "Ann Poe, by May 2026" behind "Lead:" holds a date, too.
    private mutating func add(_ value: String, _ meaning: ColumnMeaning) {
        if meaning == .lead, let comma = value.lastIndex(where: { ",;".contains($0) }) {
            let tail = String(value[value.index(after: comma)...]).trimmed
            if CellContent.isDate(tail) {
                fields.append((.lead, String(value[..<comma]).trimmed))
                fields.append((.timescale, tail))
                return
            }
        }
        fields.append((meaning, value))
    }

    /// The words before a colon, back to a sign that ends what stood before them.
    private static func name(_ characters: [Character], before colon: Int) -> (Int, ColumnMeaning)? {
        var start = colon
        while start > 0, colon - start < 40, !"([;,.|–—/\n".contains(characters[start - 1]),
            !(characters[start - 1] == "-" && start > 1 && characters[start - 2] == " ")
        {
            start -= 1
        }
        let name = String(characters[start..<colon])
        guard PlainWords.of(name).count <= 5, let match = HeaderWords.match(name), match.cover >= 0.8,
            let meaning = match.sense.plainMeaning, ActionCell.mayStandInside(meaning)
        else { return nil }
        return (start, meaning)
    }

    private mutating func takeBracket() {
        let text = rest.trimmingStop.trimmed
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return }
        let inside = String(text[text.index(after: open)...].dropLast())
        guard take(inside.split { ",;|".contains($0) }.map { String($0).trimmed }) else { return }
        rest = String(text[..<open]).trimmed
    }

    private mutating func takeDashed() {
        var parts: [String] = []
        var current: [Substring] = []
        for word in rest.split(separator: " ") {
            if word == "–" || word == "—" || word == "-" || word == "|" {
                parts.append(current.joined(separator: " "))
                current = []
            } else {
                current.append(word)
            }
        }
        parts.append(current.joined(separator: " "))
        guard (2...3).contains(parts.count), take(Array(parts.dropFirst())) else { return }
        rest = parts[0]
    }

    /// Nothing but people and dates, at least one date.
    private mutating func take(_ parts: [String]) -> Bool {
        var found: [(ColumnMeaning, String)] = []
        for part in parts where !part.isEmpty {
            if CellContent.isDate(part) {
                found.append((.timescale, part))
            } else if CellContent.isPeople(part) {
                found.append((.lead, part))
            } else {
                return false
            }
        }
        guard found.contains(where: { $0.0 == .timescale }) else { return false }
        fields = found.map { (meaning: $0.0, text: $0.1) }
        return true
    }
}

extension String {
    /// Brackets, dashes and stops at both ends taken off, brackets inside left alone.
    var trimmingSigns: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace || "–—-:;,.|/".contains(first) { text.removeFirst() }
        while let last = text.last,
            last.isWhitespace || "–—-:;,|/([".contains(last)
                || (last == ")" && text.filter { $0 == "(" }.count < text.filter { $0 == ")" }.count)
                || (last == "]" && !text.contains("["))
        {
            text.removeLast()
        }
        return String(text)
    }
}
