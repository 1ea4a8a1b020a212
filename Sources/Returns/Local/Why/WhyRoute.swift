package import Kernel
package import Site
package import Storage

/// The addresses of questions about figures.
package enum WhyRoute: String, RouteTable {
    case list = "GET /returns/questions"
    case new = "GET /returns/questions/new"
    case ask = "POST /returns/questions/new"
    case question = "GET /returns/questions/{question}"
    case answer = "POST /returns/questions/{question}"

    package var access: Access {
        switch self {
        case .list, .question, .answer: .roles(LocalRoute.fillers, in: .anywhere)
        case .new, .ask: .roles(LocalRoute.keepers, in: .anywhere)
        }
    }

    /// Where somebody asks why a figure is as it is: filled in with the figure in question.
    package static func askLink(_ figure: AskWhy.Figure) -> String {
        new.link(
            query: [
                "measure": figure.measure, "name": figure.name, "period": figure.periodEnd.description,
                "unit": figure.node?.description ?? "", "signal": figure.signal,
            ])
    }
}

extension ReturnsFeature {
    func registerWhy(on site: inout SiteBuilder) {
        site.on(WhyRoute.list, whyList)
        site.on(WhyRoute.new, newWhy)
        site.on(WhyRoute.ask, askWhy)
        site.on(WhyRoute.question, why)
        site.on(WhyRoute.answer, answerWhy)
    }
}

/// Where an answer about a figure can become an action of a plan. App fills it.
package struct ActionPlaces: Sendable {
    package struct Place: Hashable, Sendable {
        /// The plan and the area: "Improvement plan: 5 Supervision".
        package let words: String
        /// The page that adds an action there, with the words filled in.
        package let address: String

        package init(_ words: String, _ address: String) {
            self.words = words
            self.address = address
        }
    }

    /// The areas of the plans to which the officer may add an action, for an action of those words.
    package let places: @Sendable (Connection, Officer, Day, String) throws -> [Place]

    package init(places: @escaping @Sendable (Connection, Officer, Day, String) throws -> [Place]) {
        self.places = places
    }
}
