import Kernel
import Storage

/// Whom the printed leads propose to answer for an action, and why that one or nobody.
struct Proposed: Hashable, Sendable {
    var who: Accountable?
    var note: String?

    /// The first lead whose name means a post or a person that is there.
    init(_ leads: [AnsweringSQL.PrintedLead], in line: Line, onlyReads: Set<ID<Person>>) {
        for lead in leads {
            guard case .somebody(let accountable) = lead.meaning else { continue }
            do {
                try NameAccountable.decide(accountable, in: line, onlyReads: onlyReads)
                who = accountable
                if leads.count > 1 {
                    note =
                        lead == leads[0]
                        ? "the first of \(leads.count) joint leads; the others contribute"
                        : "of \(leads.count) joint leads, the first who can answer"
                }
                return
            } catch {
                note = "“\(lead.printed)”: \(error.sentence)"
            }
        }
        guard note == nil else { return }
        guard let first = leads.first else {
            note = "The plan names no lead"
            return
        }
        note =
            first.meaning == .body
            ? "“\(first.printed)” is a body: it contributes, a person answers"
            : "Nobody has said whom “\(first.printed)” means"
    }
}
