import Documents
import Kernel
import Markup
import PlanFormat
import PlanReading
import Site
import Storage

/// A draft as its owner sees it: the document, how it reads, and what would enter the plan.
struct DraftView {
    let draft: ImportDraft
    let document: Document
    let reading: Reading
    let proposal: Proposal
}

extension PlansFeature {
    /// The draft of the address, read with what was settled and edited so far.
    func draftView(_ visit: Visit) async throws -> DraftView {
        let officer = try visit.signedInOfficer
        let id: ID<ImportDraft> = try visit.id("draft")
        guard let draft = try await database.read({ try DraftSQL.draft($0, officer, id, at: visit.now) })
        else {
            throw NotFound()
        }
        let database = database
        let (document, reading) = try await readings.reading(
            of: draft.file, named: draft.fileName, options: draft.options
        ) {
            try await database.read { try $0.bytesOfFile(draft.file, of: officer.authority) }
        }
        return DraftView(
            draft: draft, document: document, reading: reading,
            proposal: Proposal(reading.plan, edits: draft.edits))
    }

    /// Saves a step of the review and goes on; says so when another window saved one first.
    func save(_ draft: ImportDraft, _ visit: Visit, then address: String) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let saved = try await database.write(for: officer.authority) {
            try DraftSQL.save(draft, $0, officer, at: visit.now)
        }
        return .redirect(
            to: address,
            notice: saved
                ? nil
                : "This reading was changed in another window: that change stands, this one was not saved.")
    }

    func review(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        return .page(ReviewPage.page(view, number: Int(visit.query["question"]) ?? 1, visit))
    }

    /// A question answered by keeping what was read.
    func settle(_ visit: Visit) async throws -> Reply {
        var draft = try await draftView(visit).draft
        draft.edits.append(.settled(visit.form.exact("question")))
        let number = visit.form["number"]
        return try await save(
            draft, visit, then: PlansRoute.review.link(draft.id, query: ["question": number]))
    }

    func takeTask(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        var draft = view.draft
        let group = visit.form.exact("group")
        let taken = Set(visit.form.all("task").compactMap(Int.init))
        for offered in view.proposal.offeredTasks where offered.group == group {
            let edit = DraftEdit.takeTask(group: group, task: offered.index)
            if taken.contains(offered.index), !offered.isTaken { draft.edits.append(edit) }
            if !taken.contains(offered.index), offered.isTaken { draft.edits.removeAll { $0 == edit } }
        }
        return try await save(draft, visit, then: PlansRoute.review.link(draft.id) + "#tasks")
    }

    /// Changes what columns mean, which tables are the plan and the base year, and reads again.
    func changeReading(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        var draft = view.draft
        draft.options = ReviewPage.options(view, visit.form)
        return try await save(draft, visit, then: PlansRoute.review.link(draft.id) + "#columns")
    }

    func discard(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let view = try await draftView(visit)
        try await database.write(for: officer.authority) { connection in
            try DraftSQL.delete(view.draft.id, connection, officer)
            try connection.remove(file: view.draft.file, of: officer.authority)
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "import.discarded", subject: "import", subjectID: view.draft.id))
        }
        return .redirect(to: PlansRoute.imports.link(), notice: "The reading is thrown away, and its file.")
    }
}
