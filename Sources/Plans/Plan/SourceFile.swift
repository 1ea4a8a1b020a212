import Kernel
import Site
import Storage

extension Connection {
    /// The bytes of a stored file; not found when the authority has none of that identity.
    func bytesOfFile(_ id: ID<StoredFile>, of authority: ID<Authority>) throws -> [UInt8] {
        guard let file = try file(id, of: authority) else { throw NotFound() }
        return try bytes(of: file, of: authority)
    }
}
