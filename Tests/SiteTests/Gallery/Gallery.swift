import Crypto
import Kernel
import Markup

@testable import Site

/// Invented content for looking at components; the pages as a whole belong to the features.
enum Gallery {
    static let visit = Visit(
        officer: Ashmere.people["manager"], session: nil, parameters: [:], query: Fields(), form: Fields(),
        now: Ashmere.now, today: Ashmere.now.inLondon.day, address: "/",
        formKey: FormKey(secret: "x", siteKey: SymmetricKey(size: .bits256)), requestID: "x", remote: "local",
        agent: "")

    static let frame = Frame(
        authority: "Ashmere County Council",
        sections: Section.allCases.map {
            SectionLink($0, "/\($0)", count: $0 == .today ? (41, "overdue") : nil)
        },
        foot: [
            Link("Accessibility statement", "/accessibility"), Link("What the words mean", "/words"),
            Link("Journal", "/journal"),
        ])

    static func html(_ page: Page) -> Markup { FrameView.page(page, in: frame, for: visit) }

    static func date(_ text: String) -> PartialDate? { PartialDate(text) }

    static let components = Page(
        "Components", facts: ["Everything the pages are made of", "Words, symbols and colours together"],
        errors: [FieldError("due", "Give the year of the new date")]
    ) { m in
        m.columns(.half) { m in
            m.part("Progress") { m in
                for symbol in Symbol.progress {
                    m.p { $0.boxedTag(symbol, "\(symbol.word): \(symbol.meaning)") }
                }
            }
            m.part("Proof") { m in
                for symbol in Symbol.proof { m.p { $0.boxedTag(symbol) } }
            }
            m.part("Then and now") { m in
                m.columns(.half) { m in
                    m.dueDate(DueDate(first: date("2026-11-30"), now: date("2026-11-30")))
                    m.dueDate(DueDate(first: date("2026-04-30"), now: date("2026-12-18"), moves: 3))
                } beside: { m in
                    m.dueDate(DueDate(first: date("2026-07-31"), now: date("2026-10-16"), moves: 2))
                    m.dueDate(DueDate(first: nil, now: nil, says: "ongoing"))
                }
            }
            m.part("Check your answers") { m in
                m.summaryList([
                    SummaryRow(
                        "Action", "1.6 Train all 64 relevant staff in section 47 thresholds", .change("#a")),
                    SummaryRow("New date", "18 December 2026", .change("#b")),
                    SummaryRow(
                        "Why", "Trainer withdrew; second provider booked for 8 December", .change("#c")),
                    SummaryRow("Cost", nil, .words("As read")),
                ])
                m.note(
                    "The first date, 30 September 2026, stays on the record. This move counts as the second.")
                m.buttons { m in
                    m.button("Send to the board for approval")
                    m.button("Save as a draft", .other)
                }
            }
            m.part("Quote from the source") { m in
                m.quote(
                    "Contacts pending action are for \(mark: "no longer than 24 hours").",
                    source: "Improvement plan v1.docx, page 4, table 2, row 3.",
                    see: Link("See both side by side", "#side"))
            }
        } beside: { m in
            m.part("Form, with an error") { m in form(&m) }
            m.part("Banners") { m in
                m.banner(
                    Banner(.saved, "Saved", "Action 1.6 is now due on 18 December 2026, 11 weeks later."))
                m.banner(
                    Banner(.notice, "Figures freeze on Friday 4 December", "for the board of 11 December."))
                m.banner(
                    Banner(
                        .contradiction, "The measure contradicts this action",
                        "It has fallen from 66% to 59%."))
            }
            m.part("Nothing here yet") { m in
                m.emptyState(
                    "No audit rounds",
                    "A round draws a sample, asks for self grades, then for a second grade without sight of the first.",
                    begin: Link("Set up a round", "#round"))
            }
            m.part("Long lists") { m in
                m.pagination(page: 4, total: 512) { "?page=\($0)" }
                m.disclosure("Show the dates as a table") { m in m.p("A table would stand here.") }
            }
        }
    }

    private static func form(_ m: inout Markup) {
        var typed = Fields(["due-day": "18", "due-month": "12", "reason": "Trainer withdrew", "what": "date"])
        typed.add("teams", "Access")
        let entry = typed.entry([FieldError("due", "Give the year of the new date")])
        m.form(to: "/moves", key: visit.formKey, uploads: true) { m in
            m.dateField("due", "New date", in: entry, hint: "For example, 18 12 2026")
            m.textArea(
                "reason", "Why has it moved?", in: entry,
                hint: "The board will read this. Do not name a child.")
            m.radios(
                "what", "When will it be finished?",
                [
                    Choice("date", "By a date"),
                    Choice("review", "No finish, but review it on a date", hint: "It can be late then."),
                ], in: entry)
            m.checkboxes(
                "teams", "Teams", [Choice("Access", "Access"), Choice("Assessment", "Assessment")], in: entry)
            m.select("lead", "Lead", [Choice("", "Anyone"), Choice("1", "Maya Okonkwo")], in: entry)
            m.textField("email", "Email address", in: entry, kind: "email", autocomplete: "email")
            m.passwordField(
                "password", "Password", in: entry, hint: "At least 14 characters. You can paste it.")
            m.fileField("document", "The plan", in: entry, hint: "Word, Excel, PDF or text, up to 64 MB")
            m.buttons { m in
                m.button("Save the new date")
                m.a("Cancel", .href("#cancel"))
            }
        }
    }
}
