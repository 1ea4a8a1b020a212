import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The form for an update: two minutes on a telephone.
extension GiveUpdate {
    struct View {
        var plan: KeptPlan.Header
        var area: KeptPlan.Area
        var action: KeptPlan.Action
        var run: ActionRun
        var setting: PlanRun
        /// The newest first.
        var updates: [ActionUpdate]
        var doer: Doer
        var keeps: Bool

        var latest: Int { updates.first?.number ?? 0 }

        /// Why the person who looks may give no update at all.
        var refusal: Refused? {
            if run.closing == .closed { return .closed }
            do throws(Refused) {
                _ = try standing(doer, run.accountable, keeps: keeps)
                return nil
            } catch {
                return error
            }
        }

        /// What is on record: whether work has begun, and the finish forecast last.
        var entry: Entry {
            let day = run.forecast?.civil
            return Entry(filled: [
                "begun": run.hasBegun ? "yes" : "", "forecast-day": day.map { "\($0.day)" } ?? "",
                "forecast-month": day.map { "\($0.month)" } ?? "",
                "forecast-year": day.map { "\($0.year)" } ?? "",
            ])
        }
    }

    static func page(_ view: View, _ entry: Entry, _ visit: Visit) -> Page {
        let seen = Int(entry.value("after")) ?? view.latest
        let meanwhile = view.updates.filter { $0.number > seen }
        return Page(
            "Give an update", section: .work, breadcrumbs: crumbs(view), facts: facts(view, visit.today),
            errors: entry.errors
        ) { m in
            m.lead(Markup(view.action.value.text))
            if !meanwhile.isEmpty {
                m.part("Given while you were writing") { m in
                    for update in meanwhile { UpdatesPart.update(update, view.setting, &m) }
                }
            } else if let last = view.updates.first {
                m.disclosure("What was said last, on \(last.given.long)") { m in
                    UpdatesPart.update(last, view.setting, &m)
                }
            }
            m.form(
                to: UpdatesRoute.giveUpdate.link(view.plan.id, view.action.id), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.hiddenField("after", "\(view.latest)")
                m.textArea(
                    "done", view.run.updated.map { "What was done since \($0.long)" } ?? "What was done",
                    in: entry, hint: "Two or three sentences. Do not name a child.", rows: 4)
                m.textArea("way", "What is in the way", in: entry, hint: "Empty if nothing is", rows: 2)
                claim(view, entry, &m)
                m.checkboxes("begun", "Has it begun?", [Choice("yes", "Work on it has begun")], in: entry)
                m.dateField(
                    "forecast", "When you expect to finish", in: entry, hint: forecastHint(view.action.value))
                m.checkboxes(
                    "show", "Files and links",
                    [Choice("yes", "I have something to show: take me to it once this is saved")], in: entry)
                m.buttons { m in
                    m.button(meanwhile.isEmpty ? "Give this update" : "Save mine too")
                    m.a("Cancel", .href(PlansRoute.action.link(view.plan.id, view.action.id)))
                }
            }
        }
    }

    private static func claim(_ view: View, _ entry: Entry, _ m: inout Markup) {
        m.radios(
            "claim", "How it stands, in your view",
            BRAG.allCases.map { colour in
                var words: Markup = Markup(view.setting.meaning(colour))
                if colour == .blue { words.add(". Claiming blue does not close it: propose closing.") }
                return Choice(colour.rawValue, colour.symbol.word, hint: words)
            }, in: entry)
    }

    private static func forecastHint(_ action: Plan.Action) -> Markup {
        guard let finish = action.timescale?.finish else { return "The plan gives no finish date." }
        return "Its date is \(finish.long). A forecast moves no date: ask for a new one on the action’s page."
    }

    private static func facts(_ view: View, _ today: Day) -> [Markup] {
        var facts: [Markup] = []
        if let reference = view.action.value.reference { facts.append("Action \(strong: reference)") }
        let somebody = view.run.accountable.map(view.doer.line.words)
        if let somebody {
            let isOwn = (try? standing(view.doer, view.run.accountable, keeps: view.keeps)) == .own
            facts.append(isOwn ? "You answer for it" : "You give it for \(strong: somebody)")
        } else {
            facts.append("Nobody answers for it yet")
        }
        if let due = view.run.updateDue {
            facts.append(due < today ? "Due since \(strong: due.long)" : "Due by \(strong: due.long)")
        }
        return facts
    }

    private static func crumbs(_ view: View) -> [Link] {
        PlanCrumbs.area(view.plan, view.area) + [
            Link(
                Markup(view.action.value.reference ?? "The action"),
                PlansRoute.action.link(view.plan.id, view.action.id))
        ]
    }

    /// Why there is no form, for whoever came to the address all the same.
    static func refused(_ view: View, _ refusal: Refused, _ visit: Visit) -> Page {
        Page(
            "Give an update", section: .work, breadcrumbs: crumbs(view), facts: facts(view, visit.today),
            errors: [FieldError(nil, refusal.sentence)]
        ) { m in
            let typed = visit.form["done"]
            if !typed.isEmpty {
                m.part("What you wrote") { m in UpdatesPart.paragraphs(typed, &m) }
            }
            m.p("\(link: "Back to the action", to: PlansRoute.action.link(view.plan.id, view.action.id))")
        }
    }

    /// What the next page says once; a forecast that is past already is kept, and said.
    static func notice(_ form: Form, next: Day?, on today: Day) -> String {
        var words = "Your update is kept."
        if let next { words += " The next is due by \(next.long)." }
        if let forecast = form.forecast, forecast < today {
            words +=
                " The finish that you expect, \(forecast.long), is past already: correct it in a further update if it is a slip."
        }
        if form.claim == .blue { words += " Claiming blue does not close the action: propose closing." }
        return words
    }
}
