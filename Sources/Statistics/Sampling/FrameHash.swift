import Crypto

/// What a frame is known by once it is locked: SHA-256 over its ids, sorted by their bytes, each with a line end after it.
///
/// `LC_ALL=C sort ids.txt | sha256sum` gives the same for a file of one id a line. The order of the frame does not matter;
/// an id more, less or changed does. Ids hold no line end: whoever reads a frame refuses those.
package enum FrameHash {
    /// 64 hexadecimal digits, small letters.
    package static func hexadecimal(_ ids: [String]) -> String {
        var hash = SHA256()
        for id in ids.map({ Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            hash.update(data: id + [0x0A])
        }
        let digits = Array("0123456789abcdef".utf8)
        let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
