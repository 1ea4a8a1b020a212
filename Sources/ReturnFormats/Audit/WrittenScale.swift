/// A scale of grades as files write it: its grades best first, and the spellings of each.
///
/// The direction is part of the scale: 1 is the best of Ofsted's four and the worst of one to five.
package struct WrittenScale: Hashable, Sendable {
    package struct Grade: Hashable, Sendable {
        /// As it is stored: `2`, `partly`.
        package let code: String
        /// As people say it: `Good`, `5, excellent`.
        package let words: String
        package let isGood: Bool

        package init(code: String, words: String, isGood: Bool) {
            self.code = code
            self.words = words
            self.isGood = isGood
        }
    }

    /// What the grades are called, best first.
    package let grades: [String]
    /// The best so many of the grades are good or better; nil where nobody has said.
    package let good: Int?
    private let spellings: [String: Int]

    private static let longest = 50
    /// Other words that are met in files, folded, with what they stand for.
    private static let others = [
        "requiresimprovementtobegood": "requiresimprovement", "partiallymet": "partlymet",
        "partmet": "partlymet", "partial": "partlymet", "unmet": "notmet",
    ]

    /// Of a kept scale, best first.
    package init(_ grades: [Grade]) {
        self.grades = grades.map { $0.words.filter { $0 != "," } }
        good = grades.prefix { $0.isGood }.count
        spellings = Self.spellings(grades)
    }

    /// Grades best first with commas between them, such as `Strong,Fair,Weak`. Nil unless there are 2 to 50, none twice.
    package init?(listing text: String) {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
        let folded = Set(names.map(Self.fold))
        guard (2...Self.longest).contains(names.count), folded.count == names.count, !folded.contains("")
        else { return nil }
        grades = names
        good = nil
        spellings = Dictionary(uniqueKeysWithValues: names.enumerated().map { (Self.fold($1), $0) })
    }

    /// By code and words before all; then by words without a leading code, other words, and the words' first letters.
    /// What could be two grades is neither.
    private static func spellings(_ grades: [Grade]) -> [String: Int] {
        var spellings: [String: Int] = [:]
        for (place, grade) in grades.enumerated() {
            for text in [grade.code, grade.words] { spellings[fold(text)] = place }
        }
        var rest: [String: Set<Int>] = [:]
        for (place, grade) in grades.enumerated() {
            let words = fold(grade.words)
            if words.hasPrefix(fold(grade.code)) {
                rest[String(words.dropFirst(fold(grade.code).count)), default: []].insert(place)
            }
            let initials = grade.words.split { !$0.isLetter && !$0.isNumber }.compactMap(\.first)
            rest[fold(String(initials)), default: []].insert(place)
            for (other, meant) in others where meant == words { rest[other, default: []].insert(place) }
        }
        for (text, places) in rest where places.count == 1 && !text.isEmpty && spellings[text] == nil {
            spellings[text] = places.first
        }
        return spellings
    }

    /// The grade's place on the scale, 0 the best: by its code, as `2` or `2.0`, its words, their first letters (`RI`) or
    /// another spelling; letters large or small. Nil where it is none of the scale.
    package func place(of text: String) -> Int? {
        if let place = spellings[Self.fold(text)] { return place }
        return text.hasSuffix(".0") ? spellings[Self.fold(String(text.dropLast(2)))] : nil
    }

    /// The names, best first, as a sentence has them.
    package var words: String { grades.joined(separator: ", ") }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Letters, digits and the signs of grades such as `A+`, small; the rest only parts words.
    private static func fold(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || "+-*.".contains($0) }
    }
}
