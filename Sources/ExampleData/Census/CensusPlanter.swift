import Kernel

/// Plants faults of known number in one census, each in a child of its own.
struct CensusPlanter {
    var census: Census
    let span: Span
    let seed: UInt64
    private(set) var planted = PlantedFaults()

    init(_ census: Census, span: Span, seed: UInt64) {
        self.census = census
        self.span = span
        self.seed = seed
    }

    mutating func plant() {
    }
}
