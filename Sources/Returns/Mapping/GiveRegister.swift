package import Kernel
import Markup
import Site
package import Storage

/// Giving the register of qualified workers, as at a day: the whole register takes the place of the one before.
package enum GiveRegister {
    enum Refused: Refusal {
        case fileMissing
        case dateMissing
        case dateWrong(String)
        case dateAhead

        var sentence: String {
            switch self {
            case .fileMissing: "Choose the CSV file that holds the register"
            case .dateMissing: "Give the day that the register stood for"
            case .dateWrong(let sentence): sentence
            case .dateAhead: "That day has not come yet: give the day that the register stood for"
            }
        }

        var field: String? { if case .fileMissing = self { "file" } else { "asAt" } }
    }

    static func decide(_ form: Fields, on today: Day) throws(Refused) -> (file: UploadedFile, asAt: Day) {
        guard let file = form.file("file") else { throw .fileMissing }
        switch form.date("asAt", called: "the day of the register") {
        case .empty: throw .dateMissing
        case .wrong(let sentence): throw .dateWrong(sentence)
        case .day(let day):
            guard day <= today else { throw .dateAhead }
            return (file, day)
        }
    }

    /// Names of staff stand in the register alone: the journal says how many.
    package static func give(
        _ workers: [WorkerRegister.Worker], named name: String, asAt: Day, by account: ID<Account>?,
        at now: Instant, _ connection: Connection, _ authority: ID<Authority>, changed: ReturnsChanged
    ) throws {
        try WorkerRegisterSQL.insert(
            workers, named: name, asAt: asAt, by: account, at: now, connection, authority)
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.register",
                subject: "mapping", subjectID: "register",
                to: [
                    "says": .string(
                        "Gave the register of qualified workers as at \(asAt.long): \(counted(workers.count, "worker"))"
                    ), "file": .string(name), "workers": .integer(Int64(workers.count)),
                ]))
        try changed(connection, authority, .mapped, now)
    }
}

extension ReturnsFeature {
    func workerRegister(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let latest = try await database.read { try WorkerRegisterSQL.latest($0, officer.authority) }
        return .page(GiveRegister.page(latest, Entry(), visit))
    }

    func giveRegister(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let changed = changed
        do {
            let (file, asAt) = try GiveRegister.decide(visit.form, on: visit.today)
            let workers = try WorkerRegisterFile.read(file.bytes)
            try await database.write(for: officer.authority) {
                try GiveRegister.give(
                    workers, named: file.name, asAt: asAt, by: officer.account, at: visit.now, $0,
                    officer.authority, changed: changed)
            }
            return .redirect(
                to: MappingRoute.register.link(),
                notice: "The register holds \(counted(workers.count, "worker")) as at \(asAt.long).")
        } catch let refusal as any Refusal {
            let latest = try await database.read { try WorkerRegisterSQL.latest($0, officer.authority) }
            let error = FieldError(refusal.field, refusal.sentence)
            return .refused(GiveRegister.page(latest, visit.entry([error]), visit))
        }
    }
}

extension GiveRegister {
    static func page(_ latest: WorkerRegister?, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Register of qualified workers", section: .returns, breadcrumbs: MappingCrumbs.mapping,
            facts: latest.map {
                [
                    Markup(counted($0.workers.count, "worker")), "As at \($0.asAt.long)",
                    "Given \($0.at.inLondon.day.long) by \($0.by ?? "the command line")",
                ]
            } ?? [], errors: entry.errors
        ) { m in
            if let latest {
                m.honestSentence(standing(latest))
            } else {
                m.honestSentence("No register has been given: nobody can tell whether a worker is qualified.")
            }
            m.form(to: MappingRoute.giveRegister.link(), key: visit.formKey, uploads: true, .class("narrow"))
            { m in
                m.fileField(
                    "file", "The register as a CSV file", in: entry,
                    hint:
                        "Columns by their headings: name; and where you have them registration number, team, FTE, newly qualified, agency. The whole register takes the place of the last.",
                    accepts: ".csv,.txt")
                m.dateField("asAt", "The day that it stood for", in: entry)
                m.button("Give this register")
            }
            m.note("Names are matched to those in files by their letters alone. Only caseloads use them.")
        }
    }

    private static func standing(_ register: WorkerRegister) -> Markup {
        let new = register.workers.count { $0.isNewlyQualified == true }
        let agency = register.workers.count { $0.isAgency == true }
        let unregistered = register.workers.count { $0.registration == nil }
        var sentence =
            "\(counted(register.workers.count, "worker")): \(new) newly qualified, \(agency) from an agency."
        if unregistered > 0 { sentence += " \(unregistered) have no registration number." }
        return Markup(sentence)
    }
}
