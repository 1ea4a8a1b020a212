import Crypto
package import Kernel

extension Connection {
    /// Keeps the bytes part by part, hashing each as it goes in, then reads every part back and compares.
    ///
    /// Throws a fault where what was stored is not what came, so that the transaction stores nothing.
    package func keepProven(
        _ bytes: [UInt8], name: String, mediaType: String, for authority: ID<Authority>, at instant: Instant
    ) throws -> StoredFile {
        let file = try keep(bytes, name: name, mediaType: mediaType, for: authority, at: instant)
        var stored = SHA256()
        var size = 0
        while let part = try part(size / StoredFile.partSize, of: file.id, of: authority) {
            stored.update(data: part)
            size += part.count
            if !size.isMultiple(of: StoredFile.partSize) || part.isEmpty { break }
        }
        guard size == bytes.count, Hexadecimal.text(stored.finalize()) == file.sha256 else {
            throw StorageError.fault("The file \(file.id) was not stored as it came.")
        }
        return file
    }

    /// All bytes of the file; nil when they are not those that were kept.
    package func intactBytes(of file: StoredFile, of authority: ID<Authority>) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        var hash = SHA256()
        while let part = try part(bytes.count / StoredFile.partSize, of: file.id, of: authority) {
            hash.update(data: part)
            bytes += part
            if !bytes.count.isMultiple(of: StoredFile.partSize) || part.isEmpty { break }
        }
        return Hexadecimal.text(hash.finalize()) == file.sha256 ? bytes : nil
    }
}
