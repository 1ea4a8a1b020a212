extension Markup {
    /// What is wrong with a form, above it, with links to its fields; focus goes there first.
    package mutating func errorSummary(_ errors: [FieldError]) {
        div(
            .class("error-summary"), .role("alert"), .labelled(by: "error-title"), Attribute("tabindex", -1),
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

    /// A message across the page.
    package mutating func banner(_ banner: Banner) {
        div(.class("banner \(banner.kind.rawValue)"), .role("status")) { m in
            m.p("\(strong: banner.title) \(banner.words)")
        }
    }
}
