extension Markup {
    /// What is wrong with a form, above it, with links to its fields; focus goes there first.
    package mutating func errorSummary(_ errors: [FieldError]) {
        guard !errors.isEmpty else { return }
        div(
            .class("message problem"), .role("alert"), .labelled(by: "error-title"),
            Attribute("tabindex", -1),
            .autofocus
        ) { m in
            m.h2("There is a problem", .id("error-title"))
            m.ul { m in
                for error in errors {
                    m.li { m in
                        if let field = error.field {
                            m.a(error.sentence, .href("#\(field)"))
                        } else {
                            m.add(error.sentence)
                        }
                    }
                }
            }
        }
    }

    /// A message across the page; a contradiction shows its symbol beside its title.
    package mutating func banner(_ banner: Banner) {
        div(.class("message \(banner.kind.rawValue)"), .role("status")) { m in
            switch banner.kind {
            case .contradiction:
                m.p { m in m.tag(.contradicted, banner.title) }
                m.p(banner.words)
            case .saved: m.p("\(strong: "\(banner.title).") \(banner.words)")
            case .notice: m.p("\(strong: banner.title) \(banner.words)")
            }
        }
    }
}
