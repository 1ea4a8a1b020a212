import Kernel
import Markup
import Site
import Storage

/// What of the files still has to be settled by a person, and where.
enum MappingPage {
    struct Values: Sendable {
        let values: Int
        let teams: Int
        let placeholders: Int
        let register: WorkerRegister?
        let hasFiles: Bool
    }
}

extension ReturnsFeature {
    func mapping(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let values = try await database.read { connection -> MappingPage.Values in
            let units = try UnitMappingSQL.mapping(connection, officer.authority, on: visit.today)
            return MappingPage.Values(
                values: try UnknownValuesSQL.open(connection, officer.authority).count,
                teams: try TeamsSQL.teams(connection, officer.authority).count { units[$0.key] == nil },
                placeholders: try WorkerPlaceholders.standing(connection, officer.authority).words.count,
                register: try WorkerRegisterSQL.latest(connection, officer.authority),
                hasFiles: try !ReturnFilesSQL.current(connection, officer.authority).isEmpty)
        }
        return .page(MappingPage.page(values, officer))
    }
}

extension MappingPage {
    static func page(_ values: Values, _ officer: Officer) -> Page {
        Page(
            "What values stand for", section: .returns, breadcrumbs: FilesCrumbs.section,
            tabs: FilesCrumbs.tabs(.mapping, officer)
        ) { m in
            m.honestSentence(standing(values))
            m.taskList([
                TaskItem(
                    Link("Values that are not recognised", MappingRoute.values.link()),
                    why: "Say once which code a spelling is; it holds for every file, those to come too.",
                    state: values.values == 0 ? "none open" : Markup(counted(values.values, "value"))),
                TaskItem(
                    Link("Teams", MappingRoute.teams.link()),
                    why: "Which part of the organisation a file means. Figures by team follow it.",
                    state: values.teams == 0 ? "none open" : Markup(counted(values.teams, "team"))),
                TaskItem(
                    Link("What stands for no worker", MappingRoute.placeholders.link()),
                    why:
                        "Words that case systems put where nobody is allocated. Unallocated cases are counted by them.",
                    state: Markup(counted(values.placeholders, "word"))),
                TaskItem(
                    Link("Register of qualified workers", MappingRoute.register.link()),
                    why: "Who is qualified, newly qualified or from an agency. Caseloads need it.",
                    state: values.register.map { "as at \($0.asAt.short)" } ?? "not given"),
            ])
        }
    }

    private static func standing(_ values: Values) -> Markup {
        guard values.hasFiles else {
            return "No file has been loaded yet: there is nothing to settle."
        }
        guard values.values + values.teams > 0 else {
            return "Every value is recognised, and every team is mapped."
        }
        return
            "\(strong: counted(values.values, "value")) and \(strong: counted(values.teams, "team")) wait to be settled. Until then they count as unknown, never as something else."
    }
}
