/// Counts a document's list paragraphs in the order in which they stand, and prints each one's numeral.
///
/// Lists of one abstract definition count on together, across cells and tables, as Word has it.
struct ListCounter {
    let numbering: WordNumbering
    /// By abstract definition: the last value of each level; nil where it starts anew.
    private var values: [Int: [Int?]] = [:]
    private var started: Set<Start> = []

    private struct Start: Hashable {
        var list: Int
        var level: Int
    }

    enum Numeral: Hashable {
        case bullet, none
        case printed(String)
    }

    init(_ numbering: WordNumbering) {
        self.numbering = numbering
    }

    /// Counts one paragraph of that list and level; nil where the document defines no such list.
    mutating func next(list: Int, level: Int) -> Numeral? {
        guard let instance = numbering.instances[list], (0...8).contains(level),
            let format = numbering.level(level, of: list)
        else { return nil }
        count(level, list, instance)
        if format.format == "bullet" { return .bullet }
        let text = printed(format, list, values[instance.abstractID] ?? [])
        return text.isEmpty ? Numeral.none : .printed(text)
    }

    private mutating func count(_ level: Int, _ list: Int, _ instance: WordNumbering.Instance) {
        var counts = values[instance.abstractID] ?? Array(repeating: nil, count: 9)
        for higher in 0..<level where counts[higher] == nil {
            counts[higher] = start(of: higher, list, instance)
        }
        let isFirstUse = started.insert(Start(list: list, level: level)).inserted
        if isFirstUse, let start = instance.starts[level] {
            counts[level] = start
        } else if let value = counts[level] {
            counts[level] = value &+ 1
        } else {
            counts[level] = start(of: level, list, instance)
        }
        for lower in (level + 1)..<max(level + 1, 9) {
            let restart = numbering.level(lower, of: list)?.restart
            if restart.map({ level <= $0 }) ?? true { counts[lower] = nil }
        }
        values[instance.abstractID] = counts
    }

    private func start(of level: Int, _ list: Int, _ instance: WordNumbering.Instance) -> Int {
        instance.starts[level] ?? numbering.level(level, of: list)?.start ?? 1
    }

    private func printed(_ format: WordNumbering.Level, _ list: Int, _ counts: [Int?]) -> String {
        var result = ""
        var afterPercent = false
        for character in format.text {
            if afterPercent, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let own = numbering.level(digit - 1, of: list)
                let value = (counts.indices.contains(digit - 1) ? counts[digit - 1] : nil) ?? own?.start ?? 1
                let kind = own?.format ?? "decimal"
                result += Numerals.print(value, format.isLegal && kind != "none" ? "decimal" : kind)
                afterPercent = false
            } else {
                if afterPercent { result.append("%") }
                afterPercent = character == "%"
                if !afterPercent { result.append(character) }
            }
        }
        if afterPercent { result.append("%") }
        var folded = TextBuilder()
        folded.append(result.utf8)
        return folded.finish().string
    }
}
