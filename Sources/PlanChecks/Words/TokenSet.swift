/// The significant words of a text as sorted numbers, to be compared fast.
struct TokenSet: Sendable, Hashable {
    private(set) var sorted: [Int32]

    init(_ tokens: some Sequence<Int32>) {
        sorted = Array(Set(tokens)).sorted()
    }

    var count: Int { sorted.count }
    var isEmpty: Bool { sorted.isEmpty }

    func contains(_ token: Int32) -> Bool { sorted.contains(token) }

    func shared(with other: TokenSet) -> Int {
        var (left, right, shared) = (0, 0, 0)
        while left < sorted.count, right < other.sorted.count {
            if sorted[left] == other.sorted[right] {
                shared += 1
                left += 1
                right += 1
            } else if sorted[left] < other.sorted[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return shared
    }

    /// Shared words over all words, 0 to 1; 0 when both are empty.
    func likeness(to other: TokenSet) -> Double {
        let shared = shared(with: other)
        let all = count + other.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    func difference(from other: TokenSet) -> [Int32] { sorted.filter { !other.sorted.contains($0) } }
}

/// Gives every stem of a plan one number.
struct Interner {
    private(set) var stems: [String] = []
    private(set) var numbers: [String: Int32] = [:]
    private var stemOfWord: [String: Int32] = [:]

    mutating func number(ofWord word: String) -> Int32 {
        if let known = stemOfWord[word] { return known }
        let number = number(ofStem: Stem.of(word))
        stemOfWord[word] = number
        return number
    }

    mutating func number(ofStem stem: String) -> Int32 {
        if let known = numbers[stem] { return known }
        let number = Int32(stems.count)
        stems.append(stem)
        numbers[stem] = number
        return number
    }

    /// The words that carry meaning: no stop words, no bare numbers.
    mutating func significant(_ words: Words, in range: Range<Int>? = nil) -> TokenSet {
        var tokens: [Int32] = []
        for token in words.tokens[range ?? words.tokens.indices] {
            guard token.shape != .number, token.shape != .sign, token.word.utf8.count > 1,
                !StopWords.all.contains(token.word)
            else { continue }
            tokens.append(number(ofWord: token.word))
        }
        return TokenSet(tokens)
    }
}

enum StopWords {
    static let all: Set<String> = [
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "within",
        "into", "as", "is", "are", "be", "been", "being", "was", "were", "will", "would", "should", "shall",
        "must", "can", "could", "may", "might", "have", "has", "had", "do", "does", "that", "this", "these",
        "those", "which", "who", "whom", "whose", "where", "when", "what", "how", "it", "its", "their",
        "them",
        "they", "there", "then", "than", "all", "any", "each", "every", "both", "also", "not", "no", "so",
        "such", "other", "others", "our", "we", "us", "you", "your", "his", "her", "he", "she", "including",
        "include", "includes", "through", "via", "across", "between", "about", "against", "during", "up",
        "out", "over", "under", "if", "but", "per", "etc", "eg", "ie", "e.g", "i.e", "only", "own", "due",
        "re", "regarding", "relation", "respect", "order", "throughout", "more", "most", "s",
    ]
}
