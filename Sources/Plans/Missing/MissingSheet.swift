import Kernel
import Sheets
import Storage

/// The missing updates as a file.
enum MissingSheet {
    static func sheet(_ view: MissingPage.View, _ today: Day) -> Sheet {
        Sheet(
            "Missing updates", note: note(view),
            columns: [
                Sheet.Column("Plan", width: 32), Sheet.Column("Ref", width: 8),
                Sheet.Column("Action", width: 48), Sheet.Column("Who answers", width: 32),
                Sheet.Column("Due since", .day), Sheet.Column("Last update", .day),
                Sheet.Column("Due days missed", .number), Sheet.Column("Missed in all", .number),
                Sheet.Column("Line manager", width: 32),
            ]
        ) {
            view.entries.map { entry in
                let missed = entry.rhythm.missed(due: entry.due, by: today)
                return [
                    .text(entry.planTitle), .init(entry.reference), .text(entry.text),
                    .text(entry.who.map(view.line.words) ?? "Nobody"), .day(entry.due), .init(entry.updated),
                    .init(missed), .init(missed + entry.missedBefore),
                    .text(MissingPage.escalation(entry, view.line, today)),
                ]
            }
        }
    }

    private static func note(_ view: MissingPage.View) -> String? {
        guard view.filter != MissingFilter() else { return nil }
        let parts = [
            view.filter.plan.flatMap { plan in view.plans.first { $0.id == plan }?.title },
            view.filter.who.map(view.line.words), view.filter.when.words,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
