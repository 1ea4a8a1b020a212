import Kernel

/// Text as words to find it by: letters and digits in lower case, without accents.
///
/// Whatever else was typed only parts words. No quote, star or bracket means anything to the records.
enum SearchWords {
    /// Longer words than this differ in no way that matters.
    private static let longest = 40
    /// So many words narrow a search enough.
    private static let most = 10

    static func of(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().withoutAccents.unicodeScalars {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if scalar == "'" || scalar == "’" {
                continue
            } else if !word.isEmpty {
                words.append(String(word.prefix(longest)))
                word = ""
            }
        }
        if !word.isEmpty { words.append(String(word.prefix(longest))) }
        return words
    }

    /// The words of what somebody typed, each once.
    static func asked(_ text: String) -> [String] {
        var seen: Set<String> = []
        return Array(of(text.prefix(1000)).filter { seen.insert($0).inserted }.prefix(most))
    }

    /// Every word of a record with its weight: how often it stands there, in the title eight times as much.
    static func weighed(_ record: SearchRecord) -> [String: Int] {
        var weights: [String: Int] = [:]
        for word in of(record.title) { weights[word, default: 0] += 8 }
        for word in of(record.body) { weights[word, default: 0] += 1 }
        return weights.mapValues { min($0, 32) }
    }

    /// Whether one of the words asked for stands at the beginning of that one; a single letter only as a word.
    static func isFound(_ word: String, among asked: [String]) -> Bool {
        of(word).contains { part in
            asked.contains { $0.count < 2 ? part == $0 : part.hasPrefix($0) }
        }
    }
}
