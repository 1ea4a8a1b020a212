import Documents
import Kernel
import PlanFormat

/// Which entries of a cell belong to which of a row's actions.
enum Matching {
    enum Result {
        /// For each action the entries that are its own.
        case each([[LabelledText]])
        /// One entry, or entries that cannot be told apart: they hold for every action. `isClear` is false where
        /// their number shows that they were meant one by one.
        case shared([LabelledText], isClear: Bool)
        case none
    }

    struct Key {
        var label: String?
        var reference: String?

        func isNamed(by entry: LabelledText) -> Bool {
            entry.reference != nil && entry.reference == reference
                || entry.label != nil && entry.label == label
        }
    }

    /// By label, else by order where the counts agree, else shared.
    ///
    /// `misprints` gets a sentence where a label was taken for another.
    static func match(_ entries: [LabelledText], to actions: [Key], misprints: inout [String]) -> Result {
        let entries = entries.filter { !$0.text.isEmpty }
        guard !entries.isEmpty, !actions.isEmpty else { return .none }
        if entries.contains(where: { $0.label != nil || $0.reference != nil }),
            let own = byLabel(entries, actions, &misprints)
        {
            return .each(own)
        }
        if actions.count == 1 { return .each([entries]) }
        if entries.count == actions.count { return .each(entries.map { [$0] }) }
        return .shared(entries, isClear: entries.count == 1)
    }

    private static func byLabel(_ entries: [LabelledText], _ actions: [Key], _ misprints: inout [String])
        -> [[LabelledText]]?
    {
        var own = [[LabelledText]](repeating: [], count: actions.count)
        var taken: Set<Int> = []
        var last: Int?
        var seen: Set<String> = []
        for entry in entries {
            guard let name = entry.reference ?? entry.label else {
                if let last {
                    own[last].append(entry)
                } else {
                    for index in own.indices { own[index].append(entry) }
                }
                continue
            }
            let places = actions.indices.filter { actions[$0].isNamed(by: entry) }
            // A label printed twice: the second time the one after it was meant, where nothing else has that.
            if let place = places.first(where: { !taken.contains($0) }) {
                own[place].append(entry)
                taken.insert(place)
                last = place
            } else if let before = places.last, before + 1 < actions.count, !taken.contains(before + 1),
                !entries.contains(where: { $0.label == actions[before + 1].label && $0.label != nil })
            {
                own[before + 1].append(entry)
                taken.insert(before + 1)
                last = before + 1
                misprints.append(
                    "The label \(name) stands twice; the second was taken for \(actions[before + 1].label ?? "the next")."
                )
            } else if let before = places.last {
                own[before].append(entry)
                last = before
            } else {
                return nil
            }
            seen.insert(name)
        }
        return own
    }
}
