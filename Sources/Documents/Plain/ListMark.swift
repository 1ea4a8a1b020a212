/// What stands at the front of a list's item: a bullet, a numeral, or a bullet and then a numeral.
struct ListMark: Equatable {
    /// As printed (`a)`, `1.1`, `(iv)`); nil for a bullet.
    var numeral: String?
    /// Bytes of the line that the mark takes, white space before and after it included.
    var length: Int
    /// Columns of white space before the mark.
    var indent: Int

    init?(_ line: ArraySlice<UInt8>) {
        var index = line.startIndex
        indent = 0
        while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 {
            indent += line[index] == 0x09 ? 4 : 1
            index += 1
        }
        var isBulleted = false
        if let bullet = Self.bullet(line[index...]) {
            index += bullet
            isBulleted = true
        }
        if let (numeral, end) = Self.numeral(line[index...], isBulleted: isBulleted) {
            self.numeral = numeral
            index = end
        } else if !isBulleted {
            return nil
        }
        while index < line.endIndex, line[index].isSpace { index += 1 }
        guard index < line.endIndex, isBulleted || !Self.isAmount(numeral, before: line[index...]) else {
            return nil
        }
        length = index - line.startIndex
    }

    /// Bytes of the bullet and the space after it at the front of a cell's paragraph; nil where there is none.
    static func bulletLength(_ text: [UInt8]) -> Int? {
        guard let length = bullet(text[...]), length < text.count else { return nil }
        return length
    }

    private static func bullet(_ line: ArraySlice<UInt8>) -> Int? {
        for mark in bullets where line.starts(with: mark) {
            let next = line.startIndex + mark.count
            if next < line.endIndex, line[next].isSpace { return mark.count + 1 }
            if mark.count > 1, mark != dash, next < line.endIndex { return mark.count }
        }
        return nil
    }

    /// `4.5 million pounds` is no item 4.5.
    private static func isAmount(_ numeral: String?, before words: ArraySlice<UInt8>) -> Bool {
        guard let numeral, numeral.last?.isNumber == true else { return false }
        let word = words.prefix { $0.isWord }
        return units.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let units: Set<String> = [
        "million", "billion", "per", "percent", "times", "hours", "days", "weeks", "months", "years", "fte",
        "wte",
        "pm", "am", "m", "k", "points", "full", "whole",
    ]
    private static let dash = Array("–".utf8)
    private static let bullets = ["-", "*", "+", "–", "•", "·", "▪", "◦", "●", "‣", "∙", "➢", "✓", "■", "□"]
        .map {
            Array($0.utf8)
        }

    private static func numeral(_ line: ArraySlice<UInt8>, isBulleted: Bool) -> (String, Int)? {
        var index = line.startIndex
        let isBracketed = line.first == 0x28
        if isBracketed { index += 1 }
        let bodyStart = index
        while index < line.endIndex, line[index].isASCIILetter || line[index].isDigit || line[index] == 0x2E {
            index += 1
            if index - bodyStart > 11 { return nil }
        }
        var body = line[bodyStart..<index]
        guard !body.isEmpty else { return nil }
        let hasBracket = index < line.endIndex && line[index] == 0x29
        if hasBracket { index += 1 }
        guard isBracketed == false || hasBracket else { return nil }
        if hasBracket, index < line.endIndex, line[index] == 0x2E { index += 1 }
        guard index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 else { return nil }
        let hasStop = body.last == 0x2E
        if hasStop { body = body.dropLast() }
        guard isNumeral(body, isClosed: hasBracket, hasStop: hasStop, isBulleted: isBulleted) else {
            return nil
        }
        return (String(decoding: line[line.startIndex..<index], as: UTF8.self), index)
    }

    /// `1.1`; `4` and `a` with a bracket or stop; `iv` likewise. A date (`31.03.2011`) and initials (`A.`) are none.
    private static func isNumeral(
        _ body: ArraySlice<UInt8>, isClosed: Bool, hasStop: Bool, isBulleted: Bool
    ) -> Bool {
        let parts = body.split(separator: 0x2E, omittingEmptySubsequences: false)
        if parts.allSatisfy({ !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(\.isDigit) }) {
            guard parts.dropFirst().allSatisfy({ $0.first != 0x30 || $0.count == 1 }), parts.count <= 4 else {
                return false
            }
            return parts.count > 1 || isClosed || hasStop
        }
        if parts.count > 1, parts.first?.allSatisfy(\.isDigit) == true, parts.last?.count == 1 {
            return isClosed || hasStop  // 2.1.a)
        }
        guard parts.count == 1, body.count <= 5 else { return false }
        let isLetter = body.count == 1
        let isRoman = body.allSatisfy { "ivxIVX".utf8.contains($0) }
        let isUpper = body.first?.isUppercase == true
        if isClosed { return isLetter || isRoman }
        if hasStop { return (isLetter || isRoman) && !isUpper || isRoman && body.count > 1 }
        return isBulleted && isRoman && !isUpper
    }
}
