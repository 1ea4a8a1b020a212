import Kernel
import Markup

/// The band at the top and the navigation below it; where it is narrow both fold into one menu.
enum BandView {
    static func write(_ frame: Frame, _ visit: Visit, _ current: Section?, to m: inout Markup) {
        m.header(.class("band")) { m in
            m.div(.class("page")) { m in
                m.a(.href("/"), .class("mark")) { m in
                    bob(&m)
                    m.add("Plumbline")
                }
                if !frame.authority.isEmpty { m.span(frame.authority, .class("authority")) }
                if visit.officer != nil || !frame.sections.isEmpty {
                    m.div(.class("who")) { m in
                        search(frame, visit, &m)
                        person(frame, visit, &m)
                    }
                    m.details(.class("menu")) { m in
                        m.summary("Menu")
                        m.nav(.class("menu-list"), .label("Menu")) { m in
                            search(frame, visit, &m)
                            sections(frame, current, &m)
                            person(frame, visit, &m)
                        }
                    }
                }
            }
        }
        guard !frame.sections.isEmpty else { return }
        m.nav(.class("sections"), .label("Sections")) { m in
            m.div(.class("page")) { m in sections(frame, current, &m) }
        }
    }

    private static func sections(_ frame: Frame, _ current: Section?, _ m: inout Markup) {
        m.ul { m in
            for link in frame.sections {
                m.li { m in
                    let isCurrent = link.section == current
                    m.a(.href(link.address), .when(isCurrent, Attribute("aria-current", "page"))) { m in
                        m.add(link.section.rawValue)
                        if let count = link.count {
                            m.add(" ")
                            m.span("\(count.number)\(hidden: " \(count.words)")", .class("waiting"))
                        }
                    }
                }
            }
        }
    }

    private static func search(_ frame: Frame, _ visit: Visit, _ m: inout Markup) {
        guard let address = frame.search, visit.officer != nil else { return }
        m.element(
            "form", [Attribute("method", "get"), .action(address), .role("search"), .class("find")]
        ) { m in
            m.void(
                "input",
                [.type("search"), .name("q"), .label("Search"), Attribute("maxlength", 200)])
            m.element("button", [.type("submit"), .class("plain")], "Search")
        }
    }

    private static func person(_ frame: Frame, _ visit: Visit, _ m: inout Markup) {
        guard let officer = visit.officer else { return }
        m.a(officer.post.isEmpty ? officer.name : "\(officer.name), \(officer.post)", .href(frame.account))
        m.form(to: frame.signOut, key: visit.formKey) { m in
            m.element("button", [.type("submit"), .class("plain")], "Sign out")
        }
    }

    private static func bob(_ m: inout Markup) {
        m.svg(width: 13, height: 20) { m in m.path("M5.7 0h1.6v7.6l3.9 3.6L6.5 20l-4.7-8.8 3.9-3.6z") }
    }
}
