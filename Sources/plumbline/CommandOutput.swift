import ArgumentParser
import Glibc

/// What a command prints: results on standard output, one sentence on standard error.
enum CommandOutput {
    static func write(_ text: String) { write(text, to: 1) }

    /// Writes to standard error, for who watches.
    static func report(_ text: String) { write(text, to: 2) }

    /// Says what went wrong; the caller throws what it gets.
    static func fail(_ sentence: String, status: Int32) -> ExitCode {
        write(sentence + "\n", to: 2)
        return ExitCode(status)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                // A closed pipe: nobody reads on.
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}
