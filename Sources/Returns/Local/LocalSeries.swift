package import Kernel
package import Storage
import Timescales

/// One question of a local return over time, as measures take it.
package struct LocalSeries: Sendable {
    package enum Shape: String, Sendable {
        /// A numerator of a denominator, never larger than it.
        case share
        case count
        /// A numerator for each of a denominator; it may be larger.
        case ratio
    }

    /// A day from which the line means something else, and why.
    package struct Break: Hashable, Sendable {
        package let day: Day
        package let reason: String
    }

    /// A unit's figure for a period, or that of everything below a node.
    package struct Value: Hashable, Sendable {
        package let node: ID<Node>
        package let period: Period
        /// The count, or the numerator of a share or a ratio.
        package let count: Int
        package let base: Int?
        /// How many for each reason, by code.
        package let reasons: [String: Int]
        /// When the last of what it rests on came in: a correction makes it later.
        package let vintage: Instant
        package let sendersIn: Int
        package let sendersExpected: Int
        /// Whether every sender at or below the node has given a figure; else it is "so far".
        package var isComplete: Bool { sendersIn == sendersExpected }
    }

    /// `local.<return>.<question>`, the same for every version.
    package let key: String
    package let returnID: ID<LocalReturn>
    package let returnName: String
    package let questionKey: String
    /// What is counted, in the latest words.
    package let name: String
    package let ofWords: String
    package let definition: String
    package let unit: String
    package let shape: Shape
    package let better: LocalQuestion.Better
    package let rhythm: ReturnRhythm
    package let options: [LocalQuestion.Option]
    package let breaks: [Break]
    /// True where its figures would give others back by subtraction: nobody outside the inner circle sees any of them.
    package let isInnerOnly: Bool
    /// By the end of the period; for each, every sender and every node above one, up to the authority. Nodes for which
    /// nothing came in have no value: missing is missing.
    package let values: [Value]
    /// The last day of the period that a return is due for now, and the units that have not sent for it.
    package let missing: Missing?

    package struct Missing: Hashable, Sendable {
        package let period: Period
        package let due: Day
        package let nodes: [ID<Node>]
    }
}

extension LocalReturnsSQL {
    /// Every question of every local return that has figures, or of one return, for periods from `first` on.
    ///
    /// Words and ended questions that never had a figure have no series.
    package static func series(
        _ connection: Connection, _ authority: ID<Authority>, only: ID<LocalReturn>? = nil,
        from first: Day = Day(number: 0), on today: Day
    ) throws -> [LocalSeries] {
        let tree = try UnitTree.read(connection, authority)
        return try definitions(connection, authority, only: only).flatMap { local -> [LocalSeries] in
            switch local.kind {
            case .units:
                let book = SentBook(
                    try sent(connection, authority, local.id, from: first, through: today.adding(days: 400)))
                return local.series(book, tree, on: today)
            case .feedback, .survey:
                return try ChoiceResultsSQL.series(connection, authority, local, tree, from: first, on: today)
            }
        }
    }
}

extension LocalDefinition {
    /// Pure: the series of what was sent.
    package func series(_ book: SentBook, _ tree: UnitTree, on today: Day) -> [LocalSeries] {
        let missing = missing(book, on: today)
        return questions.values.sorted {
            ($0[0].position, $0[0].question.key) < ($1[0].position, $1[0].question.key)
        }
        .compactMap { versions -> LocalSeries? in
            guard let question = versions.last?.question, let shape = question.shape else { return nil }
            let values = book.periodEnds.flatMap { end -> [LocalSeries.Value] in
                guard let period = period(endingOn: end) else { return [] }
                return self.values(versions, period, book, tree)
            }
            return series(question, shape, versions, values, missing)
        }
    }

