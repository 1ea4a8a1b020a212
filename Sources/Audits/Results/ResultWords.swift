import Kernel
import Markup
import Statistics

/// A sentence with what must be seen first in it: for a page and for a document.
struct Said: Hashable, Sendable, ExpressibleByStringInterpolation {
    private var pieces: [Piece] = []

    fileprivate struct Piece: Hashable, Sendable {
        var words: String
        var isStrong: Bool
    }

    init() {}
    init(stringLiteral value: String) { pieces = [Piece(words: value, isStrong: false)] }
    init(stringInterpolation: Parts) { pieces = stringInterpolation.pieces }

    struct Parts: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []
        init(literalCapacity: Int, interpolationCount: Int) {}
        mutating func appendLiteral(_ literal: String) {
            pieces.append(Piece(words: literal, isStrong: false))
        }
        mutating func appendInterpolation(_ words: some CustomStringConvertible) {
            pieces.append(Piece(words: "\(words)", isStrong: false))
        }
        mutating func appendInterpolation(strong words: some CustomStringConvertible) {
            pieces.append(Piece(words: "\(words)", isStrong: true))
        }
    }

    static func + (left: Said, right: Said) -> Said {
        var said = left
        if !said.pieces.isEmpty, !right.pieces.isEmpty {
            said.pieces.append(Piece(words: " ", isStrong: false))
        }
        said.pieces += right.pieces
        return said
    }

    var isEmpty: Bool { pieces.isEmpty }
    var text: String { pieces.map(\.words).joined() }
    var markup: Markup {
        Markup { m in
            for piece in pieces { if piece.isStrong { m.strong(piece.words) } else { m.add(piece.words) } }
        }
    }
}

/// How a result is put into words.
enum ResultWords {
    /// A share from 0 to 1 as a percentage without its sign.
    static func percent(_ share: Double, decimals: Int = 0) -> String { decimal(share * 100, decimals) }

    /// A coefficient with two decimals.
    static func coefficient(_ value: Double, decimals: Int = 2) -> String { decimal(value, decimals) }

    /// With so many decimals, rounded half away from zero, and a true minus sign; 0 to 6.
    static func decimal(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let rest = String(scaled % scale)
        let fraction = String(repeating: "0", count: max(0, decimals - rest.count)) + rest
        return (value < 0 && scaled > 0 ? "−" : "") + String(scaled / scale)
            + (decimals > 0 ? "." + fraction : "")
    }

    /// "about twice in 1,000 rounds", or in words for what is rarer or common.
    static func chance(_ probability: Double) -> String {
        switch probability {
        case 0.5...: "Differences as one-sided as these are common by chance alone"
        case 0.05...:
            "Chance alone would do this in about \(Int((probability * 100).rounded())) of 100 rounds"
        case 0.0095...:
            "Chance alone would do this in about \(Int((probability * 100).rounded())) of 100 rounds"
        case 0.0005...:
            "Chance alone would do this about \(times(Int((probability * 1000).rounded()))) in 1,000 rounds"
        default: "Chance alone would do this less than once in 1,000 rounds"
        }
    }

    private static func times(_ number: Int) -> String {
        number <= 1 ? "once" : number == 2 ? "twice" : "\(number) times"
    }

    /// `p = 0.002`, or that it is smaller than can be printed so.
    static func probability(_ value: Double) -> String {
        value < 0.001 ? "p under 0.001" : "p = \(coefficient(value, decimals: value < 0.1 ? 3 : 2))"
    }
}

extension Relation {
    /// Who graded first, as a sentence begins with them.
    var graders: String {
        switch self {
        case .own: "Teams"
        case .line: "Managers"
        case .independent: "Auditors"
        }
    }

    /// "Self", beside a figure.
    var leg: String {
        switch self {
        case .own: "Self"
        case .line: "Line"
        case .independent: "First"
        }
    }
}

extension ShownResult {
    private var unit: String { result.tool.unit.plural }
    private var graders: String { result.round.first.graders }

    /// "good or better", or "met" for a scale that says so.
    var goodWords: String {
        guard let overall = result.overall, case .grade(let key) = overall.question.kind else {
            return "good or better"
        }
        return key == Scale.met.key ? "met" : "good or better"
    }

    /// How things stand, in one or two sentences: what the first readers said, what the second, and which way they differ.
    var opening: Said {
        guard let overall = result.overall else { return openingByStandard }
        let first = share(overall, .good(.first), of: .judged(.first))
        guard overall.second.contains(where: { $0 > 0 }) else {
            guard let first else { return nothing(overall) }
            let said: Said =
                "\(graders) graded \(strong: "\(first.count) of \(first.total)") \(unit) \(goodWords)."
            return said + "Nobody has read them a second time, so this is what \(graders.lowercased()) say."
        }
        return sideBySide(overall, first) + direction(overall)
    }

    private func nothing(_ overall: RoundResult.Answered) -> Said {
        guard overall.first.contains(where: { $0 > 0 }) else {
            return "No audit of this round came back, so it says nothing."
        }
        return
            "The numbers of this round are so small that they could point at a child, so they are not shown here."
    }

