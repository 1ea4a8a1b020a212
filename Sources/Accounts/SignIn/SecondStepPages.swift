import Markup
import Site

/// Asks for a code.
enum CodePage {
    static func page(step: String, _ entry: Entry, _ visit: Visit) -> Page {
        Page("Your second step", facts: ["Step 2 of 2"], errors: entry.errors) { m in
            m.form(to: SignInRoute.code.link(), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("step", step)
                m.textField(
                    "code", "Code", in: Entry(errors: entry.errors),
                    hint:
                        "The six digits that your authenticator app shows now. Or one of your recovery codes.",
                    width: .half, autocomplete: "one-time-code")
                m.buttons { m in
                    m.button("Sign in")
                    m.a("Neither is at hand", .href(SignInRoute.help.link()))
                }
            }
        }
    }
}

/// Shows the secret of a new authenticator, as a picture and in letters, and asks for its first code.
enum EnrolmentPage {
    struct View {
        let totp: TOTP
        let address: String
        let step: String
        let target: String
        let entry: Entry
        let key: FormKey
    }

    static func page(_ view: View) -> Page {
        Page("Set up your second step", facts: ["It takes about a minute"], errors: view.entry.errors) { m in
            m.lead(
                "A password can be guessed or stolen. A code from something that you hold keeps others out.")
            m.columns(.half) { m in
                m.h2("1. Give the app this secret")
                m.p("Use any authenticator app on a telephone, or a password manager. Scan the picture:")
                if let code = QRCode(view.address) { m.qrCode(code) }
                m.p("Or type these letters as a time-based key:")
                m.p(.class("secret")) { m in m.element("code", [], view.totp.grouped) }
            } beside: { m in
                m.h2("2. Type the code that it shows")
                m.form(to: view.target, key: view.key) { m in
                    m.hiddenField("step", view.step)
                    m.textField(
                        "code", "Code", in: Entry(errors: view.entry.errors),
                        hint: "Six digits, new every 30 seconds",
                        width: .half, autocomplete: "one-time-code", numeric: true)
                    m.button("Finish")
                }
                m.disclosure("On the telephone that you read this on") { m in
                    m.p("Copy this address into the app, if it has no other way:")
                    m.p(.class("secret")) { m in m.element("code", [], view.address) }
                }
            }
        }
    }
}

/// Shows recovery codes, once.
enum RecoveryCodesPage {
    static func page(_ codes: RecoveryCodes, onwards: String) -> Page {
        Page("Your recovery codes", facts: ["Shown once: print or write them down now"]) { m in
            m.lead(
                "Each code lets you in once when your telephone is lost. Keep them where you keep your passport."
            )
            m.ol(.class("secret")) { m in
                for code in codes.codes { m.li { m in m.element("code", [], code) } }
            }
            m.buttonLink("I have kept them: go on", to: onwards)
        }
    }
}

extension Markup {
    /// A QR code as a drawing, with the four squares of quiet border that readers want.
    mutating func qrCode(_ code: QRCode) {
        let side = code.side + 8
        svg(
            width: side, height: side, name: "QR code of the secret below, for an authenticator app",
            .class("qr"),
            Attribute("width", side * 4), Attribute("height", side * 4)
        ) { m in
            m.rectangle(
                x: 0, y: 0, width: Double(side), height: Double(side), Attribute("fill", "#ffffff"))
            m.path(code.path(at: 4), Attribute("fill", "#000000"))
        }
    }
}
