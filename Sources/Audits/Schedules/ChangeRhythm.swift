import Kernel
import Markup
import Site
import Storage

/// Changing a rhythm from a day on, and ending it. What fell due until then stands as it was.
enum ChangeRhythm {
    enum Refused: Refusal {
        case reasonMissing
        case dayMissing
        case dayWrong(String)
        case dayBeforeStart(Day)
        case alreadyEnded
        case changedMeanwhile

        var field: String? {
            switch self {
            case .reasonMissing: "reason"
            case .dayMissing, .dayWrong, .dayBeforeStart: "last"
            case .alreadyEnded, .changedMeanwhile: nil
            }
        }

        var sentence: String {
            switch self {
            case .reasonMissing: "Say why"
            case .dayMissing: "Give the last day of the rhythm"
            case .dayWrong(let sentence): sentence
            case .dayBeforeStart(let day): "The last day cannot lie before \(day.long)"
            case .alreadyEnded: "This rhythm has ended already"
            case .changedMeanwhile: KeepRhythm.Refused.changedMeanwhile.sentence
            }
        }
    }

    static func decide(_ form: Fields, earliest: Day) throws(Refused) -> (last: Day, reason: String) {
        let last: Day
        switch form.date("last", called: "the last day") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .dayWrong(sentence)
        case .day(let day): last = day
        }
        guard last >= earliest else { throw .dayBeforeStart(earliest) }
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return (last, String(form["reason"].prefix(1000)))
    }

    /// Ends it. What was made ahead and nobody touched goes; what fell due stands.
    static func end(
        _ rhythm: Rhythm, revision: Int, last: Day, reason: String, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws {
        guard rhythm.endedOn == nil else { throw Refused.alreadyEnded }
        let changed = try connection.run(
            """
            UPDATE rhythm SET ended_on = $4, ended_reason = $5, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3 AND ended_on IS NULL
            """, [.id(officer.authority), .id(rhythm.id), .int(revision), .day(last), .text(reason)])
        guard changed == 1 else { throw Refused.changedMeanwhile }
        try connection.run(
            """
            DELETE FROM occurrence WHERE authority = $1 AND rhythm = $2 AND natural_on > $3
                AND done_on IS NULL AND round IS NULL AND done_count IS NULL
            """, [.id(officer.authority), .id(rhythm.id), .day(last)])
        try connection.record(
            RhythmWriting.event(
                "rhythm.ended", rhythm.id, officer, at: now, plan: rhythm.source?.plan,
                says: "\(rhythm.terms.title): ends on \(last.long)", reason: reason))
    }

    /// Ends it on the day before, and goes on with the new terms.
    static func change(
        _ rhythm: Rhythm, revision: Int, to terms: Rhythm.Terms, reason: String, by officer: Officer,
        _ connection: Connection, at now: Instant, on today: Day
    ) throws -> ID<RhythmRecord> {
        try end(
            rhythm, revision: revision, last: terms.startsOn.adding(days: -1), reason: reason, by: officer,
            connection, at: now)
        return try KeepRhythm.keep(
            terms, from: nil, following: rhythm.id, by: officer, connection, at: now, on: today)
    }
}

