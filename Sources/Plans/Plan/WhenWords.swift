import Kernel
import PlanFormat

/// How a timescale is said: the date as understood, and the plan's own words where they differ.
enum WhenWords {
    static func asRead(_ timescale: Plan.Timescale?) -> String {
        guard let timescale else { return "Not given" }
        let understood = understood(timescale)
        return understood.isEmpty
            ? "“\(timescale.text)”"
            : understood == timescale.text ? understood : "\(understood), from “\(timescale.text)”"
    }

    /// Empty where the words give no date.
    static func understood(_ timescale: Plan.Timescale) -> String {
        switch (timescale.start, timescale.finish) {
        case (let start?, let finish?): "\(start.short) to \(finish.short)"
        case (nil, let finish?): finish.short
        case (let start?, nil): "from \(start.short)"
        case (nil, nil): ""
        }
    }
}
