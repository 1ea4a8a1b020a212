package import Kernel
package import Site

/// The addresses of schedules and duties.
package enum SchedulesRoute: String, RouteTable {
    case home = "GET /audits/schedules"
    case year = "GET /audits/schedules/year"
    case rhythms = "GET /audits/schedules/rhythms"
    case newRhythm = "GET /audits/schedules/rhythms/new"
    case addRhythm = "POST /audits/schedules/rhythms/new"
    case rhythm = "GET /audits/schedules/rhythms/{rhythm}"
    case editRhythm = "GET /audits/schedules/rhythms/{rhythm}/change"
    case changeRhythm = "POST /audits/schedules/rhythms/{rhythm}/change"
    case lastDay = "GET /audits/schedules/rhythms/{rhythm}/end"
    case endRhythm = "POST /audits/schedules/rhythms/{rhythm}/end"
    case newEvent = "GET /audits/schedules/rhythms/{rhythm}/event"
    case addEvent = "POST /audits/schedules/rhythms/{rhythm}/event"
    case proposals = "GET /audits/schedules/proposals"
    case proposal = "GET /audits/schedules/proposals/{plan}/{source}"
    case confirm = "POST /audits/schedules/proposals/{plan}/{source}"
    case decline = "POST /audits/schedules/proposals/{plan}/{source}/decline"
    case due = "GET /audits/schedules/due/{occurrence}"
    case done = "POST /audits/schedules/due/{occurrence}/done"
    case move = "POST /audits/schedules/due/{occurrence}/move"
    case assign = "POST /audits/schedules/due/{occurrence}/assign"
    case tieRound = "POST /audits/schedules/due/{occurrence}/round"

    /// Who sees what is due and what was missed: everybody but the administrator.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who confirms, changes and ends rhythms.
    package static let keepers: Set<Role> = [.qualityLead, .programmeManager]

    package var access: Access {
        switch self {
        case .home, .year, .rhythms, .rhythm, .newEvent, .addEvent, .due, .done:
            .roles(SchedulesRoute.readers, in: .anywhere)
        case .newRhythm, .addRhythm, .editRhythm, .changeRhythm, .lastDay, .endRhythm, .proposals,
            .proposal, .confirm, .decline, .move, .assign, .tieRound:
            .roles(SchedulesRoute.keepers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerSchedules(on site: inout SiteBuilder) {
        site.on(SchedulesRoute.home, schedules)
        site.on(SchedulesRoute.year, scheduleYear)
        site.on(SchedulesRoute.rhythms, rhythms)
        site.on(SchedulesRoute.newRhythm, newRhythm)
        site.on(SchedulesRoute.addRhythm, addRhythm)
        site.on(SchedulesRoute.rhythm, rhythm)
        site.on(SchedulesRoute.editRhythm, editRhythm)
        site.on(SchedulesRoute.changeRhythm, changeRhythm)
        site.on(SchedulesRoute.lastDay, lastDayOfRhythm)
        site.on(SchedulesRoute.endRhythm, endRhythm)
        site.on(SchedulesRoute.newEvent, newEvent)
        site.on(SchedulesRoute.addEvent, addEvent)
        site.on(SchedulesRoute.proposals, rhythmProposals)
        site.on(SchedulesRoute.proposal, rhythmProposal)
        site.on(SchedulesRoute.confirm, confirmRhythm)
        site.on(SchedulesRoute.decline, declineRhythm)
        site.on(SchedulesRoute.due, occurrence)
        site.on(SchedulesRoute.done, markDone)
        site.on(SchedulesRoute.move, moveOccurrence)
        site.on(SchedulesRoute.assign, assignOccurrence)
        site.on(SchedulesRoute.tieRound, tieRound)
    }
}
