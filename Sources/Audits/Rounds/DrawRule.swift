import Kernel
import Statistics

/// How a seed draws cases from a locked frame: in the order of SHA-256 of seed|reference, part by part where the round
/// is drawn so. Pure.
enum DrawRule {
    /// A case that may be drawn. `part` is its stratum, person or event; empty where there is none.
    struct Item: Hashable, Sendable {
        var position: Int
        var reference: Sensitive<String>
        var part: String
    }

    struct Drawn: Hashable, Sendable {
        var position: Int
        var part: String
        /// Its place in the order of the whole frame, from 1.
        var rank: Int
    }

    /// All of them in the order of the draw.
    static func order(_ items: [Item], seed: String) -> [Drawn] {
        let references = items.map { $0.reference.reveal(for: .comparing) }
        return DrawOrder(seed: seed).order(of: references).enumerated().map { rank, index in
            Drawn(position: items[index].position, part: items[index].part, rank: rank + 1)
        }
    }

    /// The sample. `count` is of the whole, or of each person or event for a quota; nil where the parts are more than
    /// the cases to draw.
    static func draw(_ kind: Round.Kind, _ items: [Item], count: Int, seed: String) -> [Drawn]? {
        let order = order(items, seed: seed)
        switch kind {
        case .census, .simple, .purposive: return Array(order.prefix(count))
        case .perPerson, .perEvent: return first(of: order) { _ in count }
        case .stratified:
            guard let shares = shares(items, count) else { return nil }
            return first(of: order) { shares[$0] ?? 0 }
        }
    }

    /// How many come from each stratum: largest remainder, at least one each. Equal remainders and sizes go by name.
    static func shares(_ items: [Item], _ count: Int) -> [String: Int]? {
        let sizes = Dictionary(grouping: items, by: \.part).mapValues(\.count)
        let parts = sizes.keys.sorted()
        guard let shares = Strata.allocate(count, sizes: parts.map { sizes[$0] ?? 0 }) else { return nil }
        return Dictionary(uniqueKeysWithValues: zip(parts, shares))
    }

    private static func first(of order: [Drawn], _ most: (String) -> Int) -> [Drawn] {
        var taken: [String: Int] = [:]
        return order.filter { drawn in
            let count = taken[drawn.part, default: 0]
            guard count < most(drawn.part) else { return false }
            taken[drawn.part] = count + 1
            return true
        }
    }

    /// The next of the order, when `more` cases are wanted besides those in `taken`.
    ///
    /// For a quota so many more of each part; in strata each more goes to the one that stands furthest below its share.
    static func more(
        _ kind: Round.Kind, _ items: [Item], taken: Set<Int>, more: Int, seed: String
    ) -> [Drawn] {
        let rest = order(items, seed: seed).filter { !taken.contains($0.position) }
        switch kind {
        case .census, .simple, .purposive: return Array(rest.prefix(more))
        case .perPerson, .perEvent: return first(of: rest) { _ in more }
        case .stratified:
            let sizes = Dictionary(grouping: items, by: \.part).mapValues(\.count)
            var counts = Dictionary(
                grouping: items.filter { taken.contains($0.position) }, by: \.part
            ).mapValues(\.count)
            let parts = sizes.keys.sorted()
            var wanted: [String: Int] = [:]
            var total = taken.count
            for _ in 0..<min(more, rest.count) {
                total += 1
                // In whole numbers: size × total − count × frame, the lack of a stratum times the frame.
                func lack(_ part: String) -> Int {
                    (sizes[part] ?? 0) * total - (counts[part] ?? 0) * items.count
                }
                let open = parts.filter { (counts[$0] ?? 0) < (sizes[$0] ?? 0) }
                guard let part = open.max(by: { (lack($0), $1) < (lack($1), $0) }) else { break }
                counts[part, default: 0] += 1
                wanted[part, default: 0] += 1
            }
            return first(of: rest) { wanted[$0] ?? 0 }
        }
    }

    /// `series:` and 64 random bits in base 32: nobody chooses it.
    static func seed(series: String, bits: UInt64) -> String {
        var slug = ""
        for byte in NameKey.fold(series).utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: slug.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
            }
            if slug.utf8.count == 40 { break }
        }
        while slug.last == "-" { slug.removeLast() }
        return "\(slug.isEmpty ? "round" : slug):\(ID<Sample>(Int64(bitPattern: bits)))"
    }
}
