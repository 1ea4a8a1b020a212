import Accounts
import Audits
import FoundationEssentials
import Glibc
import Kernel
import Organisation
import Site
import SiteTesting
import Storage

/// Serves the pages of audits to four people who save answers for as long as it lives, and says each number on standard
/// output once the page has said that it is saved.
///
/// The tests kill it. Arguments: `folder` or `postgres`, the place, the authority, the account, the person, the first
/// number, and the audits, each of which one task fills in.
let arguments = CommandLine.arguments
guard arguments.count > 7, let authority = ID<Authority>(arguments[3]),
    let account = ID<Account>(arguments[4]), let person = ID<Person>(arguments[5]),
    let first = Int(arguments[6])
else {
    exit(64)
}
let place = arguments[1] == "folder" ? DatabasePlace.folder(arguments[2]) : .postgres(arguments[2])
do {
    let database = try await Database.open(
        place,
        migrations: OrganisationSchema.migrations + AccountsFeature.migrations + AuditsFeature.migrations)
    let officer = Officer(
        authority: authority, account: account, person: person, name: "An auditor", post: "", grants: [])
    let now = Instant(milliseconds: 1_795_166_040_000)
    var builder = SiteBuilder(
        SiteSettings(
            secret: Array(repeating: 9, count: 32),
            sessions: SessionSource { token, _ in SignedIn(officer: officer, formSecret: token) },
            reach: .none, frame: { _ in Frame(authority: "Ashmere County Council") }, now: { now },
            today: { _, now in now.inLondon.day }, log: { _ in }))
    AuditsFeature(database: database, sources: .none).register(on: &builder)
    let site = try builder.build()
    try await withThrowingTaskGroup(of: Void.self) { group in
        for audit in arguments[7...] {
            group.addTask {
                var visitor = Visitor(site)
                visitor.hold("session")
                var number = first
                while true {
                    await visitor.get("/audits/mine/\(audit)")
                    let seen = visitor.value(after: "name=\"s.done\" value=\"") ?? "0"
                    await visitor.post(
                        "/audits/mine/\(audit)/answers",
                        [
                            ("by", "script"), ("s.done", seen), ("a.done", "\(number) of 9999"),
                            ("n.done", "Page \(number)"),
                        ])
                    guard visitor.status == 200, visitor.text.hasPrefix("Saved ") else { exit(70) }
                    let line = Array("\(audit) \(number)\n".utf8)
                    guard write(1, line, line.count) == line.count else { exit(0) }
                    number += 1
                }
            }
        }
        try await group.waitForAll()
    }
} catch {
    exit(70)
}
