/// Telephone numbers, e-mail addresses and postcodes.
enum Contact {
    struct Hit {
        let message: String
        let marked: String
        let tokens: Range<Int>
    }

    static func find(in words: Words) -> Hit? {
        email(words) ?? words.tokens.indices.lazy.compactMap { phone(words, $0) ?? postcode(words, $0) }.first
    }

    private static func email(_ words: Words) -> Hit? {
        guard let at = words.bytes.firstIndex(of: 0x40) else { return nil }
        guard let after = words.tokens.firstIndex(where: { $0.range.lowerBound == at + 1 }), after > 0,
            words.tokens[after - 1].range.upperBound == at, after + 1 < words.tokens.count,
            words.bytes[words.tokens[after].range.upperBound] == 0x2E
        else { return nil }
        var start = after - 1
        while start > 0, isJoined(words, start) { start -= 1 }
        var end = after + 1
        while end < words.tokens.count, isJoined(words, end) { end += 1 }
        let range = start..<end
        return Hit(message: "An e-mail address stands here.", marked: words.string(range), tokens: range)
    }

    /// Joined to the token before by a single stop or hyphen.
    private static func isJoined(_ words: Words, _ index: Int) -> Bool {
        words.tokens[index].range.lowerBound - words.tokens[index - 1].range.upperBound == 1
            && ".-_".utf8.contains(words.bytes[words.tokens[index].range.lowerBound - 1])
    }

    /// `0` and nine or ten more digits, in up to four groups.
    private static func phone(_ words: Words, _ index: Int) -> Hit? {
        guard words.tokens[index].shape == .number, words.word(index).hasPrefix("0"),
            words.word(index).utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        var digits = 0
        for end in index..<min(index + 4, words.tokens.count) {
            guard words.tokens[end].shape == .number,
                words.word(end).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                end == index || words.tokens[end].gap.isSubset(of: [.dash, .closing])
            else { return nil }
            digits += words.word(end).utf8.count
            if digits == 10 || digits == 11 {
                let range = index..<end + 1
                return Hit(
                    message: "A telephone number stands here.", marked: words.string(range), tokens: range)
            }
        }
        return nil
    }

    /// `AB1 2CD`, with the space.
    private static func postcode(_ words: Words, _ index: Int) -> Hit? {
        guard index + 1 < words.tokens.count else { return nil }
        let outward = Array(words.bytes[words.tokens[index].range])
        let inward = Array(words.bytes[words.tokens[index + 1].range])
        guard (2...4).contains(outward.count), isUpper(outward[0]), inward.count == 3, isDigit(inward[0]),
            isUpper(inward[1]), isUpper(inward[2]), words.tokens[index + 1].gap.isEmpty,
            outward.contains(where: isDigit), outward.allSatisfy({ isDigit($0) || isUpper($0) }),
            isDigit(outward[1]) || (outward.count > 2 && isDigit(outward[2]))
        else { return nil }
        let range = index..<index + 2
        return Hit(message: "A postcode stands here.", marked: words.string(range), tokens: range)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