    private func sideBySide(_ overall: RoundResult.Answered, _ first: Share?) -> Said {
        let own = share(overall, .goodOfBoth(.first), of: .judgedByBoth)
        let second = share(overall, .goodOfBoth(.second), of: .judgedByBoth)
        let isPart = first?.total != own?.total
        if let first, let own, let second, isPart {
            let all: Said =
                "\(graders) graded \(strong: "\(first.count) of \(first.total)") \(unit) \(goodWords)."
            return all
                + "Of the \(strong: second.total) that verifiers then read, without sight of those grades, \(graders.lowercased()) had said \(strong: own.count) and verifiers said \(strong: second.count)."
        }
        switch (own, second) {
        case (let own?, let second?):
            let blind: Said =
                "Verifiers, who could not see those grades, said \(strong: second.count)."
            return "\(graders) graded \(strong: "\(own.count) of \(own.total)") \(unit) \(goodWords)."
                + blind
        case (let own?, nil):
            return
                "\(graders) graded \(strong: "\(own.count) of \(own.total)") of the \(unit) that were read twice \(goodWords)."
                + "What verifiers said is too small to show."
        case (nil, let second?):
            return
                "Verifiers graded \(strong: "\(second.count) of \(second.total)") \(unit) \(goodWords)."
                + "What \(graders.lowercased()) said is too small to show."
        case (nil, nil):
            guard let first else { return nothing(overall) }
            return
                "\(graders) graded \(strong: "\(first.count) of \(first.total)") \(unit) \(goodWords)."
                + "What the second readers said is too small to show."
        }
    }

    /// "When the two differ, the team is nearly always kinder: 15 times to 2."
    private func direction(_ overall: RoundResult.Answered) -> Said {
        guard let kinder = self[overall, .kinder], let harder = self[overall, .harder] else { return Said() }
        guard kinder + harder > 0 else { return "The two never differ." }
        let who =
            switch result.round.first {
            case .own: "the team is"
            case .line: "the manager is"
            case .independent: "the first reader is"
            }
        let (most, least) = (max(kinder, harder), min(kinder, harder))
        let word = kinder >= harder ? "kinder" : "harder"
        let how: String
        switch Double(most) / Double(most + least) {
        case 1: how = "always \(word)"
        case 0.8...: how = "nearly always \(word)"
        case 0.6...: how = "more often \(word)"
        default:
            return
                "When the two differ, \(who) as often kinder as harder: \(strong: "\(kinder) times to \(harder)")."
        }
        return "When the two differ, \(who) \(how): \(strong: "\(most) times to \(least)")."
    }

    private var openingByStandard: Said {
        let rule = consistency(of: .first)
        guard rule.of > 0 else { return "No audit of this round came back, so it says nothing." }
        return
            "\(strong: "\(rule.met) of \(rule.of)") standards are consistently met: \(goodWords) in \(result.round.passShare)% of the \(unit) that each applies to."
    }

    /// Standards whose every judged question is good or better in the share of cases that the round asks, of those that
    /// were judged. The audit's own grade is no standard.
    func consistency(of leg: Leg) -> (met: Int, of: Int, unknown: Int) {
        var (met, of, unknown) = (0, 0, 0)
        for standard in standards {
            let shares = standard.questions.map { share($0, .good(leg), of: .judged(leg)) }
            if shares.contains(where: { $0 == nil }) {
                let isRead = standard.questions.contains { $0.counts(leg).contains { $0 > 0 } }
                if isRead { unknown += 1 }
                continue
            }
            of += 1
            if shares.allSatisfy({ $0.map { $0.count * 100 >= $0.total * result.round.passShare } ?? false })
            {
                met += 1
            }
        }
        return (met, of, unknown)
    }

    struct StandardRow {
        let standard: Tool.Standard
        let questions: [RoundResult.Answered]
    }

    /// The standards with their judged questions, in the order of the tool; without the audit's own grade.
    var standards: [StandardRow] {
        var rows: [StandardRow] = []
        for standard in result.tool.standards {
            let keys = Set(standard.questions.map(\.key))
            let own = result.questions.filter {
                keys.contains($0.question.key) && $0.isJudged && $0.question.key != result.tool.overall
            }
            if !own.isEmpty { rows.append(StandardRow(standard: standard, questions: own)) }
        }
        return rows
    }

    var questionsOfStandards: [RoundResult.Answered] { standards.flatMap(\.questions) }

    /// Two to four facts under the heading.
    var facts: [String] {
        let round = result.round
        var facts: [String] = []
        if round.isPast {
            facts.append("Taken in from a file")
        } else if let frame = round.frame {
            let drawn = result.sample.draws[.first]?.size ?? result.sample.cases
            switch ResultBasis(result) {
            case .census: facts.append("All \(frame.count) \(unit)")
            case .random: facts.append("\(drawn) of \(frame.count) \(unit), drawn at random")
            case .strata:
                facts.append(
                    "\(drawn) of \(frame.count) \(unit), drawn at random by \(round.stratum?.words ?? "part")"
                )
            case .chosen: facts.append("\(drawn) \(unit), \(round.kind.chosenWords)")
            }
        }
        if let overall = result.overall ?? questionsOfStandards.first,
            overall.second.contains(where: { $0 > 0 }), !round.isPast
        {
            let who = counted(result.sample.verifiers, "verifier")
            facts.append("Second grade blind, by \(who) independent of the cases")
        }
        if let closed = round.closedAt { facts.append("Closed \(closed.inLondon.day.long)") }
        facts.append("Tool version \(round.toolVersion)")
        return facts
    }
}

extension Round.Kind {
    /// How cases that speak for themselves alone were found.
    var chosenWords: String {
        switch self {
        case .perPerson: "so many for each person"
        case .perEvent: "so many for each event"
        default: "chosen on purpose"
        }
    }
}