extension AuditsFeature {
    func editRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (rhythm, choices) = try await rhythmToKeep(visit, officer)
        return .page(
            ChangeRhythm.page(
                rhythm, RhythmForm.entry(rhythm.terms, from: visit.today), choices, "\(rhythm.revision)",
                visit))
    }

    func changeRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (shown, choices) = try await rhythmToKeep(visit, officer)
        do {
            let (form, today, now) = (visit.form, visit.today, visit.now)
            let id = try await database.write(for: officer.authority) { connection in
                let choices = try RhythmChoices.read(connection, officer, on: today)
                let terms = try KeepRhythm.decide(
                    form, choices, earliest: max(today, shown.terms.startsOn.adding(days: 1)), on: today)
                guard form["reason"].count >= 3 else { throw ChangeRhythm.Refused.reasonMissing }
                return try ChangeRhythm.change(
                    shown, revision: Int(form["revision"]) ?? -1, to: terms,
                    reason: String(form["reason"].prefix(1000)), by: officer, connection, at: now, on: today)
            }
            return .redirect(to: SchedulesRoute.rhythm.link(id), notice: "It is changed from that day on.")
        } catch let refused as any Refusal {
            return .refused(
                ChangeRhythm.page(
                    shown, visit.entry(refused: refused), choices, visit.form["revision"], visit))
        }
    }

    func lastDayOfRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (rhythm, _) = try await rhythmToKeep(visit, officer)
        let (year, month, day) = visit.today.civil
        let entry = Entry(filled: ["last-day": "\(day)", "last-month": "\(month)", "last-year": "\(year)"])
        return .page(ChangeRhythm.endPage(rhythm, entry, "\(rhythm.revision)", visit))
    }

    func endRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (rhythm, _) = try await rhythmToKeep(visit, officer)
        do {
            let (last, reason) = try ChangeRhythm.decide(
                visit.form,
                earliest: max(rhythm.terms.startsOn, visit.today.adding(days: -KeepRhythm.daysBack)))
            try await database.write(for: officer.authority) {
                try ChangeRhythm.end(
                    rhythm, revision: Int(visit.form["revision"]) ?? -1, last: last, reason: reason,
                    by: officer, $0, at: visit.now)
            }
            return .redirect(
                to: SchedulesRoute.rhythm.link(rhythm.id), notice: "The rhythm ends on \(last.long).")
        } catch let refused as ChangeRhythm.Refused {
            return .refused(
                ChangeRhythm.endPage(rhythm, visit.entry(refused: refused), visit.form["revision"], visit))
        }
    }

    /// The rhythm of the address, for somebody who keeps it; not found for everybody else.
    private func rhythmToKeep(_ visit: Visit, _ officer: Officer) async throws -> (Rhythm, RhythmChoices) {
        let id: ID<RhythmRecord> = try visit.id("rhythm")
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            let choices = try RhythmChoices.read(connection, officer, on: visit.today)
            guard let rhythm = try RhythmSQL.visible(connection, doer, only: id).first,
                choices.mayKeep(rhythm.terms.node)
            else { throw NotFound() }
            return (rhythm, choices)
        }
    }
}

extension ChangeRhythm {
    static func page(
        _ rhythm: Rhythm, _ entry: Entry, _ choices: RhythmChoices, _ revision: String, _ visit: Visit
    ) -> Page {
        Page(
            "Change a rhythm from a day on", section: .audits, breadcrumbs: ScheduleCrumbs.rhythm(rhythm),
            errors: entry.errors
        ) { m in
            m.lead(
                "Until the first day below it stays: \(rhythm.terms.rhythmWords). What fell due by then stands as it was."
            )
            m.form(to: SchedulesRoute.changeRhythm.link(rhythm.id), key: visit.formKey) { m in
                m.hiddenField("revision", revision)
                RhythmForm.fields(entry, choices, &m)
                m.textField("reason", "Why it changes", in: entry)
                m.button("Change it from that day on")
            }
        }
    }

    static func endPage(_ rhythm: Rhythm, _ entry: Entry, _ revision: String, _ visit: Visit) -> Page {
        Page(
            "End a rhythm", section: .audits, breadcrumbs: ScheduleCrumbs.rhythm(rhythm), errors: entry.errors
        ) { m in
            m.lead(
                "“\(rhythm.terms.title)” falls due no more after its last day. What was missed stays missed.")
            m.form(to: SchedulesRoute.endRhythm.link(rhythm.id), key: visit.formKey) { m in
                m.hiddenField("revision", revision)
                m.dateField("last", "Last day", in: entry)
                m.textField("reason", "Why it ends", in: entry)
                m.button("End this rhythm")
            }
        }
    }
}
