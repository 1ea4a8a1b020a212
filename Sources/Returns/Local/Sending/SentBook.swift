package import Kernel

/// What was sent for one return, by period and unit, with every vintage.
package struct SentBook: Sendable {
    private struct Slot: Hashable {
        let periodEnd: Day
        let node: ID<Node>
    }

    private let vintages: [Slot: [LocalSent]]

    package init(_ sent: [LocalSent]) {
        vintages = Dictionary(grouping: sent) { Slot(periodEnd: $0.periodEnd, node: $0.node) }
            .mapValues { $0.sorted { $0.number < $1.number } }
    }

    /// Every vintage of a unit's answer for a period, the first of them first.
    package func vintages(_ node: ID<Node>, _ periodEnd: Day) -> [LocalSent] {
        vintages[Slot(periodEnd: periodEnd, node: node)] ?? []
    }

    package func latest(_ node: ID<Node>, _ periodEnd: Day) -> LocalSent? { vintages(node, periodEnd).last }

    /// The last days of the periods for which anything was sent, in order.
    package var periodEnds: [Day] { Set(vintages.keys.map(\.periodEnd)).sorted() }

    /// The units that sent something for the period.
    package func nodes(_ periodEnd: Day) -> Set<ID<Node>> {
        Set(vintages.keys.lazy.filter { $0.periodEnd == periodEnd }.map(\.node))
    }

    package func state(_ node: ID<Node>, _ period: Period, in local: LocalDefinition, on today: Day)
        -> SenderState
    {
        let all = vintages(node, period.last)
        return .of(first: all.first, latest: all.last, lastDay: local.lastDay(period), on: today)
    }

    /// The units whose figures count for the period: its senders, and whoever sent before it was asked of anybody.
    package func units(for period: Period, in local: LocalDefinition) -> (
        expected: Set<ID<Node>>, sent: Set<ID<Node>>
    ) {
        let sent = nodes(period.last)
        let expected = Set(local.senders(for: period).map(\.node))
        return (expected.isEmpty ? sent : expected, sent)
    }
}

/// One question's answers of several units, added up.
package struct LocalTotal: Hashable, Sendable {
    package var count: Int
    package var base: Int?
    package var reasons: [String: Int]
    /// How many units gave a figure for the question, of how many that must.
    package let unitsIn: Int
    package let unitsExpected: Int

    package var isComplete: Bool { unitsIn == unitsExpected }
    /// "so far, 3 of 4"; nil where all are in.
    package var soFar: String? { isComplete ? nil : "so far, \(unitsIn) of \(unitsExpected)" }

    /// Nil where no unit of them gave a figure: what is missing is missing, not zero.
    package static func of(
        _ question: LocalQuestion, _ book: SentBook, _ units: Set<ID<Node>>, periodEnd: Day
    ) -> LocalTotal? {
        let answers = units.compactMap { book.latest($0, periodEnd)?.answer(question) }.filter(\.isKnown)
        guard !answers.isEmpty else { return nil }
        let needsBase = question.kind == .share || question.kind == .ratio
        return LocalTotal(
            count: answers.reduce(0) { $0 + ($1.count ?? 0) },
            base: needsBase ? answers.reduce(0) { $0 + ($1.base ?? 0) } : nil,
            reasons: answers.reduce(into: [:]) { all, answer in
                for (code, count) in answer.reasons { all[code, default: 0] += count }
            },
            unitsIn: answers.count, unitsExpected: units.count)
    }
}
