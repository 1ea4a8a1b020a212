package import Kernel
package import ReturnFormats

/// From the bytes that somebody gave to a return as it is understood. Pure: the day is a parameter.
package enum ReadReturn {
    package static func understand(_ files: [ReturnSource]) throws(UnusableFile) -> UnderstoodReturn {
        guard let first = files.first else { throw UnusableFile("There is no file in it.") }
        guard files.contains(where: { !$0.bytes.isEmpty }) else {
            throw UnusableFile("It is empty: export it again, and look at it before you give it.")
        }
        if files.count == 1, isMarkup(first.bytes) {
            let census = try CINReader.read(first.bytes)
            var understood = UnderstoodReturn(
                columns: .census(census), lists: UnderstoodReturn.lists(of: census),
                referenceDate: census.header.referenceDate.day)
            understood.notes = ReadingNotes.found(in: census)
            return understood
        }
        return understood(try AnnexAReader.read(files))
    }

    private static func understood(_ reading: AnnexAReading) -> UnderstoodReturn {
        let file = reading.file
        var understood = UnderstoodReturn(
            columns: .annexA(file), lists: UnderstoodReturn.lists(of: reading),
            passedOver: reading.parts.filter { [.unknown, .repeated].contains($0.state) }.map(\.name),
            unknownValues: UnderstoodReturn.unknownValues(of: file),
            teams: UnderstoodReturn.teams(of: file))
        understood.notes = ReadingNotes.found(in: reading)
        return understood
    }

    /// What the rules and the reading itself say of it, as at that day.
    package static func check(_ understood: UnderstoodReturn, asAt: Day) -> [FoundRule] {
        switch understood.columns {
        case .annexA(let file): AnnexAFound.found(in: file, asAt: asAt) + understood.notes
        case .census(let census): CensusRules.found(in: census) + understood.notes
        }
    }

    /// The first byte that is no space, behind a byte order mark, is `<`.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
        return bytes.prefix(256).first { $0 > 0x20 && !marks.contains($0) } == 0x3C
    }
}
