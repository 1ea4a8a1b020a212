package import Kernel
import Markup
import Site
package import Storage

/// Saying what such a list comes to later: how many are on it now, of how many, on which day.
package enum SetCohortFigures {
    package enum Refused: Refusal {
        case wholeWrong, countWrong, moreThanWhole, dayMissing, dayAhead, beforeList
        case day(String)
        case wholeTooSmall(Int)
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .wholeWrong: "Give how many there were in all as a whole number"
            case .countWrong: "Give how many are on such a list now as a whole number"
            case .moreThanWhole: "There cannot be more on the list than in all"
            case .dayMissing: "Give the day of the count"
            case .dayAhead: "Give a day that is not ahead"
            case .beforeList: "Give a day after that of the list"
            case .day(let sentence): sentence
            case .wholeTooSmall(let count): "The list itself has \(count) children: they cannot be of fewer"
            case .changedMeanwhile:
                "Somebody else changed these figures meanwhile. Look at what stands above, then save again"
            }
        }

        package var field: String? {
            switch self {
            case .wholeTooSmall: "whole"
            case .countWrong, .moreThanWhole: "after"
            case .wholeWrong: "after-whole"
            case .dayMissing, .dayAhead, .beforeList, .day: "on"
            case .changedMeanwhile: nil
            }
        }
    }

    package struct Form: Sendable {
        package var whole: Int?
        package var count: Int
        package var afterWhole: Int
        package var on: Day

        package init(whole: Int?, count: Int, afterWhole: Int, on: Day) {
            self.whole = whole
            self.count = count
            self.afterWhole = afterWhole
            self.on = on
        }
    }

    static func read(_ form: Fields) throws(Refused) -> Form {
        var whole: Int?
        if !form["whole"].isEmpty {
            guard let number = Int(form["whole"]), (1...10_000_000).contains(number) else {
                throw .wholeTooSmall(0)
            }
            whole = number
        }
        guard let count = Int(form["after"]), (0...10_000_000).contains(count) else { throw .countWrong }
        guard let all = Int(form["after-whole"]), (1...10_000_000).contains(all) else { throw .wholeWrong }
        switch form.date("on", called: "the day of the count") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .day(sentence)
        case .day(let day): return Form(whole: whole, count: count, afterWhole: all, on: day)
        }
    }

    package static func act(
        _ form: Form, _ id: ID<Cohort>, revision: Int, by officer: Officer, today: Day,
        _ connection: Connection, at now: Instant
    ) throws {
        guard let cohort = try CohortSQL.cohort(connection, officer.authority, id) else { throw NotFound() }
        let tree = try UnitTree.read(connection, officer.authority)
        guard tree.isWithin(officer.scopes(for: CohortsRoute.keepers), cohort.node, on: today) else {
            throw NotFound()
        }
        let children =
            try CohortSQL.tallies(connection, officer.authority, [.authority], of: id, on: today)[id]?
            .children ?? 0
        if let whole = form.whole, whole < children { throw Refused.wholeTooSmall(children) }
        guard form.count <= form.afterWhole else { throw Refused.moreThanWhole }
        guard form.on <= today else { throw Refused.dayAhead }
        guard form.on > cohort.listOn else { throw Refused.beforeList }
        let changed = try connection.run(
            """
            UPDATE cohort SET whole = $4, after_on = $5, after_count = $6, after_whole = $7,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(officer.authority), .id(id), .int(revision), .int(form.whole), .day(form.on),
                .int(form.count), .int(form.afterWhole),
            ])
        guard changed == 1 else { throw Refused.changedMeanwhile }
        try connection.record(
            CohortEvent.event(
                "cohort.counted", id, "Gave the later count of the cohort “\(cohort.title)”", officer, at: now
            ))
    }
}

extension AuditsFeature {
    func setCohortFigures(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Cohort> = try visit.id("cohort")
        let (fields, now, today) = (visit.form, visit.now, visit.today)
        do {
            let form = try SetCohortFigures.read(fields)
            try await database.write(for: officer.authority) { connection in
                try SetCohortFigures.act(
                    form, id, revision: Int(fields["revision"]) ?? 0, by: officer, today: today, connection,
                    at: now)
            }
            return .redirect(to: CohortsRoute.cohort.link(id), notice: "The count is saved.")
        } catch let refused as SetCohortFigures.Refused {
            let found = try await database.write(for: officer.authority) {
                try CohortPage.read(
                    $0, officer, id, CohortSQL.Filter(), on: today, at: now, limit: CohortPage.pageSize,
                    offset: 0)
            }
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(CohortPage.page(found, CohortSQL.Filter(), entry, visit))
        }
    }
}

extension CohortPage {
    static func figuresForm(_ found: Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let cohort = found.cohort
        let filled =
            entry.errors.isEmpty
            ? Entry(filled: ["whole": cohort.whole.map { "\($0)" } ?? ""]) : entry
        m.disclosure("Count such a list again", isOpen: !entry.errors.isEmpty) { m in
            m.p("So that the share of then can be set beside the share of now.")
            m.form(to: CohortsRoute.figures.link(cohort.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(cohort.revision)")
                m.textField(
                    "whole", "How many were there in all on \(cohort.listOn.long)?", in: filled,
                    width: .short, numeric: true)
                m.textField(
                    "after", "How many are on such a list now?", in: filled, width: .short, numeric: true)
                m.textField("after-whole", "Of how many in all?", in: filled, width: .short, numeric: true)
                m.dateField("on", "On which day was it counted?", in: filled)
                m.button("Save the count", .other)
            }
        }
    }
}
