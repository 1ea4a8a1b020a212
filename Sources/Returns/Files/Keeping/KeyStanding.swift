import Crypto
import Kernel
package import Storage

/// Whether the key that this machine has opens the files that the records keep sealed: for backup, restore and doctor.
package struct KeyStanding: Sendable {
    package enum Verdict: Sendable {
        /// Nothing is sealed: no key is needed.
        case notNeeded
        case fits
        /// Why not, in a sentence that says what to do.
        case fails(String)
    }

    /// Original files that only the key opens.
    package let originals: Int
    /// Where the key is looked for; nil where no place is known.
    package let path: String?
    package let verdict: Verdict

    package static func of(_ database: Database, _ keyFile: KeyFile?) async throws -> KeyStanding {
        let (originals, checks) = try await database.read { connection in
            // Records of an earlier schema have no such tables, and nothing sealed.
            guard try connection.hasTable("return_key") else { return (0, [(ID<Authority>, String)]()) }
            return (
                try connection.first("SELECT COUNT(*) FROM return_file WHERE original IS NOT NULL", []) {
                    try $0.int(0)
                } ?? 0,
                try connection.rows("SELECT authority, check_value FROM return_key", []) {
                    (try $0.id(0), try $0.text(1))
                }
            )
        }
        guard !checks.isEmpty else {
            return KeyStanding(originals: 0, path: keyFile?.path, verdict: .notNeeded)
        }
        return KeyStanding(
            originals: originals, path: keyFile?.path, verdict: verdict(keyFile, checks))
    }

    private static func verdict(_ keyFile: KeyFile?, _ checks: [(ID<Authority>, String)]) -> Verdict {
        do throws(KeyFile.Refused) {
            guard let keyFile else { throw .nowhere }
            let key = try keyFile.key(makes: false)
            guard checks.allSatisfy({ SealedFiles.check(key, $0.0) == $0.1 }) else {
                throw .another(keyFile.path)
            }
            return .fits
        } catch {
            return .fails(error.sentence + ".")
        }
    }

    /// What is lost without the key.
    package var lost: String {
        originals == 0
            ? "Without it nothing of the records is lost but files that nobody had loaded yet."
            : "Without it \(counted(originals, "original file")) of returns cannot be opened; everything else is there."
    }
}
