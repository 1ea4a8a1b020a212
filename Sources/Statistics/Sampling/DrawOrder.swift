import Crypto

/// The order in which a seed draws the cases of a frame: by SHA-256 of `seed|id`, smallest first.
///
/// The first n are the sample; what replaces or extends it is the next in order. The order of the frame does not
/// matter, so anyone who has the ids and the seed can draw again. Ten lines of Python do: `Tests/peers/draw.py`.
package struct DrawOrder: Sendable {
    private let start: SHA256

    /// The seed is taken as it is, in UTF-8.
    package init(seed: String) {
        var start = SHA256()
        start.update(data: Array(seed.utf8) + [0x7C])
        self.start = start
    }

    /// The ids in order. An id that stands twice comes twice, one behind the other. 100,000 take a fraction of a second.
    package func ordered(_ ids: [String]) -> [String] { order(of: ids).map { ids[$0] } }

    /// The places of the ids, from 0, in the order in which they are drawn.
    package func order(of ids: [String]) -> [Int] {
        var drawn = ids.enumerated().map { place, id in (key: key(of: id), place: place) }
        drawn.sort {
            ($0.key.0, $0.key.1, $0.key.2, $0.key.3, $0.place) < (
                $1.key.0, $1.key.1, $1.key.2, $1.key.3, $1.place
            )
        }
        return drawn.map(\.place)
    }

    /// The digest as four numbers, the first byte the heaviest: they compare as its bytes do.
    private func key(of id: String) -> (UInt64, UInt64, UInt64, UInt64) {
        var hash = start
        var id = id
        id.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return hash.finalize().withUnsafeBytes { digest in
            func part(_ index: Int) -> UInt64 {
                UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
            }
            return (part(0), part(1), part(2), part(3))
        }
    }
}
