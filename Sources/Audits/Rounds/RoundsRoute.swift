package import Kernel
package import Site

/// The addresses of rounds, their frames and draws.
package enum RoundsRoute: String, RouteTable {
    case home = "GET /audits"
    case new = "GET /audits/rounds/new"
    case make = "POST /audits/rounds/new"
    case round = "GET /audits/rounds/{round}"
    case setUp = "GET /audits/rounds/{round}/set-up"
    case change = "POST /audits/rounds/{round}/set-up"
    case frame = "GET /audits/rounds/{round}/frame"
    case giveFile = "POST /audits/rounds/{round}/frame/file"
    case giveList = "POST /audits/rounds/{round}/frame/list"
    case leaveOut = "POST /audits/rounds/{round}/frame/left-out"
    case nameHolder = "POST /audits/rounds/{round}/frame/holders"
    case checkLock = "GET /audits/rounds/{round}/lock"
    case lock = "POST /audits/rounds/{round}/lock"
    case draw = "GET /audits/rounds/{round}/draw"
    case makeDraw = "POST /audits/rounds/{round}/draw"
    case extend = "POST /audits/rounds/{round}/extension"
    case giving = "GET /audits/rounds/{round}/giving"
    case give = "POST /audits/rounds/{round}/giving"
    case verification = "GET /audits/rounds/{round}/verification"
    case drawVerification = "POST /audits/rounds/{round}/verification/draw"
    case giveVerification = "POST /audits/rounds/{round}/verification"
    case `case` = "GET /audits/rounds/{round}/cases/{case}"
    case reassign = "POST /audits/rounds/{round}/cases/{case}/reader"
    case replace = "POST /audits/rounds/{round}/cases/{case}/replacement"
    case closing = "GET /audits/rounds/{round}/closing"
    case close = "POST /audits/rounds/{round}/closing"

    /// Who sees that a round is there and, once it is closed, what it found: everybody but the administrator.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who sets rounds up, draws and closes them, in their part of the organisation.
    package static let keepers: Set<Role> = [.qualityLead]
    /// To whom a case's own reference may be shown, as far as they reach; its auditor sees it too.
    package static let caseAccess: Set<Role> = [.director, .qualityLead, .teamManager]
    /// Who sees how a round goes before it is closed; managers see their own teams of it.
    package static let progressReaders: Set<Role> = [
        .qualityLead, .director, .programmeManager, .teamManager,
    ]

    package var access: Access {
        switch self {
        case .home, .draw: .roles(RoundsRoute.readers, in: .anywhere)
        case .round: .roles(RoundsRoute.progressReaders, in: .anywhere)
        case .case: .roles(RoundsRoute.caseAccess, in: .anywhere)
        case .new, .make, .setUp, .change, .frame, .giveFile, .giveList, .leaveOut, .nameHolder, .checkLock,
            .lock, .makeDraw, .extend, .giving, .give, .verification, .drawVerification, .giveVerification,
            .reassign, .replace, .closing, .close:
            .roles(RoundsRoute.keepers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerRounds(on site: inout SiteBuilder) {
        site.on(RoundsRoute.home, audits)
        site.on(RoundsRoute.new, newRound)
        site.on(RoundsRoute.make, makeRound)
        site.on(RoundsRoute.round, roundPage)
        site.on(RoundsRoute.setUp, roundSetUp)
        site.on(RoundsRoute.change, changeRound)
        site.on(RoundsRoute.frame, roundFrame)
        site.on(RoundsRoute.giveFile, takes: .attachment, giveFrameFile)
        site.on(RoundsRoute.giveList, giveFrameList)
        site.on(RoundsRoute.leaveOut, leaveOutOfFrame)
        site.on(RoundsRoute.nameHolder, nameFrameHolder)
        site.on(RoundsRoute.checkLock, checkRoundLock)
        site.on(RoundsRoute.lock, lockRound)
        site.on(RoundsRoute.draw, roundDraw)
        site.on(RoundsRoute.makeDraw, drawRound)
        site.on(RoundsRoute.extend, extendRound)
        site.on(RoundsRoute.giving, givingCases)
        site.on(RoundsRoute.give, giveCases)
        site.on(RoundsRoute.verification, roundVerification)
        site.on(RoundsRoute.drawVerification, drawRoundVerification)
        site.on(RoundsRoute.giveVerification, giveRoundVerification)
        site.on(RoundsRoute.case, roundCase)
        site.on(RoundsRoute.reassign, reassignCase)
        site.on(RoundsRoute.replace, replaceCase)
        site.on(RoundsRoute.closing, roundClosing)
        site.on(RoundsRoute.close, closeRound)
    }
}
