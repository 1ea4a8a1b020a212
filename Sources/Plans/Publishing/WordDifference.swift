import Markup

/// Two texts word by word: which words of each the other does not have in that place.
enum WordDifference {
    struct Run: Hashable, Sendable {
        var text: String
        var differs: Bool
    }

    /// Texts that differ in more words than this are marked whole.
    private static let longest = 600
    /// The room of a whole page: a second or so.
    static let page = 10_000_000

    /// `room` is how many pairs of words may still be held against each other; texts that want more are marked
    /// whole, so that a page of many long texts has its bound too.
    static func between(_ old: String, _ new: String, _ room: inout Int) -> (old: [Run], new: [Run]) {
        let (one, two) = (old.split(separator: " "), new.split(separator: " "))
        let shorter = min(one.count, two.count)
        let head = zip(one, two).prefix { $0 == $1 }.count
        let tail = zip(one.reversed(), two.reversed()).prefix(shorter - head).prefix { $0 == $1 }.count
        let (middle, other) = (Array(one[head..<one.count - tail]), Array(two[head..<two.count - tail]))
        let pairs = middle.count * other.count
        guard middle.count <= longest, other.count <= longest, pairs <= room else {
            return ([Run(text: old, differs: true)], [Run(text: new, differs: true)])
        }
        room -= pairs
        let (inOne, inTwo) = common(middle, other)
        func whole(_ inner: [Bool]) -> [Bool] {
            [Bool](repeating: true, count: head) + inner + [Bool](repeating: true, count: tail)
        }
        return (runs(one, whole(inOne)), runs(two, whole(inTwo)))
    }

    /// Which words of each belong to their longest common run.
    private static func common(_ one: [Substring], _ two: [Substring]) -> ([Bool], [Bool]) {
        var lengths = [[Int]](
            repeating: [Int](repeating: 0, count: two.count + 1), count: one.count + 1)
        for i in one.indices.reversed() {
            for j in two.indices.reversed() {
                lengths[i][j] =
                    one[i] == two[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var (inOne, inTwo) = (
            [Bool](repeating: false, count: one.count), [Bool](repeating: false, count: two.count)
        )
        var (i, j) = (0, 0)
        while i < one.count, j < two.count {
            if one[i] == two[j] {
                (inOne[i], inTwo[j]) = (true, true)
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return (inOne, inTwo)
    }

    private static func runs(_ words: [Substring], _ isCommon: [Bool]) -> [Run] {
        var runs: [Run] = []
        for (word, common) in zip(words, isCommon) {
            if let last = runs.last, last.differs == !common {
                runs[runs.count - 1].text += " \(word)"
            } else {
                runs.append(Run(text: String(word), differs: !common))
            }
        }
        return runs
    }
}

extension Markup {
    /// The runs of a text, those that differ marked.
    mutating func words(_ runs: [WordDifference.Run]) {
        for (index, run) in runs.enumerated() {
            if index > 0 { add(" ") }
            if run.differs { mark(run.text) } else { add(run.text) }
        }
    }
}
