import Glibc

/// A folder of mode 0700 that holds one file while a program reads it.
package struct PrivateFolder: Sendable {
    package let path: String
    package let file: String

    /// Writes the bytes to `name` inside a new folder; nil where that cannot be done. Whoever makes one removes it.
    package init?(holding bytes: [UInt8], named name: String) {
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

    /// Takes the folder away with all that a program left in it.
    package func remove() {
        PrivateFolder.empty(path)
        rmdir(path)
    }

    private static func empty(_ path: String) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let inner = "\(path)/\(name)"
            var facts = stat()
            // Never through a link, which may lead out of the folder.
            if lstat(inner, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
                empty(inner)
                rmdir(inner)
            } else {
                unlink(inner)
            }
        }
    }

    /// The bytes of a file that a program wrote in the folder; nil where there is none, or it is larger.
    package func contents(of name: String, limit: Int) -> [UInt8]? {
        let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= limit else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[0..<count]
        }
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
