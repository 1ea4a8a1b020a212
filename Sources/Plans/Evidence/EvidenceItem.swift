import Documents
package import Kernel
package import Storage

package enum EvidenceRecord {}

/// Something that is said to show that an action was done, as one officer may see it.
package struct EvidenceItem: Sendable {
    package let id: ID<EvidenceRecord>
    package let plan: ID<PlanRecord>
    package let action: ID<ActionRecord>
    package let actionReference: String?
    package let actionText: String
    package let criterion: ID<CriterionRecord>?
    package let criterionText: String?
    package let added: Instant
    package let addedOn: Day
    package let addedBy: ID<Person>?
    package let addedByName: String
    /// The file's name or what a link is called; nil where it holds personal data and the officer has no case
    /// access: then the file, its kind and the address are nil too.
    package let name: String?
    package let file: ID<StoredFile>?
    package let kind: String?
    package let size: Int?
    package let sha256: String?
    package let address: String?
    package let shows: String
    package let dated: Day
    package let isPersonal: Bool
    package let verdict: Verdict?
    package let withdrawal: Withdrawal?

    package struct Verdict: Sendable {
        package let isAccepted: Bool
        package let on: Day
        package let by: String
        package let reason: String
    }

    package struct Withdrawal: Sendable {
        package let on: Day
        package let by: String
        package let reason: String
    }

    package enum State: String, CaseIterable, Sendable {
        case waiting, accepted, rejected, withdrawn
    }

    package var state: State {
        if withdrawal != nil { return .withdrawn }
        return verdict.map { $0.isAccepted ? .accepted : .rejected } ?? .waiting
    }

    /// The name, or the sentence that stands in its place.
    package var title: String { name ?? EvidenceItem.hidden }
    package static let hidden = "Holds personal data: your role does not open it"

    /// "PDF, 1.2 MB", or "link"; nothing of what the officer may not open.
    package var sizeWords: String? {
        guard name != nil else { return nil }
        guard let kind = kind.flatMap(KnownFile.init(rawValue:)), let size else { return "link" }
        return "\(kind.words), \(size.bytesInWords)"
    }

    package var actionWords: String {
        [actionReference, actionText.short].compactMap { $0 }.joined(separator: " ")
    }
}

extension Int {
    /// `840 bytes`, `84 KB`, `1.2 MB`.
    var bytesInWords: String {
        if self < 1000 { return "\(self) bytes" }
        if self < 1_000_000 { return "\((self + 500) / 1000) KB" }
        let tenths = (self + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
