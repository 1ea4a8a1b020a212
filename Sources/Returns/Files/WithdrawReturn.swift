package import Kernel
import Markup
import Site
package import Storage

/// Taking a loaded file back, with a reason: it stays listed, and figures fall back to the vintage before it.
package enum WithdrawReturn {
    package enum Refused: String, Refusal, CaseIterable {
        case reasonMissing = "Say why the file is withdrawn"
        case already = "This file is withdrawn already"

        package var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    static func decide(_ vintage: ReturnVintage, reason: String) throws(Refused) {
        guard vintage.withdrawal == nil else { throw .already }
        guard !reason.isEmpty else { throw .reasonMissing }
    }

    /// Nil where there is no such file.
    package static func withdraw(
        _ id: ID<ReturnFile>, because reason: String, by account: ID<Account>?, at now: Instant,
        _ connection: Connection, _ authority: ID<Authority>, changed: ReturnsChanged
    ) throws -> ReturnVintage? {
        guard let vintage = try ReturnFilesSQL.file(connection, authority, id) else { return nil }
        try decide(vintage, reason: reason)
        try connection.run(
            "INSERT INTO return_withdrawal (authority, file, at, account, reason) VALUES ($1, $2, $3, $4, $5)",
            [.id(authority), .id(id), .instant(now), .id(account), .text(reason)])
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.withdrawn", subject: "return",
                subjectID: id,
                to: [
                    "says": .string(
                        "Withdrew \(vintage.kind.words) as at \(vintage.asAt.long), loaded \(vintage.loadedAt.inLondon.day.long)"
                    )
                ], reason: reason))
        try changed(connection, authority, .withdrawn(id), now)
        return vintage
    }
}

extension ReturnsFeature {
    /// Nil where there is no such file.
    package func withdraw(
        _ id: ID<ReturnFile>, because reason: String, authority: ID<Authority>, account: ID<Account>?,
        at now: Instant
    ) async throws -> ReturnVintage? {
        let changed = changed
        return try await database.write(for: authority) {
            try WithdrawReturn.withdraw(
                id, because: reason, by: account, at: now, $0, authority, changed: changed)
        }
    }
}

// MARK: Page

extension ReturnsFeature {
    func toWithdraw(_ visit: Visit) async throws -> Reply {
        let (vintage, next) = try await vintageToWithdraw(visit)
        return .page(WithdrawReturn.page(vintage, next, Entry(), visit))
    }

    func withdrawFile(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (vintage, next) = try await vintageToWithdraw(visit)
        do {
            let withdrawn = try await withdraw(
                vintage.id, because: visit.form["reason"], authority: officer.authority,
                account: officer.account, at: visit.now)
            guard withdrawn != nil else { throw NotFound() }
            return .redirect(
                to: FilesRoute.file.link(vintage.id),
                notice: "The file is withdrawn. \(WithdrawReturn.falls(next))")
        } catch let refusal as WithdrawReturn.Refused {
            let error = FieldError(refusal.field, refusal.sentence)
            return .refused(WithdrawReturn.page(vintage, next, visit.entry([error]), visit))
        }
    }

    /// The file, and the vintage that counts once it is withdrawn.
    private func vintageToWithdraw(_ visit: Visit) async throws -> (ReturnVintage, ReturnVintage?) {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnFile> = try visit.id("file")
        let all = try await database.read { try ReturnFilesSQL.all($0, officer.authority) }
        guard let vintage = all.first(where: { $0.id == id }) else { throw NotFound() }
        let next = all.first {
            $0.id != id && $0.kind == vintage.kind && $0.asAt == vintage.asAt && $0.withdrawal == nil
        }
        return (vintage, next)
    }
}

extension WithdrawReturn {
    static func falls(_ next: ReturnVintage?) -> String {
        next.map { "Figures fall back to the file loaded on \($0.loadedAt.inLondon.day.long)." }
            ?? "Figures of that day are gone until another file gives them."
    }

    static func page(
        _ vintage: ReturnVintage, _ next: ReturnVintage?, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Withdraw this file", section: .returns,
            breadcrumbs: FilesCrumbs.files + [
                Link(
                    "\(vintage.kind.words) as at \(vintage.asAt.short)", FilesRoute.file.link(vintage.id))
            ], errors: entry.errors
        ) { m in
            m.summaryList([
                SummaryRow("Return", Markup(vintage.kind.words)),
                SummaryRow("As at", Markup(vintage.asAt.long)),
                SummaryRow("File", Markup(vintage.name)),
                SummaryRow("Then", Markup(falls(next))),
            ])
            m.form(to: FilesRoute.withdraw.link(vintage.id), key: visit.formKey, .class("narrow")) { m in
                m.textArea(
                    "reason", "Why is it withdrawn?", in: entry,
                    hint: "It is kept and shown. Do not name a child.")
                m.buttons { m in
                    m.button("Withdraw this file")
                    m.a("Cancel", .href(FilesRoute.file.link(vintage.id)))
                }
            }
            m.note("The file stays listed with its reason. To count it again, load it again.")
        }
    }
}
