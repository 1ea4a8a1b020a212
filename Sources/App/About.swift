import Kernel
import Markup
import Site

/// Pages about Plumbline itself, open to anybody: accessibility, what the words mean, privacy.
enum AboutRoute: String, RouteTable {
    case accessibility = "GET /accessibility"
    case words = "GET /words"
    case privacy = "GET /privacy"

    var access: Access {
        switch self {
        case .accessibility, .words, .privacy: .open
        }
    }

    static func register(on site: inout SiteBuilder) {
        site.on(AboutRoute.accessibility) { _ in .page(About.accessibility) }
        site.on(AboutRoute.words) { _ in .page(About.words) }
        site.on(AboutRoute.privacy) { _ in .page(About.privacy) }
    }
}

enum About {
    static var accessibility: Page {
        Page("Accessibility statement") { m in
            m.lead(
                "Plumbline is built to meet the Web Content Accessibility Guidelines 2.2 at level AA, without any part that needs a mouse, a colour or a script."
            )
            m.part("How it is tested") { m in
                m.ul { m in
                    m.li(
                        "Every page is run through an automatic checker, for every role, before a change lands."
                    )
                    m.li(
                        "The main jobs are done with the keyboard alone in a real browser: coming in, importing a plan, changing it, accepting a finding."
                    )
                    m.li(
                        "Pages are opened 320 pixels wide, which is 400% zoom, in print, in light and in dark, and without scripts."
                    )
                }
            }
            m.part("What we know does not work yet") { m in
                m.p(
                    "No person who uses a screen reader every day has tested Plumbline yet. PDF files that you upload are listed and read, and are never shown inside a page."
                )
            }
            m.part("When something does not work for you") { m in
                m.p(
                    "Tell the improvement team of your authority. They can change the program: its source is open. If their answer does not help, the Equality Advisory and Support Service can."
                )
            }
        }
    }

    static var words: Page {
        Page("What the words mean") { m in
            m.summaryList(
                glossary.map { SummaryRow($0.0, Markup($0.1)) })
        }
    }

    /// The words that pages use, one for one thing. `docs/glossary.md` says more.
    static let glossary: [(String, String)] = [
        ("Plan", "What the authority promised after an inspection, as written."),
        ("Area", "One thing that has to get better, whatever the document calls it."),
        ("Action", "What will be done, by one person who answers for it."),
        ("Lead", "Who answers for an action. Others may contribute."),
        ("Timescale", "When, as printed and as understood. The finish is what an action is late against."),
        ("Criterion", "How anyone will know that it has worked."),
        (
            "Finding of a check",
            "A fault in the plan’s own words or figures. An error is to be mended before the plan goes out, a reader will ask about a warning, a note is for tidying."
        ),
        (
            "Accepted with a reason",
            "Somebody stands by a finding, under their name; the reason is printed with the plan."
        ),
        (
            "Led, dated, testable",
            "Somebody is named; there is a date by which it can be late; a criterion says how anyone will know."
        ),
        ("Inspection", "What the plan answers: judgements, findings, strengths and key dates."),
        ("Working day", "Monday to Friday, less the bank holidays of England and Wales."),
        ("Journal", "Everything that was done, by whom, when and why; nothing in it can be altered unseen."),
    ]

    static var privacy: Page {
        Page("Privacy") { m in
            m.lead(
                "Plumbline runs on your authority’s own machine. Nothing is sent anywhere else: no analytics, no fonts, no outside service."
            )
            m.p(
                "It holds the names of staff and posts as the plan prints them, accounts of those who sign in, and a journal of what each did. It needs no child’s name, and no page has a place for one. Who came in, what each changed and what each took away is recorded; anyone may ask your authority."
            )
        }
    }
}
