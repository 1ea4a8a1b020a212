import Kernel
import Markup
import Site
import Storage

/// The page at the door.
enum SignInPage {
    struct View {
        let authority: String
        let entry: Entry
        let examples: [ExampleSignIn.Somebody]
        let key: FormKey
    }

    static func page(_ view: View) -> Page {
        Page(
            "Sign in", facts: [Markup("\(view.authority) children’s services")], errors: view.entry.errors
        ) { m in
            m.columns(.half) { m in
                if !view.examples.isEmpty { examples(view, &m) }
                form(view, &m)
            } beside: { m in
                beforeYouGoIn(&m)
            }
        }
    }

    private static func examples(_ view: View, _ m: inout Markup) {
        m.h2("Come in as one of its people")
        m.p("This authority and everybody in it are invented. No password is needed.")
        m.form(to: SignInRoute.asExample.link(), key: view.key) { m in
            m.hiddenField("back", view.entry.value("back"))
            m.ul(.class("lines")) { m in
                for person in view.examples {
                    m.li { m in
                        m.button(
                            "Come in as \(person.name), \(person.post)", .other, name: "account",
                            value: person.id.description)
                    }
                }
            }
        }
        m.h2("Or sign in as everybody does")
    }

    private static func form(_ view: View, _ m: inout Markup) {
        m.form(to: SignInRoute.password.link(), key: view.key) { m in
            m.hiddenField("back", view.entry.value("back"))
            m.textField("email", "Email address", in: view.entry, kind: "email", autocomplete: "username")
            m.passwordField(
                "password", "Password", in: view.entry,
                hint: "At least 14 characters. You can paste it.")
            m.buttons { m in
                m.button("Sign in", view.examples.isEmpty ? .main : .other)
                m.a("Set a new password", .href(SignInRoute.help.link()))
            }
        }
    }

    private static func beforeYouGoIn(_ m: inout Markup) {
        m.h2("Before you go in")
        m.ul(.class("lines")) { m in
            line(
                "What you change and take away is recorded", "Anyone may ask who did what, and be told",
                &m)
            line("No children’s names", "Use case references. Names stay in the case system", &m)
            line("You are signed out after 30 minutes without a click", "And after 10 hours in any case", &m)
        }
        m.note("Cannot get in? Ask whoever looks after Plumbline in your service for a link.")
        m.note("Inspectors’ accounts end on the date in their letter.")
    }

    private static func line(_ first: String, _ second: String, _ m: inout Markup) {
        m.li { m in
            m.add(first)
            m.note("\(second)")
        }
    }
}

/// What somebody does who cannot get in: there is no mail, so a person helps.
enum SignInHelp {
    static func page(_ authority: AuthorityRecord) -> Page {
        Page(
            "Set a new password", breadcrumbs: [Link("Sign in", SignInRoute.page.link())],
            facts: [Markup(authority.name)]
        ) { m in
            m.lead("Plumbline sends no mail. A person who knows you gives you a link that works once.")
            m.ul { m in
                m.li("Ask an administrator of Plumbline in your service, face to face or by telephone.")
                m.li(
                    "They make a link and give it to you. It holds for a day, and only you choose the password."
                )
                m.li("If your telephone is lost as well, say so, or use one of your recovery codes.")
            }
            m.p(
                """
                If you are the only administrator, whoever looks after the machine can run \
                “plumbline user reset” there.
                """)
        }
    }
}
