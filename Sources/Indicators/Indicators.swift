package import Kernel
package import ReturnFormats

/// Every indicator that a national file can tell, and the counting of them.
package enum Indicators {
    /// Every version of every definition.
    package static let definitions: [IndicatorDefinition] = []

    /// Every indicator of an Annex A as on its day: each for each month that the file covers, snapshots for the day.
    package static func compute(_ file: AnnexA, asAt: Day, _ settings: IndicatorSettings) -> [IndicatorCells]
    {
        []
    }

    /// Every indicator of a census for the year that ends on its reference day.
    package static func compute(_ file: CINReturn, asAt: Day, _ settings: IndicatorSettings)
        -> [IndicatorCells]
    {
        []
    }
}
