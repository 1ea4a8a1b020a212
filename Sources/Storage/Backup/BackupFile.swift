import Crypto
import Glibc

/// Writes a backup beside its name, with mode 0600, and gives it the name only when it is whole and on the disk.
final class BackupWriter {
    private let path: String
    private let temporary: String
    private let file: Int32
    private var buffer: [UInt8] = BackupRecord.firstLine
    private var hash = SHA256()
    private var isFinished = false

    init(path: String) throws(BackupError) {
        self.path = path
        temporary = path + ".partial-" + String(UInt32.random(in: 0 ..< .max), radix: 36)
        file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failed(path) }
    }

    deinit {
        close(file)
        if !isFinished { unlink(temporary) }
    }

    func add(_ record: BackupRecord) throws(BackupError) {
        record.write(to: &buffer)
        if buffer.count >= 1 << 20 { try flush() }
    }

    /// Adds the digest, and gives the file its name.
    func finish() throws(BackupError) {
        try flush()
        buffer = Array(hash.finalize())
        try flush()
        guard fsync(file) == 0, rename(temporary, path) == 0 else { throw Self.failed(path) }
        isFinished = true
        Folder.keepNames(in: path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) + "/" : ".")
    }

    private func flush() throws(BackupError) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { write(file, $0.baseAddress! + start, $0.count - start) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Self.failed(path) }
            start += written
        }
        hash.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failed(_ path: String) -> BackupError {
        .cannotWrite("\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
}

/// Reads a backup, after its digest was found right.
final class BackupReader {
    private let path: String
    private let file: Int32
    /// How many bytes stand before the digest.
    private let end: Int
    private var position = 0

    init(path: String) throws(BackupError) {
        self.path = path
        file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw .noSuchFile("\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        var status = stat()
        fstat(file, &status)
        end = Int(status.st_size) - BackupRecord.digestLength
        try check()
    }

    deinit { close(file) }

    private func check() throws(BackupError) {
        guard end > BackupRecord.firstLine.count,
            try read(BackupRecord.firstLine.count) == BackupRecord.firstLine
        else { throw .damaged("\(path) is not a Plumbline backup.") }
        var hash = SHA256()
        hash.update(data: BackupRecord.firstLine)
        while position < end { hash.update(data: try read(min(1 << 20, end - position))) }
        guard try read(BackupRecord.digestLength) == Array(hash.finalize()) else { throw damaged }
        position = BackupRecord.firstLine.count
        lseek(file, off_t(position), SEEK_SET)
    }

    /// The next record; nil after the last.
    func next() throws(BackupError) -> BackupRecord? {
        if position == end { return nil }
        guard end - position >= 9 else { throw damaged }
        let head = try read(9)
        let length = head.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(end - position),
            let record = BackupRecord(letter: head[0], try read(Int(length)))
        else { throw damaged }
        return record
    }

    var damaged: BackupError {
        .damaged("\(path) is damaged: it was cut short or changed since it was made. Use another backup.")
    }

    private func read(_ count: Int) throws(BackupError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var start = 0
        while start < count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress! + start, count - start)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw damaged }
            start += got
        }
        position += count
        return bytes
    }
}

enum Folder {
    /// Waits until the folder's names are on the disk: a file that vanishes in a power cut is none.
    static func keepNames(in path: String) {
        let folder = open(path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
