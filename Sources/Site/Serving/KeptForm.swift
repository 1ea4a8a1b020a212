import Kernel
import Markup

/// A form that came when its session had ended: nothing is saved, and nothing that was typed is lost.
///
/// The page that answers it holds every field and offers to send them again. Signed out, that waits for signing in
/// in another tab; signed in again, it needs the person's own press of the button, under the new session's key.
struct KeptForm: Error {
    let fields: Fields
    let isSignedIn: Bool

    /// Nil for a form that holds nothing of ours, or secrets that no page should carry.
    init?(_ fields: Fields, isSignedIn: Bool) {
        let names = fields.pairs.map(\.name)
        guard names.contains(FormKey.field), names.count > 1,
            !names.contains(where: { $0.lowercased().contains("password") || $0 == "code" })
        else { return nil }
        self.fields = fields
        self.isSignedIn = isSignedIn
    }
}

extension Site {
    func page(for kept: KeptForm, _ course: inout Course) async -> Answer {
        do {
            let visit = try makeVisit(course, parameters: [:], form: Fields())
            let page = KeptFormPage.page(kept, signIn: settings.signIn, visit)
            let frame = try await settings.frame(visit)
            return html(FrameView.page(page, in: frame, for: visit), status: 403, course)
        } catch {
            return await self.page(for: kept.isSignedIn ? Trouble.staleForm : .signedOut, &course)
        }
    }
}

private enum KeptFormPage {
    static func page(_ kept: KeptForm, signIn: String, _ visit: Visit) -> Page {
        Page(kept.isSignedIn ? "Look at what you typed, then send it" : "You are signed out") { m in
            if kept.isSignedIn {
                m.lead("You have signed in again since this form was opened. Nothing is saved yet.")
            } else {
                m.lead("Nothing is saved yet, and nothing that you typed is lost.")
                m.p { m in
                    m.a(
                        "Sign in in a new tab", .href(signIn), Attribute("target", "_blank"),
                        Attribute("rel", "noopener"))
                    m.add(", then come back to this one and press the button.")
                }
            }
            m.form(to: visit.address, key: visit.formKey) { m in
                for pair in kept.fields.pairs where pair.name != FormKey.field {
                    m.hiddenField(pair.name, pair.value)
                }
                m.button("Send it again")
            }
            if !kept.fields.files.isEmpty { m.note("A file is not kept: choose it again on the form.") }
            let typed = kept.fields.pairs.filter { $0.name != FormKey.field && $0.value.count > 3 }
            if !typed.isEmpty {
                m.part("What you typed") { m in
                    for pair in typed { m.p(Markup(pair.value)) }
                }
            }
        }
    }
}
