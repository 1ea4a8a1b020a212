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