    func series(
        _ question: LocalQuestion, _ shape: LocalSeries.Shape, _ versions: [QuestionVersion],
        _ values: [LocalSeries.Value], _ missing: LocalSeries.Missing?
    ) -> LocalSeries {
        LocalSeries(
            key: "local.\(key).\(question.key)", returnID: id, returnName: name, questionKey: question.key,
            name: question.words, ofWords: question.ofWords, definition: question.definition,
            unit: question.unit, shape: shape, better: question.better, rhythm: latest.rhythm,
            options: question.options, breaks: Self.breaks(versions), isInnerOnly: isInnerOnly(versions),
            values: values, missing: missing)
    }

    /// Whether it ever was one that only the inner circle sees: its earlier figures still stand.
    private func isInnerOnly(_ versions: [QuestionVersion]) -> Bool {
        let all = questions.values.joined().map(\.question)
        return versions.contains { Withholding.isInnerOnly($0.question, among: all) }
    }

    /// The days from which a question means something else than before.
    static func breaks(_ versions: [QuestionVersion]) -> [LocalSeries.Break] {
        zip(versions, versions.dropFirst()).compactMap { before, after in
            guard before.isAsked, after.isAsked, !before.question.means(theSameAs: after.question) else {
                return nil
            }
            return LocalSeries.Break(day: after.from, reason: after.reason ?? "Its definition was changed")
        }
    }

    /// The last period that is due, and who has not sent for it; nil where everybody has.
    package func missing(_ book: SentBook, on today: Day) -> LocalSeries.Missing? {
        var period = lastEnded(by: endedOn.map { min($0, today) } ?? today)
        if lastDay(period) >= today { period = previous(period) }
        let nodes = senders(for: period).map(\.node).filter { book.latest($0, period.last) == nil }
        return nodes.isEmpty ? nil : LocalSeries.Missing(period: period, due: due(period), nodes: nodes)
    }

    private func values(
        _ versions: [QuestionVersion], _ period: Period, _ book: SentBook, _ tree: UnitTree
    ) -> [LocalSeries.Value] {
        let inForce = versions.last { $0.from <= period.last } ?? versions[0]
        let (expected, sent) = book.units(for: period, in: self)
        let units = expected.union(sent)
        var below: [ID<Node>: Set<ID<Node>>] = [:]
        for unit in units {
            for node in tree.lineUp(from: unit, on: period.last) { below[node, default: []].insert(unit) }
        }
        return below.sorted { $0.key < $1.key }.compactMap { node, units in
            guard let total = figure(inForce.question, period, book, units),
                let vintage = units.compactMap({ book.latest($0, period.last)?.at }).max()
            else { return nil }
            return LocalSeries.Value(
                node: node, period: period, count: total.count, base: total.base, reasons: total.reasons,
                vintage: vintage, sendersIn: total.unitsIn, sendersExpected: total.unitsExpected)
        }
    }

    /// The units' answers added up, or what is worked out from them.
    func figure(
        _ question: LocalQuestion, _ period: Period, _ book: SentBook, _ units: Set<ID<Node>>
    ) -> LocalTotal? {
        guard question.kind == .clearance else {
            return LocalTotal.of(question, book, units, periodEnd: period.last)
        }
        // The stock at the end over what goes out in a working day: stock × working days ÷ out.
        let asked = questions(on: period.last)
        guard let stock = asked.first(where: { $0.balance != nil }), let balance = stock.balance,
            let out = asked.first(where: { $0.key == balance.out }),
            let left = LocalTotal.of(stock, book, units, periodEnd: period.last),
            let gone = LocalTotal.of(out, book, units, periodEnd: period.last),
            left.unitsIn == gone.unitsIn
        else { return nil }
        let days = WorkingDays.between(period.first.adding(days: -1), period.last)
        return LocalTotal(
            count: left.count * days, base: gone.count, reasons: [:], unitsIn: left.unitsIn,
            unitsExpected: left.unitsExpected)
    }
}

extension LocalQuestion {
    var shape: LocalSeries.Shape? {
        switch kind {
        case .count, .reasons: .count
        case .share, .choice: .share
        case .ratio, .clearance: .ratio
        case .text, .themes: nil
        }
    }
}
