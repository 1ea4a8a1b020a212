import Glibc

/// How like a value's words are to those of the learned spellings, and what its words have always stood for.
///
/// Two witnesses. One is the nearest learned spelling of each group, by words (rarer and more telling ones weigh more)
/// and by runs of three letters, which carries slips of the pen. The other is the words themselves: pairs, first and
/// last words, each with the share of spellings in which it stood for one group, held low where there are few (the
/// lower end of Wilson's interval). They must agree, and the second best must be far off.
struct Likeness: Sendable {
    /// One learned wording.
    struct Learned: Sendable {
        let words: [String]
        /// The place of its group in a list of the caller's.
        let group: Int
        /// The place of its code in the set; -1 where it names none.
        let code: Int
    }

    struct Near {
        var group: Int
        var likeness: Double
        /// False where one of the two denies something and the other does not.
        var deniesAlike: Bool
    }

    struct Witness {
        var group: Int
        var share: Double
        /// A first word, told with nothing joined to it by `and`.
        var isLead: Bool
    }

    private let learned: [Learned]
    private let denials: [Int]
    private var wordsIn: [String: [(place: Int, weight: Double)]] = [:]
    private var runsIn: [String: [(place: Int, weight: Double)]] = [:]
    private var wordWeights: [String: Double] = [:]
    private var runWeights: [String: Double] = [:]
    private var signs: [String: [Int: Int]] = [:]
    private let wordless: Double
    private let runless: Double

    init(_ all: [Learned]) {
        var seen: Set<[String]> = []
        learned = all.filter {
            !$0.words.isEmpty && seen.insert($0.words + [String($0.group), String($0.code)]).inserted
        }
        denials = learned.map { Likeness.denials($0.words) }
        let count = Double(learned.count)
        wordless = Likeness.rarity(of: count, in: 0)
        runless = wordless
        var wordCounts: [String: Double] = [:]
        var runCounts: [String: Double] = [:]
        var groups: [Int: Double] = [:]
        var counted: Set<[String]> = []
        for one in learned where counted.insert(one.words + [String(one.group)]).inserted {
            groups[one.group, default: 0] += 1
            for word in Set(one.words) { wordCounts[word, default: 0] += 1 }
            for run in Set(Likeness.runs(one.words)) { runCounts[run, default: 0] += 1 }
            for sign in Likeness.signs(one.words) { signs[sign, default: [:]][one.group, default: 0] += 1 }
        }
        for (word, number) in wordCounts {
            let telling = Likeness.telling(signs[word] ?? [:], groups: groups)
            wordWeights[word] = Likeness.rarity(of: count, in: number) * (0.3 + telling)
        }
        for (run, number) in runCounts { runWeights[run] = Likeness.rarity(of: count, in: number) }
        for (place, one) in learned.enumerated() {
            for (word, weight) in wordVector(one.words) { wordsIn[word, default: []].append((place, weight)) }
            for (run, weight) in runVector(one.words) { runsIn[run, default: []].append((place, weight)) }
        }
    }

    /// The nearest learned wording of each group, most like first, from 0 to 1.
    func nearest(to words: [String]) -> [Near] {
        var best: [Int: Near] = [:]
        let denials = Likeness.denials(words)
        for (place, likeness) in likenesses(to: words)
        where likeness > best[learned[place].group]?.likeness ?? 0 {
            best[learned[place].group] = Near(
                group: learned[place].group, likeness: likeness, deniesAlike: self.denials[place] == denials)
        }
        return best.values.sorted { ($0.likeness, $1.group) > ($1.likeness, $0.group) }
    }

    /// The code of the learned wordings in a group that these words are most like; -1 where none is near enough, or
    /// another as near.
    func code(of words: [String], in group: Int, near: Double = 0.7, apart: Double = 0.1) -> Int {
        var best: [Int: Double] = [:]
        for (place, likeness) in likenesses(to: words) {
            let one = learned[place]
            if one.group == group, one.code >= 0 { best[one.code] = max(best[one.code] ?? 0, likeness) }
        }
        let sorted = best.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = sorted.first, first.value >= near else { return -1 }
        return sorted.count < 2 || first.value - sorted[1].value >= apart ? first.key : -1
    }

