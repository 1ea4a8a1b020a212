import ArgumentParser
import Documents
import Glibc

/// The document that a command was given.
enum InputDocument {
    /// Reads it, or ends the command with one sentence: status 66 where there is no such file, 65 where it
    /// cannot be used.
    static func read(_ path: String) throws(ExitCode) -> Document {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        do {
            return try DocumentReader.read(try bytes(path), named: name)
        } catch let unreadable as Unreadable {
            throw CommandOutput.fail(unreadable.sentence, status: 65)
        } catch let code as ExitCode {
            throw code
        } catch {
            throw CommandOutput.fail("Plumbline failed while it read \(name): \(error).", status: 70)
        }
    }

    /// The file as it stands, or its first `most` bytes: one over the limit is enough for the reader to refuse it.
    static func bytes(_ path: String, most: Int = ReadingLimits.standard.fileBytes + 1) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason =
                errno == ENOENT || errno == ENOTDIR
                ? "there is no such file" : String(cString: strerror(errno))
            throw CommandOutput.fail("Plumbline cannot open \(path): \(reason).", status: 66)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw CommandOutput.fail("\(path) is a folder: give the document itself.", status: 66)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(most, max(4096, Int(status.st_size) + 1)))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < most {
            let count = Glibc.read(descriptor, &buffer, min(buffer.count, most - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = String(cString: strerror(errno))
                throw CommandOutput.fail("Plumbline cannot read \(path): \(reason).", status: 66)
            }
            if count == 0 { break }
            bytes += buffer[0..<count]
        }
        return bytes
    }
}
