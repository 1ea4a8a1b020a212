package import Site

/// The addresses of feedback and surveys: giving answers, those that were entered, and how many were asked.
package enum ChoiceRoute: String, RouteTable {
    case form = "GET /returns/local/{return}/answer/{period}"
    case give = "POST /returns/local/{return}/answer/{period}"
    case entries = "GET /returns/local/{return}/entries/{period}"
    case withdraw = "POST /returns/local/{return}/entries/{period}"
    case invite = "POST /returns/local/{return}/invited/{period}"

    package var access: Access {
        switch self {
        case .form, .give, .entries, .withdraw: .roles(LocalRoute.fillers, in: .anywhere)
        case .invite: .roles(LocalRoute.keepers, in: .authority)
        }
    }
}

extension ReturnsFeature {
    func registerChoices(on site: inout SiteBuilder) {
        site.on(ChoiceRoute.form, choiceForm)
        site.on(ChoiceRoute.give, giveChoices)
        site.on(ChoiceRoute.entries, feedbackEntries)
        site.on(ChoiceRoute.withdraw, withdrawFeedback)
        site.on(ChoiceRoute.invite, invite)
    }
}
