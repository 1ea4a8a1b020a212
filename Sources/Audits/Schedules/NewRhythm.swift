import Kernel
import Markup
import Site
import Storage

/// Making a rhythm by hand.
extension AuditsFeature {
    func newRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let choices = try await database.read { try RhythmChoices.read($0, officer, on: visit.today) }
        let entry = Entry(filled: [
            "kind": visit.query["kind"].isEmpty ? "duty" : visit.query["kind"], "every": "1",
        ])
        return .page(NewRhythm.page(entry, choices, visit))
    }

    func addRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let (form, today, now) = (visit.form, visit.today, visit.now)
            let id = try await database.write(for: officer.authority) { connection in
                let choices = try RhythmChoices.read(connection, officer, on: today)
                let terms = try KeepRhythm.decide(
                    form, choices, earliest: today.adding(days: -KeepRhythm.daysBack), on: today)
                return try KeepRhythm.keep(terms, by: officer, connection, at: now, on: today)
            }
            return .redirect(to: SchedulesRoute.rhythm.link(id), notice: "The rhythm is kept.")
        } catch let refused as KeepRhythm.Refused {
            let choices = try await database.read { try RhythmChoices.read($0, officer, on: visit.today) }
            return .refused(NewRhythm.page(visit.entry(refused: refused), choices, visit))
        }
    }
}

enum NewRhythm {
    static func page(_ entry: Entry, _ choices: RhythmChoices, _ visit: Visit) -> Page {
        Page(
            "Set up a rhythm", section: .audits, breadcrumbs: ScheduleCrumbs.rhythms, errors: entry.errors
        ) { m in
            m.lead("Something that is done again and again: what, how often, from when, and who does it.")
            m.form(to: SchedulesRoute.addRhythm.link(), key: visit.formKey) { m in
                RhythmForm.fields(entry, choices, &m)
                m.button("Keep this rhythm")
            }
        }
    }
}

enum ScheduleCrumbs {
    static let home = [Link("Schedules", SchedulesRoute.home.link())]
    static let rhythms = home + [Link("Rhythms", SchedulesRoute.rhythms.link())]
    static let proposals = home + [Link("From plans", SchedulesRoute.proposals.link())]

    static func rhythm(_ rhythm: Rhythm) -> [Link] {
        rhythms + [Link(Markup(rhythm.terms.title), SchedulesRoute.rhythm.link(rhythm.id))]
    }
}

extension Visit {
    /// What was typed, with why it was refused.
    func entry(refused: any Refusal) -> Entry { entry([FieldError(refused.field, refused.sentence)]) }
}
