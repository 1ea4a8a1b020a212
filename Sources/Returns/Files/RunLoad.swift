import Kernel
import Markup
import Site
import Storage

/// The last step of an upload: the day is given, and the file becomes a vintage.
extension ReturnsFeature {
    func loadDraft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnDraft> = try visit.id("draft")
        guard
            let draft = try await database.read({ try ReturnDraftSQL.draft($0, officer, id, at: visit.now) })
        else {
            throw NotFound()
        }
        guard !draft.isBeingLoaded(at: visit.now) else { return .redirect(to: FilesRoute.draft.link(id)) }
        let values = try await reviewValues(draft, visit)
        do {
            let given = try LoadReturn.asAt(visit.form, values)
            _ = try LoadReturn.decide(
                asAt: given, referenceDate: values.understood.referenceDate, on: visit.today)
            let again = visit.form["again"] == "yes"
            if let same = values.same, !again {
                throw LoadReturn.Refused.sameAgain(LoadReturn.sameWords(same))
            }
            let files = try await opened(draft, officer).files
            return try await run(
                Load(files: files, name: draft.name, asAt: given, again: again), draft, officer, visit)
        } catch let refusal as LoadReturn.Refused {
            let error = FieldError(refusal.field, refusal.sentence.withoutStop)
            return .refused(ReviewReturn.page(values, visit.entry([error]), visit))
        }
    }

    /// Waits for a short load; a long one goes on by itself, and the draft's page says how far it is.
    private func run(
        _ load: Load, _ draft: ReturnDraft, _ officer: Officer, _ visit: Visit
    ) async throws -> Reply {
        let began = try await database.write(for: officer.authority) {
            try ReturnDraftSQL.begin(draft.id, at: visit.now, $0, officer)
        }
        guard began else { return .redirect(to: FilesRoute.draft.link(draft.id)) }
        let (now, today) = (visit.now, visit.today)
        loads.set(.reading, of: draft.id)
        // Not a child of the request: whoever waits may go away, and the load must not be cut short by it.
        let work = Task { try await perform(load, draft.id, officer, now, today) }
        for _ in 0..<Self.looks where loads[draft.id] != nil {
            try await Task.sleep(for: Self.pause)
        }
        guard loads[draft.id] == nil else { return .redirect(to: FilesRoute.draft.link(draft.id)) }
        let file: ID<ReturnFile>
        do {
            file = try await work.value
        } catch {
            // The draft's page says why, and the log where it was no refusal.
            return .redirect(to: FilesRoute.draft.link(draft.id))
        }
        return .redirect(
            to: FilesRoute.file.link(file),
            notice: "\(load.name) is loaded. Every measure counts it from now on.")
    }

    /// Three seconds in all.
    private static let looks = 100
    private static let pause = Duration.milliseconds(30)

    private func perform(
        _ load: Load, _ draft: ID<ReturnDraft>, _ officer: Officer, _ now: Instant, _ today: Day
    ) async throws -> ID<ReturnFile> {
        let loads = loads
        defer { loads.end(draft) }
        do {
            let (file, _) = try await self.load(
                load, authority: officer.authority, account: officer.account, at: now, on: today,
                beforeStoring: { connection in
                    // The draft goes in the same transaction: it becomes a vintage once, or stays a draft.
                    guard try ReturnDraftSQL.remove(draft, connection, officer.authority) else {
                        throw LoadReturn.Refused.gone
                    }
                }, step: { loads.set($0, of: draft) })
            await drafts.forget(draft)
            return file
        } catch {
            let refusal = error as? any Refusal
            if refusal == nil { log(.failed(error, during: loads[draft], draft, officer, at: now)) }
            let why =
                refusal?.sentence.withoutStop
                ?? "Something failed while it was being loaded, and nothing of it was stored. Try again"
            try await database.write(for: officer.authority) {
                try ReturnDraftSQL.fail(draft, why: why, $0, officer.authority)
            }
            throw error
        }
    }
}

extension RequestRecord {
    /// Which kind of fault, and how far the load had come. What the fault says may quote a row of the file: it stays out.
    fileprivate static func failed(
        _ error: any Error, during step: LoadReturn.Step?, _ draft: ID<ReturnDraft>, _ officer: Officer,
        at now: Instant
    ) -> RequestRecord {
        let place =
            switch step {
            case .reading: "reading"
            case .checking: "checking"
            case .storing(let done, let of): "storing list \(done + 1) of \(of)"
            case .following: "working out what follows"
            case nil: "starting"
            }
        return .work(
            at: now, route: FilesRoute.load.rawValue, account: officer.account,
            remark: "load of draft \(draft) failed while \(place): \(type(of: error))")
    }
}

extension LoadReturn {
    /// The day that the form gives; nil where the file itself says it.
    static func asAt(_ form: Fields, _ values: ReviewReturn.Values) throws(Refused) -> Day? {
        guard values.understood.referenceDate == nil else { return nil }
        if let suggested = values.suggested {
            switch form["which"] {
            case "suggested": return suggested
            case "other": break
            default: throw .dateUnclear
            }
        }
        switch form.date("asAt", called: "the day that the data stood for") {
        case .empty: throw .dateMissing
        case .wrong(let sentence): throw .dateWrong(sentence)
        case .day(let day): return day
        }
    }
}
