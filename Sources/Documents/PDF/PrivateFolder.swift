import Glibc

/// A folder of mode 0700 that holds one file while a program reads it.
struct PrivateFolder {
    let path: String
    let file: String

    /// Writes the bytes to `name` inside a new folder; nil where that cannot be done. Whoever makes one removes it.
    init?(holding bytes: [UInt8], named name: String) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/plumbline-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        file = "\(path)/\(name)"
        guard Self.write(bytes, to: file) else {
            remove()
            return nil
        }
    }

    func remove() {
        unlink(file)
        rmdir(path)
    }

    private static func write(_ bytes: [UInt8], to file: String) -> Bool {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
