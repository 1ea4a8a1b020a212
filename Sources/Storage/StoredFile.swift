import Crypto
package import Kernel

/// An uploaded file, kept in the database so that one backup holds everything.
package struct StoredFile: Sendable, Hashable {
    package let id: ID<StoredFile>
    package let name: String
    package let mediaType: String
    /// SHA-256 of the bytes, in hexadecimal.
    package let sha256: String
    /// In bytes.
    package let size: Int
    package let created: Instant

    /// Files are kept in parts of this many bytes, so that neither engine holds one whole.
    static let partSize = 1 << 20
}

extension Connection {
    /// Keeps the bytes under that name.
    package func keep(
        _ bytes: [UInt8], name: String, mediaType: String, for authority: ID<Authority>, at instant: Instant
    ) throws -> StoredFile {
        let file = StoredFile(
            id: .make(at: instant), name: name, mediaType: mediaType,
            sha256: Hexadecimal.text(SHA256.hash(data: bytes)), size: bytes.count, created: instant)
        try run(
            """
            INSERT INTO stored_file (authority, id, name, media_type, sha256, size, created)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(authority), .id(file.id), .text(name), .text(mediaType), .text(file.sha256),
                .int(file.size), .instant(instant),
            ])
        for (part, start) in stride(from: 0, to: bytes.count, by: StoredFile.partSize).enumerated() {
            let end = min(start + StoredFile.partSize, bytes.count)
            try run(
                "INSERT INTO stored_file_part (authority, file, part, bytes) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(file.id), .int(part), .blob(Array(bytes[start..<end]))])
        }
        return file
    }

    /// What is known of the file; nil when the authority has none of that identity.
    package func file(_ id: ID<StoredFile>, of authority: ID<Authority>) throws -> StoredFile? {
        try first(
            """
            SELECT id, name, media_type, sha256, size, created FROM stored_file
            WHERE authority = $1 AND id = $2
            """, [.id(authority), .id(id)]
        ) {
            StoredFile(
                id: try $0.id(0), name: try $0.text(1), mediaType: try $0.text(2), sha256: try $0.text(3),
                size: try $0.int(4), created: try $0.instant(5))
        }
    }

    /// One part of the file's bytes, from 0; nil past the end.
    package func part(_ part: Int, of id: ID<StoredFile>, of authority: ID<Authority>) throws -> [UInt8]? {
        try first(
            "SELECT bytes FROM stored_file_part WHERE authority = $1 AND file = $2 AND part = $3",
            [.id(authority), .id(id), .int(part)]
        ) { try $0.blob(0) }
    }

    /// All bytes of the file; throws a fault when they are not those that were kept.
    package func bytes(of file: StoredFile, of authority: ID<Authority>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        while let part = try part(bytes.count / StoredFile.partSize, of: file.id, of: authority) {
            bytes += part
            if !bytes.count.isMultiple(of: StoredFile.partSize) { break }
        }
        guard Hexadecimal.text(SHA256.hash(data: bytes)) == file.sha256 else {
            throw StorageError.fault("The file \(file.id) is damaged.")
        }
        return bytes
    }

    /// Removes the file and its bytes.
    package func remove(file id: ID<StoredFile>, of authority: ID<Authority>) throws {
        try run("DELETE FROM stored_file WHERE authority = $1 AND id = $2", [.id(authority), .id(id)])
    }
}
