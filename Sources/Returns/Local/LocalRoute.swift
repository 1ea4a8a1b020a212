package import Kernel
package import Site

/// The addresses of returns: what is due from whom, each return, its page to fill in, templates, surveys.
package enum LocalRoute: String, RouteTable {
    case home = "GET /returns"
    case templates = "GET /returns/templates"
    case template = "GET /returns/templates/{template}"
    case adopt = "POST /returns/templates/{template}"
    case newReturn = "GET /returns/new"
    case addReturn = "POST /returns/new"
    case local = "GET /returns/local/{return}"
    case period = "GET /returns/local/{return}/periods/{period}"
    case terms = "GET /returns/local/{return}/terms"
    case changeTerms = "POST /returns/local/{return}/terms"
    case end = "POST /returns/local/{return}/end"
    case newQuestion = "GET /returns/local/{return}/questions"
    case addQuestion = "POST /returns/local/{return}/questions"
    case question = "GET /returns/local/{return}/questions/{question}"
    case changeQuestion = "POST /returns/local/{return}/questions/{question}"
    case senders = "GET /returns/local/{return}/senders"
    case addSender = "POST /returns/local/{return}/senders"
    case endSender = "POST /returns/local/{return}/senders/end"
    case fill = "GET /returns/local/{return}/units/{unit}/{period}"
    case send = "POST /returns/local/{return}/units/{unit}/{period}"
    case file = "GET /returns/local/{return}/file"
    case load = "POST /returns/local/{return}/file"
    case fileTemplate = "GET /returns/local/{return}/file/template"

    /// Who sees what is due from whom.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who says what is asked and of whom.
    package static let keepers: Set<Role> = [.analyst, .programmeManager, .qualityLead, .director]
    /// Who may be asked for figures; an observer or a reader never is.
    package static let fillers = readers.subtracting([.observer, .reader])

    package var access: Access {
        switch self {
        case .home, .local, .period: .roles(LocalRoute.readers, in: .anywhere)
        case .templates, .template, .adopt, .newReturn, .addReturn, .terms, .changeTerms, .end, .newQuestion,
            .addQuestion, .question, .changeQuestion, .addSender, .senders, .endSender:
            .roles(LocalRoute.keepers, in: .authority)
        case .fill, .send, .file, .load, .fileTemplate: .roles(LocalRoute.fillers, in: .anywhere)
        }
    }
}
