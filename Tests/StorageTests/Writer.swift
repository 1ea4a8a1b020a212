import Kernel
import Storage
import StorageTesting

/// `StorageCrashWriter`, which is built beside the tests.
struct Writer {
    private let child: Child

    init(_ place: DatabasePlace, _ authority: ID<Authority>, from first: Int64) throws {
        let arguments =
            switch place {
            case .folder(let path): ["folder", path]
            case .postgres(let url): ["postgres", url]
            }
        child = try Child(
            [try Child.beside("StorageCrashWriter")] + arguments + [authority.description, "\(first)"])
    }

    func waitForFirst() async throws { try await child.waitForWord() }

    /// Kills it and gives every number that it said; a last line without its end was not said.
    func kill() -> Set<Int64> {
        let bytes = child.kill()
        let whole = bytes[..<(bytes.lastIndex(of: 0x0A) ?? bytes.startIndex)]
        return Set(whole.split(separator: 0x0A).compactMap { Int64(String(decoding: $0, as: UTF8.self)) })
    }
}
