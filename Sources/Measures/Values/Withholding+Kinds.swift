import Kernel
import Storage

/// Measures that split one whole into kinds: children on a plan by category, referrals by where they come from.
extension Withholding {
    /// What the kinds of one whole have in common: `plans.category` of `plans.category.neglect`; nil for others.
    static func whole(of measure: String) -> String? {
        let parts = measure.split(separator: ".")
        return parts.count == 3 && parts[0] != "local" ? "\(parts[0]).\(parts[1])" : nil
    }

    /// The decisions on several measures, those of kinds of one whole together: the whole less the kinds that are shown
    /// would tell a hidden one. Where one kind hides anything of a period, all hide their units; where one hides the
    /// authority's figure, all do.
    static func decided(
        _ figures: [String: [MeasureFigure]], _ catalogue: MeasureCatalogue, _ tree: UnitTree
    ) -> [String: Withholding] {
        var decided: [String: Withholding] = [:]
        for (key, own) in figures {
            guard let shape = catalogue[key]?.shape else { continue }
            decided[key] = Withholding(own, shape, tree)
        }
        for (_, kinds) in Dictionary(
            grouping: decided.keys.filter { whole(of: $0) != nil }, by: { whole(of: $0) })
        where kinds.count > 1 {
            let places = kinds.reduce(into: Set<Place>()) { $0.formUnion(decided[$1]?.values ?? []) }
            let touched = Set(places.map(\.period))
            let wholly = Set(places.lazy.filter { $0.reach == .authority }.map(\.period))
            for kind in kinds {
                for figure in figures[kind] ?? [] {
                    let isHidden =
                        figure.reach == .authority
                        ? wholly.contains(figure.period) : touched.contains(figure.period)
                    if isHidden { decided[kind]?.hide(figure) }
                }
            }
        }
        return decided
    }
}
