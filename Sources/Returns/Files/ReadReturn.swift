package import Kernel
package import ReturnFormats

/// From the bytes that somebody gave to a return as it is understood. Pure: the day is a parameter.
package enum ReadReturn {
    package static func understand(_ files: [GivenFile]) throws(UnusableFile) -> UnderstoodReturn {
        guard let first = files.first else { throw UnusableFile("There is no file in it.") }
        if files.count == 1, isMarkup(first.bytes) {
            let census = try CINReader.read(first.bytes)
            return UnderstoodReturn(
                columns: .census(census), lists: UnderstoodReturn.lists(of: census), passedOver: [],
                referenceDate: census.header.referenceDate.day, unknownValues: [], teams: [])
        }
        return try annexA(files)
    }

    /// What the rules say of it, as at that day.
    package static func check(_ understood: UnderstoodReturn, asAt: Day) -> [FoundRule] {
        switch understood.columns {
        case .annexA: []
        case .census(let census): CensusNotes.found(in: census)
        }
    }

    /// The first byte that is no space, behind a byte order mark, is `<`.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
        return bytes.prefix(256).first { $0 > 0x20 && !marks.contains($0) } == 0x3C
    }
}

extension ReadReturn {
    private static func annexA(_ files: [GivenFile]) throws(UnusableFile) -> UnderstoodReturn {
        throw UnusableFile("It is no return that Plumbline knows: give Annex A or a CIN census.")
    }
}
