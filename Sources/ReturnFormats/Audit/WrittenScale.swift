/// A scale of grades as files write it: its grades best first, and the spellings of each.
///
/// The direction is part of the scale: 1 is the best of Ofsted's four and the worst of one to five.
package struct WrittenScale: Hashable, Sendable {
    /// Best first.
    package let grades: [String]
    /// The best so many of the grades are good or better; nil where nobody has said.
    package let good: Int?
    private let spellings: [String: Int]

    private static let longest = 50

    /// Ofsted's four points, 1 the best.
    package static let ofsted = WrittenScale(
        ["Outstanding", "Good", "Requires improvement", "Inadequate"], good: 2,
        also: [["1", "o"], ["2", "g"], ["3", "ri", "requires improvement to be good"], ["4", "i", "ia"]])

    /// One to five, 5 the best.
    package static let five = WrittenScale(
        ["5", "4", "3", "2", "1"], good: 2, also: [["excellent"], [], [], [], ["poor"]])

    /// Met, partly met, not met.
    package static let met = WrittenScale(
        ["Met", "Partly met", "Not met"], good: 1,
        also: [["m"], ["partly", "partially met", "part met", "partial", "p"], ["not", "unmet", "n"]])

    /// `ofsted`, `five`, `met`, or the grades themselves, best first, with commas between them: at least two, none
    /// twice. Nil for anything else.
    package init?(_ text: String) {
        switch Self.fold(text) {
        case "ofsted": self = .ofsted
        case "five": self = .five
        case "met": self = .met
        default:
            let grades = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
            let folded = Set(grades.map(Self.fold))
            guard (2...Self.longest).contains(grades.count), folded.count == grades.count,
                !folded.contains("")
            else { return nil }
            self.init(grades, good: nil, also: [])
        }
    }

    private init(_ grades: [String], good: Int?, also: [[String]]) {
        self.grades = grades
        self.good = good
        var spellings: [String: Int] = [:]
        for (place, grade) in grades.enumerated() { spellings[Self.fold(grade)] = place }
        for (place, others) in also.enumerated() {
            for other in others { spellings[Self.fold(other)] = place }
        }
        self.spellings = spellings
    }

    /// The grade's place on the scale, 0 the best: by its name, another spelling, or its number, as `2` or `2.0`. Letters
    /// large or small. Nil where it is none of the scale.
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

    /// Letters, digits and signs that may be grades (`A+`), small; the rest only parts words.
    private static func fold(_ text: String) -> String {
        text.lowercased().filter {
            $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == "*" || $0 == "."
        }
    }
}
