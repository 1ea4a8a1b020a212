package import Kernel
package import Site

/// Every address of guidance documents: a plan's own, and one's own readings.
package enum GuidanceRoute: String, RouteTable {
    case documents = "GET /plans/{plan}/documents"
    case newDocument = "GET /plans/{plan}/documents/new"
    case addDocument = "POST /plans/{plan}/documents/new"
    case document = "GET /plans/{plan}/documents/{document}"
    case editDocument = "GET /plans/{plan}/documents/{document}/edit"
    case changeDocument = "POST /plans/{plan}/documents/{document}/edit"
    case newVersion = "GET /plans/{plan}/documents/{document}/versions/new"
    case addVersion = "POST /plans/{plan}/documents/{document}/versions/new"
    case file = "GET /plans/{plan}/documents/{document}/versions/{version}/file"
    case askBodies = "GET /plans/{plan}/documents/{document}/approvals"
    case addBodies = "POST /plans/{plan}/documents/{document}/approvals"
    case decision = "GET /plans/{plan}/documents/{document}/approvals/next"
    case addDecision = "POST /plans/{plan}/documents/{document}/approvals/next"
    case issue = "GET /plans/{plan}/documents/{document}/issue"
    case addIssue = "POST /plans/{plan}/documents/{document}/issue"
    case roll = "GET /plans/{plan}/documents/{document}/readers"
    case paperReading = "GET /plans/{plan}/documents/{document}/readers/paper"
    case addPaperReading = "POST /plans/{plan}/documents/{document}/readers/paper"
    case review = "GET /plans/{plan}/documents/{document}/review"
    case addReview = "POST /plans/{plan}/documents/{document}/review"
    case withdrawal = "GET /plans/{plan}/documents/{document}/withdrawal"
    case addWithdrawal = "POST /plans/{plan}/documents/{document}/withdrawal"
    case readings = "GET /readings"
    case reading = "GET /readings/{document}"
    case readingFile = "GET /readings/{document}/file"
    case addReading = "POST /readings/{document}"

    /// Who may be given part of the work on a document. Observers and readers never write.
    package static let writers = PlansRoute.readers.subtracting([.observer, .reader])
    /// Who may say of themselves that they have read what was issued to them.
    package static let confirmers = Set(Role.allCases).subtracting([.observer, .reader])
    /// Who sees by name who has read a document; the others see how many.
    package static let rollReaders: Set<Role> = [
        .programmeManager, .director, .actionLead, .teamManager, .qualityLead,
    ]

    package var access: Access {
        switch self {
        case .documents, .document, .file: .roles(PlansRoute.readers, in: .plan("plan"))
        case .newDocument, .addDocument, .editDocument, .changeDocument:
            .roles(PlansRoute.keepers, in: .plan("plan"))
        case .newVersion, .addVersion, .askBodies, .addBodies, .decision, .addDecision, .issue, .addIssue,
            .paperReading, .addPaperReading, .review, .addReview, .withdrawal, .addWithdrawal:
            .roles(GuidanceRoute.writers, in: .plan("plan"))
        case .roll: .roles(GuidanceRoute.writers, in: .plan("plan"))
        // What was issued to somebody is theirs to read, whatever their roles are and however far they reach.
        case .readings, .reading, .readingFile: .signedIn
        case .addReading: .roles(GuidanceRoute.confirmers, in: .anywhere)
        }
    }
}