    /// For each group the best of the words' signs, most certain first.
    func witnesses(for words: [String]) -> [Witness] {
        var best: [Int: Witness] = [:]
        for sign in Likeness.signs(words) {
            guard let counts = signs[sign],
                let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
            else { continue }
            let share = Likeness.lowerShare(most.value, of: counts.values.reduce(0, +))
            guard share > best[most.key]?.share ?? 0 else { continue }
            best[most.key] = Witness(
                group: most.key, share: share, isLead: sign.hasPrefix("!") || sign.hasPrefix("^"))
        }
        return best.values.sorted { ($0.share, $1.group) > ($1.share, $0.group) }
    }
}

extension Likeness {
    private func likenesses(to words: [String]) -> [Int: Double] {
        var sums: [Int: Double] = [:]
        for (word, weight) in wordVector(words) {
            for entry in wordsIn[word] ?? [] { sums[entry.place, default: 0] += 0.5 * weight * entry.weight }
        }
        for (run, weight) in runVector(words) {
            for entry in runsIn[run] ?? [] { sums[entry.place, default: 0] += 0.5 * weight * entry.weight }
        }
        return sums
    }

    private func wordVector(_ words: [String]) -> [String: Double] {
        Likeness.unit(
            Dictionary(
                words.map { ($0, wordWeights[$0] ?? wordless) }, uniquingKeysWith: { first, _ in first }))
    }

    private func runVector(_ words: [String]) -> [String: Double] {
        var counts: [String: Double] = [:]
        for run in Likeness.runs(words) { counts[run, default: 0] += 1 }
        for (run, count) in counts { counts[run] = (runWeights[run] ?? runless) * count.squareRoot() }
        return Likeness.unit(counts)
    }

    private static func unit(_ vector: [String: Double]) -> [String: Double] {
        let length = vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length == 0 ? vector : vector.mapValues { $0 / length }
    }

    private static func rarity(of all: Double, in number: Double) -> Double {
        log((all + 1) / (number + 0.5)) + 0.3
    }

    /// 1 for a word of one group only, 0 for a word that is as common in every group.
    private static func telling(_ counts: [Int: Int], groups: [Int: Double]) -> Double {
        let most = Double(max(2, groups.count))
        let rates = groups.map { group, size in (Double(counts[group] ?? 0) + 0.05) / (size + 0.05 * most) }
        let all = rates.reduce(0, +)
        return 1 + rates.reduce(0) { $0 + $1 / all * log($1 / all) } / log(most)
    }

    /// The lower end of Wilson's interval of one standard error.
    private static func lowerShare(_ part: Int, of all: Int) -> Double {
        let all = Double(all)
        let share = Double(part) / all
        let spread = (share * (1 - share) / all + 1 / (4 * all * all)).squareRoot()
        return (share + 1 / (2 * all) - spread) / (1 + 1 / all)
    }

    private static func denials(_ words: [String]) -> Int { words.count { Wording.denying.contains($0) } }

    /// Runs of three letters, words set apart by a space.
    private static func runs(_ words: [String]) -> [String] {
        let letters = Array(" \(words.joined(separator: " ")) ")
        return letters.count < 3 ? [] : (0...(letters.count - 3)).map { String(letters[$0..<($0 + 3)]) }
    }

    /// Words, pairs of them, the first (`^`), the last (`$`), and the first where nothing is joined to it by `and` (`!`).
    private static func signs(_ words: [String]) -> Set<String> {
        var signs = Set(words.filter { !fillers.contains($0) })
        for (left, right) in zip(words, words.dropFirst()) { signs.insert("\(left) \(right)") }
        guard let first = words.first, let last = words.last else { return signs }
        if words.count > 1 { signs.insert("^\(first) \(words[1])") }
        if !fillers.contains(last) { signs.insert("$\(last)") }
        guard !fillers.contains(first) else { return signs }
        signs.insert("^\(first)")
        if !words.contains("and") { signs.insert("!\(first)") }
        return signs
    }

    private static let fillers: Set<String> = [
        "for", "to", "of", "the", "in", "or", "with", "and", "by", "at", "on", "is", "not", "no", "be", "a",
        "an",
        "from", "who", "was", "as",
    ]
}
