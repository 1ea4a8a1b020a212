import Kernel
import Site

/// Founding the authority, once.
enum SetUpRoute: String, RouteTable {
    case page = "GET /set-up"
    case found = "POST /set-up"

    var access: Access {
        switch self {
        case .page, .found: .signedOutOnly
        }
    }
}

/// Coming in and going out.
enum SignInRoute: String, RouteTable {
    case page = "GET /sign-in"
    case password = "POST /sign-in"
    case code = "POST /sign-in/code"
    case enrol = "POST /sign-in/authenticator"
    case help = "GET /sign-in/help"
    /// In the invented authority alone: come in as one of its people.
    case asExample = "POST /sign-in/example"
    case newPassword = "GET /new-password/{token}"
    case setPassword = "POST /new-password/{token}"
    case signOut = "POST /sign-out"

    var access: Access {
        switch self {
        case .page, .password, .code, .enrol, .asExample: .signedOutOnly
        case .help, .newPassword, .setPassword: .open
        case .signOut: .signedIn
        }
    }
}

/// One's own account: nobody sees another's.
enum OwnAccountRoute: String, RouteTable {
    case page = "GET /account"
    case password = "GET /account/password"
    case changePassword = "POST /account/password"
    case secondFactor = "GET /account/second-step"
    case renewSecondFactor = "POST /account/second-step"
    case confirmSecondFactor = "POST /account/second-step/confirm"
    case endOtherSessions = "POST /account/sessions/end-others"
    case endSession = "POST /account/sessions/{session}/end"

    var access: Access { .signedIn }
}

/// People and access, for administrators.
enum AccessRoute: String, RouteTable {
    case list = "GET /access"
    case add = "GET /access/add"
    case invite = "POST /access/add"
    case account = "GET /access/{account}"
    case change = "POST /access/{account}"
    case edit = "GET /access/{account}/edit"
    case saveEdit = "POST /access/{account}/edit"
    case addGrant = "GET /access/{account}/roles/add"
    case giveGrant = "POST /access/{account}/roles/add"
    case endingGrant = "GET /access/{account}/roles/{grant}/end"
    case endGrant = "POST /access/{account}/roles/{grant}/end"

    var access: Access { .roles([.administrator], in: .authority) }
}

/// The journal: what was done, by whom, when and why.
enum JournalRoute: String, RouteTable {
    case page = "GET /journal"
    case export = "GET /journal/csv"
    case verify = "POST /journal/verify"

    var access: Access { .roles([.administrator, .programmeManager, .director], in: .authority) }
}
