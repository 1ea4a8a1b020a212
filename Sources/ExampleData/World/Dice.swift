/// A stream of invented chances. The same seed and stream give the same throws on every machine: SplitMix64, and no
/// arithmetic beyond what is exact everywhere.
struct Dice: Sendable {
    /// What is thrown for: streams never share throws.
    enum Stream: UInt64 {
        case arrivals = 1, family, episode, person, contacts, help, slots, leavers, adopters, stock
        case spelling, faults, censusFaults, localReturns, workers
    }

    private var state: UInt64

    init(_ seed: UInt64, _ stream: Stream, _ place: Int = 0) {
        state = seed &* 0xA24B_AED4_963E_E407 ^ stream.rawValue &* 0x9FB2_1C65_1E98_DF25
        let stirred = next()
        state = stirred ^ UInt64(bitPattern: Int64(place)) &* 0xD6E8_FEB8_6659_FD93
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }

    /// From 0 up to, and without, `count`.
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: ((next() &>> 32) &* UInt64(count)) &>> 32)
    }

    /// Both ends included.
    mutating func within(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// True so many times in 1,000.
    mutating func chance(_ perMille: Int) -> Bool { below(1_000) < perMille }

    /// The place of one of the weights, the likelier the larger it is.
    mutating func place(_ weights: [Int]) -> Int {
        var total = 0
        for weight in weights { total += weight }
        var left = below(total)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }
}
