import Crypto
import ReturnFormats

/// SHA-256 in hexadecimal, of files and never of anything about one child.
enum Digest {
    /// Of one file its own; of several, of their names and digests together.
    static func of(_ files: [ReturnSource]) -> String {
        if files.count == 1 { return hexadecimal(SHA256.hash(data: files[0].bytes)) }
        var hash = SHA256()
        for file in files.sorted(by: { $0.name < $1.name }) {
            hash.update(data: Array("\(file.name)\n\(hexadecimal(SHA256.hash(data: file.bytes)))\n".utf8))
        }
        return hexadecimal(hash.finalize())
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
}
