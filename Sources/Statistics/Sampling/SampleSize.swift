/// How many cases to look at, as somebody asks for it: a number, a percentage of the frame, or a margin.
package enum SampleSize: Hashable, Sendable {
    case number(Int)
    /// Thousandths of a percent: 20 % is 20,000. Whole, because 7 % of 100 must be 7.
    case percentage(thousandths: Int)
    /// Percentage points to either side, over 0 and under 100.
    case margin(points: Double)

    /// What is not known of a share: half makes the margin widest.
    package static let unknownShare = 0.5
    /// The standard normal value of 95 %, as sample sizes are printed with it.
    package static let z = 1.96

    /// `108`, `20%` or `12.5 %`: a whole number from 1, or a percentage over 0 and up to 100 with no more than three
    /// decimals. Nil for anything else.
    package init?(_ text: String) {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        guard text.last == "%" else {
            guard let number = Self.digits(text), number > 0 else { return nil }
            self = .number(number)
            return
        }
        text.removeLast()
        while text.last == " " { text.removeLast() }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? parts[1] : "0"
        guard let whole = Self.digits(parts[0]), whole <= 100, decimals.count <= 3,
            let fraction = Self.digits(decimals + String(repeating: "0", count: 3 - decimals.count))
        else { return nil }
        let thousandths = whole * 1000 + fraction
        guard !decimals.isEmpty, (1...100_000).contains(thousandths) else { return nil }
        self = .percentage(thousandths: thousandths)
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && text.utf8.count <= 9 ? Int(text) : nil
    }

    /// Cases of a frame of `population`. A percentage is rounded up and is at least 1; a number may pass the frame: the
    /// caller refuses it. Nil for an empty frame, and for a wish that is none.
    package func count(of population: Int) -> Int? {
        guard population > 0, population <= 1 << 40 else { return nil }
        switch self {
        case .number(let number): return number > 0 ? number : nil
        case .percentage(let thousandths):
            guard (1...100_000).contains(thousandths) else { return nil }
            return max(1, (population * thousandths + 99_999) / 100_000)
        case .margin(let points): return Self.needed(forMargin: points / 100, of: population)
        }
    }

    /// The cases that give a margin of ±`margin` (a share: 0.05 for five points) in a frame of `population`.
    ///
    /// n₀ = z²p(1 − p) ÷ e², n = n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up (Cochran 1977, 4.2): 539 and 0.05 come to 225.
    /// Nil for an empty frame, and unless the margin is over 0 and under 1 and the share within 0 to 1.
    package static func needed(
        forMargin margin: Double, of population: Int, share: Double = unknownShare, z: Double = z
    ) -> Int? {
        guard population > 0, margin > 0, margin < 1, (0...1).contains(share), z > 0, z.isFinite else {
            return nil
        }
        let endless = z * z * share * (1 - share) / (margin * margin)
        let size = endless / (1 + (endless - 1) / Double(population))
        // What should be whole may come out a last bit above it.
        let rounded = (size - 1e-9).rounded(.up)
        return rounded < Double(population) ? max(1, Int(rounded)) : population
    }

    /// The margin, as a share, of a simple random sample of `count` from `population`: z√(p(1 − p) ÷ n · (N − n) ÷ (N − 1)).
    ///
    /// 108 of 539 come to 0.084. It is 0 where all are looked at. Nil unless 1 ≤ n ≤ N.
    package static func margin(
        of count: Int, in population: Int, share: Double = unknownShare, z: Double = z
    ) -> Double? {
        guard 1 <= count, count <= population, (0...1).contains(share) else { return nil }
        guard count < population else { return 0 }
        let correction = Double(population - count) / Double(population - 1)
        return z * (share * (1 - share) / Double(count) * correction).squareRoot()
    }
}
