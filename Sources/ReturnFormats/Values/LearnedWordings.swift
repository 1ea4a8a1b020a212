import Synchronization

/// The learned spellings of one column taken apart, for a value that nobody has written before.
struct LearnedWordings: Sendable {
    /// All words → groups.
    private(set) var keys: [String: Set<Int>] = [:]
    /// Words without codes → groups.
    private(set) var descriptions: [[String]: Set<Int>] = [:]
    /// Words without numbers → groups, for sets whose codes are words.
    private(set) var wordsOnly: [[String]: Set<Int>] = [:]
    /// How often each code was seen with each group.
    private(set) var seen: [String: [Int: Int]] = [:]
    private(set) var likeness = Likeness([])

    /// `code` says which code of a group a wording names; words are weighed only where there are enough of them.
    init(
        _ all: [LearnedTable.Learned], known: Set<String>, in set: CodeSet, isLarge: Bool,
        code: (Wording, Int) -> Int
    ) {
        var wordings: [Likeness.Learned] = []
        for one in all {
            let wording = Wording(one.spelling, known: known, in: set)
            keys[wording.key, default: []].insert(one.group)
            if !set.hasCodes { wordsOnly[wording.unnumbered, default: []].insert(one.group) }
            for code in wording.codes { seen[code, default: [:]][one.group, default: 0] += 1 }
            guard !wording.words.isEmpty else { continue }
            descriptions[wording.words, default: []].insert(one.group)
            wordings.append(
                Likeness.Learned(words: wording.words, group: one.group, code: code(wording, one.group)))
        }
        if isLarge { likeness = Likeness(wordings) }
    }
}

/// A value that is made when it is first asked for, once for all threads.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func get(_ make: () -> Value) -> Value {
        made.withLock { held in
            if let held { return held }
            let value = make()
            held = value
            return value
        }
    }
}
