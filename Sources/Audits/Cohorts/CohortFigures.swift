import Kernel
import Markup
import Statistics

/// A cohort's figures as somebody may see them: as they are, or without small ones and what they could be told from.
struct CohortFigures: Hashable, Sendable {
    struct Figure: Hashable, Sendable {
        /// Nil where it is withheld.
        let count: Int?

        var words: String { count.map { "\($0)" } ?? "c" }
    }

    static let heads = ["Children", "Continue", "Ended", "Something else", "Late", "Still to come"]
    static let note: Markup =
        "c: withheld. A number of 1 to 5 may point at a child, and what it could be worked out from is withheld with it."

    let children: Figure
    let continued: Figure
    let ended: Figure
    let other: Figure
    let late: Figure
    /// Not decided and not late.
    let toCome: Figure

    var all: [Figure] { [children, continued, ended, other, late, toCome] }
    var hidesSome: Bool { all.contains { $0.count == nil } }

    init(_ tally: CohortTally, _ view: CohortView) {
        let parts = [
            tally.continued, tally.ended, tally.other, tally.late, tally.open - tally.late,
        ]
        var hidden = Array(repeating: false, count: 6)
        // Figures that do not add up cannot be protected: none is shown then.
        if view == .counts {
            hidden = Suppression(list: parts)?.hidden ?? Array(repeating: true, count: 6)
        }
        let figures = (parts + [tally.children]).enumerated().map {
            Figure(count: hidden[$0.offset] ? nil : $0.element)
        }
        (continued, ended, other) = (figures[0], figures[1], figures[2])
        (late, toCome, children) = (figures[3], figures[4], figures[5])
    }
}

/// What a cohort came to, as shares.
enum CohortShares {
    struct Line: Hashable, Sendable {
        let words: String
        let share: Share
        let interval: Interval
    }

    /// Continue, ended and something else among those decided; none while nobody is.
    static func lines(_ tally: CohortTally) -> [Line] {
        [("Continues", tally.continued), ("Ended", tally.ended), ("Something else", tally.other)].compactMap {
            words, count in
            guard let share = Share(count, of: tally.decided), let interval = share.wilson() else {
                return nil
            }
            return Line(words: words, share: share, interval: interval)
        }
    }

    /// What the interval is of: every child of the list was looked at, or those whose conference came first.
    static func label(_ tally: CohortTally) -> String {
        tally.open == 0
            ? "Every child of the list is decided: this is a census. The interval shows how such decisions vary, not an error of sampling."
            : "These are the children whose conferences came first, not a sample: the interval says nothing of the others."
    }

    /// The share that such a list has of the whole, then and now, with Newcombe's interval; nil where it was not said.
    struct Change: Hashable, Sendable {
        let before: Share
        let after: Share
        /// After less before, from −1 to 1.
        let difference: Double
        let interval: Interval

        /// Whether chance alone could make as much of it.
        var isWithinChance: Bool { interval.lower <= 0 && interval.upper >= 0 }
    }

    static func change(_ cohort: CohortRecord, children: Int) -> Change? {
        guard let whole = cohort.whole, let after = cohort.after, let before = Share(children, of: whole),
            let now = Share(after.count, of: after.whole), let difference = now.difference(from: before)
        else { return nil }
        return Change(
            before: before, after: now, difference: difference.value, interval: difference.interval)
    }
}

extension CohortShares {
    /// Whole per cents under 100 cases, as the share itself: "15% to 85%".
    static func percents(_ interval: Interval, of share: Share) -> String {
        func words(_ value: Double) -> String {
            share.decimals == 0 ? "\(Int((value * 100).rounded()))" : points(value)
        }
        return "\(words(interval.lower))% to \(words(interval.upper))%"
    }

    /// A share of 1 as points with one decimal and a true minus sign: −4.2.
    static func points(_ value: Double) -> String {
        let tenths = Int((value * 1000).rounded())
        let size = abs(tenths)
        return "\(tenths < 0 ? "−" : "")\(size / 10).\(size % 10)"
    }
}
