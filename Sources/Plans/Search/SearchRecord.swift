package import Kernel
package import Storage

/// Something that can be found: where it is, what it is called, and the words by which it is found.
package struct SearchRecord: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case plan, area, action, criterion, update, evidence, newDate, closing, document, person, post

        /// The heading of a group of results.
        package var words: String {
            switch self {
            case .plan: "Plans"
            case .area: "Areas"
            case .action: "Actions"
            case .criterion: "Criteria"
            case .update: "Updates"
            case .evidence: "Evidence"
            case .newDate: "New dates"
            case .closing: "Closings"
            case .document: "Documents"
            case .person: "People"
            case .post: "Posts"
            }
        }
    }

    package var kind: Kind
    /// Tells it from every other of its kind.
    package var subject: String
    /// The plan that one must reach to see it; nil for people and posts.
    package var plan: ID<PlanRecord>?
    package var address: String
    package var title: String
    /// Nothing that some who see the plan may not see: no name of a personal file, no detail of a child.
    package var body: String

    package init(
        _ kind: Kind, _ subject: String, plan: ID<PlanRecord>?, _ address: String, title: String,
        body: [String?] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.plan = plan
        self.address = address
        self.title = title
        self.body = body.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

/// A part of the work whose records can be found.
package protocol SearchSource: Sendable {
    /// Every record of the plan that can be found, in one or two queries.
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord]
}

/// What is searched.
package enum SearchSources {
    static let all: [any SearchSource.Type] = [
        PlanWordsFound.self, UpdatesFound.self, EvidenceFound.self, NewDatesFound.self, ClosingsFound.self,
        DocumentsFound.self,
    ]
}
