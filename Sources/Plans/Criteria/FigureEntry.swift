import Kernel
import Markup
import Proof
import Site

/// A figure as somebody types it: a count out of a base, or a number alone.
enum FigureEntry {
    enum Refused: String, Refusal {
        case missing = "Give the figure"
        case halfGiven = "Give both how many and out of how many"
        case twice = "Give the counts or the figure alone, not both"
        case notWhole = "Give whole numbers from 0 to 999,999"
        case noBase = "A share of none says nothing: give at least 1 to count among"
        case moreThanAll = "The count cannot be more than what it is out of"
        case notNumber = "Give a number of 0 or more, such as 58.7, with at most three decimal places"
        case overHundred = "A share cannot be more than 100%"
        case countsMissing = "Give how many were met, out of how many were looked at"

        var field: String? {
            switch self {
            case .missing, .halfGiven, .twice, .notWhole, .moreThanAll, .countsMissing: "numerator"
            case .noBase: "denominator"
            case .notNumber, .overHundred: "plain"
            }
        }
    }

    static func decide(
        _ form: Fields, _ unit: MeasureUnit, needsCounts: Bool = false
    ) throws(Refused) -> Figure {
        let (count, base, plain) = (form["numerator"], form["denominator"], form["plain"])
        guard !(count.isEmpty && base.isEmpty) else {
            guard !needsCounts else { throw .countsMissing }
            guard !plain.isEmpty else { throw .missing }
            return .plain(try amount(plain, unit))
        }
        guard plain.isEmpty else { throw .twice }
        guard !count.isEmpty, !base.isEmpty else { throw .halfGiven }
        guard let count = whole(count), let base = whole(base) else { throw .notWhole }
        guard base >= 1 else { throw .noBase }
        guard count <= base else { throw .moreThanAll }
        return .share(count, of: base)
    }

    /// A target or a figure alone.
    static func amount(_ text: String, _ unit: MeasureUnit) throws(Refused) -> Amount {
        let bare = text.hasSuffix("%") ? text.dropLast().trimmed : text
        guard let amount = Amount(bare) else { throw .notNumber }
        guard unit != .percent || amount.thousandths <= 100_000 else { throw .overHundred }
        return amount
    }

    private static func whole(_ text: String) -> Int? {
        let digits = text.replacing(",", with: "")
        guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(digits)
    }
}

extension Markup {
    /// The fields that `FigureEntry` reads.
    mutating func figureFields(_ unit: MeasureUnit, in entry: Entry) {
        if unit == .percent {
            textField("numerator", "How many", in: entry, width: .short, numeric: true)
            textField(
                "denominator", "Out of how many", in: entry,
                hint: "Counts are best: the share is worked out from them.", width: .short, numeric: true)
            textField(
                "plain", "Or the share alone, where the counts are not known", in: entry,
                hint: "Such as 58.7", width: .short)
        } else {
            textField(
                "plain", unit == .days ? "How many days" : "The number", in: entry, width: .short)
        }
    }

    /// The choice between the whole authority and one of its parts; nothing where there is no part to choose.
    mutating func unitField(_ units: [CriterionUnit], all: Bool = true, in entry: Entry) {
        guard !units.isEmpty else { return }
        select(
            "node", "For which part",
            (all ? [Choice("", "The whole authority")] : [])
                + units.map { Choice($0.id.description, $0.name) }, in: entry)
    }
}
