import Kernel

/// What somebody of one role does in Plumbline, and what they will never see or be able to do. Half a page.
struct RoleGuide: Sendable {
    /// One thing to do, with the page to begin at.
    struct Step: Sendable {
        let words: String
        let page: Page?

        init(_ words: String, _ page: Page? = nil) {
            self.words = words
            self.page = page
        }
    }

    let role: Role
    /// What the role is for, in a sentence.
    let gist: String
    let week: [Step]
    let neverSees: [String]
    let neverDoes: [String]
}

extension RoleGuide {
    /// The pages that guides lead to.
    enum Page: String, CaseIterable, Sendable {
        case overview, work, readings, plans, timeline, inspections, importing, names, organisation, people
        case measures, today, caseloads, returns, files, quality
        case audits, myAudits, safety, auditActions, schedules
        case access, journal, account, words
    }

    static func of(_ role: Role) -> RoleGuide {
        switch role {
        case .administrator: administrator
        case .programmeManager: programmeManager
        case .director: director
        case .actionLead: actionLead
        case .verifier: verifier
        case .qualityLead: qualityLead
        case .auditor: auditor
        case .teamManager: teamManager
        case .worker: worker
        case .analyst: analyst
        case .boardMember: boardMember
        case .observer: observer
        case .reader: reader
        }
    }
}

extension Role {
    /// As an address has it: `programme-manager`.
    var guideName: String { words.replacing(" ", with: "-") }
}
