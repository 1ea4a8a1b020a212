import Kernel
import ReturnFormats

/// Plants faults of known number in the lists of one file, each in rows of its own.
struct AnnexAPlanter {
    var tables: [ListTable]
    var texts: Texts
    let day: Int32
    let seed: UInt64
    let month: Int
    private(set) var planted = PlantedFaults()

    init(tables: [ListTable], texts: Texts, day: Int32, seed: UInt64, month: Int) {
        self.tables = tables
        self.texts = texts
        self.day = day
        self.seed = seed
        self.month = month
    }

    mutating func plant() {
    }
}
