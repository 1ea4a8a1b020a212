package import Kernel

/// A census as written, with what was planted in it.
package struct ExampleCensus: Sendable {
    package let day: Day
    package let planted: PlantedFaults
    package let children: Int
    package let bytes: [UInt8]
}

extension ExampleWorld {
    /// The census of the year to that day, one of `censuses`.
    ///
    /// - Parameter isClean: nothing is planted in it.
    package func census(_ day: Day, isClean: Bool = false) -> ExampleCensus {
        let census = CensusMaker(self, day.number).make()
        var planter = CensusPlanter(census, span: span, seed: seed)
        if !isClean { planter.plant() }
        return ExampleCensus(
            day: day, planted: planter.planted, children: planter.census.children.count,
            bytes: CensusXML(planter.census).bytes(written: day.number + 60))
    }
}
