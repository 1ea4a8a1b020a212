import Kernel
import ReturnFormats
import Synchronization

/// What is known of the drafts that are being looked at, and of the loads under way, by this process alone.
///
/// Only a store of what can be worked out again from the sealed file; nothing of it is ever written.
actor UnderstoodDrafts {
    struct Draft: Sendable {
        var understood: UnderstoodReturn
        let files: [ReturnSource]
    }

    private var drafts: [ID<ReturnDraft>: Draft] = [:]
    private var order: [ID<ReturnDraft>] = []

    /// Kept at most: each may be 64 MB and its columns.
    private static let limit = 2

    func keep(_ understood: UnderstoodReturn, _ files: [ReturnSource], of draft: ID<ReturnDraft>) {
        drafts[draft] = Draft(understood: understood, files: files)
        order.removeAll { $0 == draft }
        order.append(draft)
        while order.count > Self.limit { drafts[order.removeFirst()] = nil }
    }

    func draft(_ id: ID<ReturnDraft>) -> Draft? { drafts[id] }

    func forget(_ id: ID<ReturnDraft>) {
        drafts[id] = nil
        order.removeAll { $0 == id }
    }
}

/// How far the loads of this process have come: written from inside their transactions, so no actor.
final class LoadsUnderWay: Sendable {
    private let steps = Mutex<[ID<ReturnDraft>: LoadReturn.Step]>([:])

    func set(_ step: LoadReturn.Step, of draft: ID<ReturnDraft>) { steps.withLock { $0[draft] = step } }

    func end(_ draft: ID<ReturnDraft>) { steps.withLock { $0[draft] = nil } }

    subscript(draft: ID<ReturnDraft>) -> LoadReturn.Step? { steps.withLock { $0[draft] } }
}
