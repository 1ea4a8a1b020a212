import PlanFormat

/// The headings that areas stand under.
enum Sections {
    /// One heading over all the areas groups nothing, unless it is numbered or named as a group.
    static func settled(_ areas: [Plan.Area]) -> [Plan.Area] {
        let sections = Set(areas.map(\.section))
        guard sections.count == 1, let only = sections.first, let section = only,
            AreaLabel(section).reference == nil
        else {
            return areas
        }
        return areas.map { area in
            var area = area
            area.section = nil
            return area
        }
    }
}
