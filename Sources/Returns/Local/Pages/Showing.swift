import Kernel
import Markup
import Site

extension SenderState {
    /// The shape that stands beside its words.
    var symbol: Symbol {
        switch self {
        case .received, .nothing: .green
        case .late: .amber
        case .missing: .red
        case .notYetDue: .grey
        }
    }

    static let all: [SenderState] = [.missing, .late, .received, .nothing, .notYetDue]

    /// As an address carries it.
    var key: String {
        switch self {
        case .received: "received"
        case .late: "late"
        case .missing: "missing"
        case .nothing: "nothing"
        case .notYetDue: "not-yet-due"
        }
    }
}

enum LocalWords {
    /// A figure as running text has it: `41 of 44 (93%)`, `12`, `4.2 points for each worker (88 of 21)`.
    static func figure(_ question: LocalQuestion, _ count: Int, _ base: Int?) -> String {
        switch question.kind {
        case .share, .choice:
            guard let base else { return "\(count)" }
            return base == 0 ? "none of 0" : "\(count) of \(base) (\(percent(count, base)))"
        case .ratio, .clearance:
            guard let base else { return "\(count)" }
            guard base > 0 else {
                return question.kind == .clearance ? "none went out" : "\(count) for 0"
            }
            let words = "\(tenths(count, base)) \(question.unit)"
            return question.kind == .clearance ? words : "\(words) (\(count) for \(base))"
        case .count, .reasons, .text, .themes: return "\(count)"
        }
    }

    static func figure(_ question: LocalQuestion, _ answer: LocalAnswer?) -> String? {
        guard let answer else { return nil }
        if question.kind == .text { return answer.text }
        return answer.count.map { figure(question, $0, answer.base) }
    }

    static func percent(_ count: Int, _ base: Int) -> String {
        base == 0 ? "–" : "\(Int((Double(count) * 100 / Double(base)).rounded()))%"
    }

    /// With one decimal.
    static func tenths(_ count: Int, _ base: Int) -> String {
        let tenths = Int((Double(count) * 10 / Double(base)).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

enum ReturnCrumbs {
    static let home = [Link("Returns", LocalRoute.home.link())]

    static func local(_ local: LocalDefinition) -> [Link] {
        home + [Link(Markup(local.name), LocalRoute.local.link(local.id))]
    }
}

extension Visit {
    /// What was typed, with a refusal of whichever rule at its field.
    func entry(refused refusal: any Refusal) -> Entry { entry([FieldError(refusal.field, refusal.sentence)]) }
}

extension Entry {
    /// A form filled from a record, with its dates in three fields each.
    init(_ values: [String: String], day: Day?, _ name: String) {
        var all = values.mapValues { [$0] }
        if let civil = day?.civil {
            all["\(name)-day"] = ["\(civil.day)"]
            all["\(name)-month"] = ["\(civil.month)"]
            all["\(name)-year"] = ["\(civil.year)"]
        }
        self.init(all)
    }
}

/// A refusal of a form's own fields.
struct FieldRefused: Refusal {
    let field: String?
    let sentence: String

    init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

extension Fields {
    func dayOrNil(_ name: String, called what: String) throws(FieldRefused) -> Day? {
        switch date(name, called: what) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw FieldRefused(name, sentence)
        }
    }

    func neededDay(_ name: String, called what: String) throws(FieldRefused) -> Day {
        guard let day = try dayOrNil(name, called: what) else { throw FieldRefused(name, "Give \(what)") }
        return day
    }
}

extension LocalQuestion {
    /// Its key as words, where a folded table has little room: "Worker absent".
    var shortWords: String { key.replacing("-", with: " ").capitalisedFirst }
}
