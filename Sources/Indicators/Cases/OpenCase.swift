package import Kernel
package import ReturnFormats

/// One child with an open case on the day of an Annex A, once, from the list that says most of them.
package struct OpenCase: Hashable, Sendable {
    /// By precedence: the first that holds.
    package enum Status: String, CaseIterable, Sendable {
        case lookedAfter, protection, need, assessment, careLeaver

        package var words: String {
            switch self {
            case .lookedAfter: "in care"
            case .protection: "on a child protection plan"
            case .need: "child in need"
            case .assessment: "being assessed"
            case .careLeaver: "care leaver"
            }
        }
    }

    /// The place in `AnnexA.children`.
    package let child: Int32
    package let status: Status
    /// Where the row stands: list, and row of the sheet.
    package let list: AnnexAList
    package let row: Int32
    /// As the file writes them.
    package let team: String
    package let worker: String
    /// False where the worker is nobody, or a placeholder for nobody.
    package let isAllocated: Bool
    package let since: Day?
    package let lastSeen: Day?
    /// Strategy discussions whose section 47 enquiry has no outcome yet.
    package let openEnquiries: Int

    package init(
        child: Int32, status: Status, list: AnnexAList, row: Int32, team: String, worker: String,
        isAllocated: Bool, since: Day?, lastSeen: Day?, openEnquiries: Int
    ) {
        self.child = child
        self.status = status
        self.list = list
        self.row = row
        self.team = team
        self.worker = worker
        self.isAllocated = isAllocated
        self.since = since
        self.lastSeen = lastSeen
        self.openEnquiries = openEnquiries
    }
}

/// One clock that runs for an open case on the day of an Annex A.
package struct CaseClock: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case assessment, conference, protectionReview, protectionVisit, needVisit, careReview, careVisit
        case healthAssessment, pathwayReview

        package var words: String {
            switch self {
            case .assessment: "Assessment, 45 working days"
            case .conference: "Initial child protection conference"
            case .protectionReview: "Child protection review"
            case .protectionVisit: "Visit, child on a protection plan"
            case .needVisit: "Visit, child in need"
            case .careReview: "Care review"
            case .careVisit: "Statutory visit, child in care"
            case .healthAssessment: "Health assessment"
            case .pathwayReview: "Pathway plan review"
            }
        }
    }

    package let child: Int32
    package let kind: Kind
    package let list: AnnexAList
    package let row: Int32
    package let team: String
    package let worker: String
    package let isAllocated: Bool
    /// What started it: the enquiry, the last visit, the plan's start.
    package let trigger: Day
    /// The last day in time.
    package let due: Day

    package init(
        child: Int32, kind: Kind, list: AnnexAList, row: Int32, team: String, worker: String,
        isAllocated: Bool, trigger: Day, due: Day
    ) {
        self.child = child
        self.kind = kind
        self.list = list
        self.row = row
        self.team = team
        self.worker = worker
        self.isAllocated = isAllocated
        self.trigger = trigger
        self.due = due
    }
}
