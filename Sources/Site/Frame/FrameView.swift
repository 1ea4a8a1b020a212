import Kernel
import Markup

/// The document around a page: head, band, navigation, heading, foot.
enum FrameView {
    static func page(_ page: Page, in frame: Frame, for visit: Visit) -> Markup {
        let title = (page.errors.isEmpty ? "" : "Error: ") + page.title
        let place = frame.authority.isEmpty ? "Plumbline" : "\(frame.authority) – Plumbline"
        return document(title: "\(title) – \(place)") { m in
            m.a("Skip to the content", .href("#content"), .class("skip"))
            band(frame, visit, page.section, &m)
            if let example = frame.example {
                m.div(.class("example")) { m in m.p(example, .class("page")) }
            }
            m.main(.id("content"), .class("page"), Attribute("tabindex", -1)) { m in
                heading(page, &m)
                if !page.errors.isEmpty { m.errorSummary(page.errors) }
                if let banner = page.banner { m.banner(banner) }
                m.add(page.body)
            }
            foot(frame, visit, &m)
        }
    }

    /// A page without anything around it, for when the frame itself cannot be made.
    static func bare(title: String, words: Markup) -> Markup {
        document(title: "\(title) – Plumbline") { m in
            m.main(.id("content"), .class("page")) { m in
                m.h1(title)
                m.p(words, .class("lead"))
            }
        }
    }

    private static func document(title: String, _ body: (inout Markup) -> Void) -> Markup {
        var markup = Markup()
        markup.reserve(32_768)
        markup.document(language: "en-GB") { m in
            m.element("head") { m in
                m.meta(Attribute("charset", "utf-8"))
                m.meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
                m.meta(.name("color-scheme"), Attribute("content", "light dark"))
                m.element("title", [], title)
                m.link(Attribute("rel", "stylesheet"), .href(Assets.stylesheet.path))
                m.link(Attribute("rel", "icon"), .type("image/svg+xml"), .href(Assets.icon.path))
            }
            m.element("body", content: body)
        }
        return markup
    }

    private static func band(_ frame: Frame, _ visit: Visit, _ section: Section?, _ m: inout Markup) {
        m.header(.class("band")) { m in
            m.div(.class("page")) { m in
                m.a(.href("/"), .class("mark")) { m in m.span("Plumbline") }
                if !frame.authority.isEmpty { m.span(frame.authority, .class("authority")) }
                if let officer = visit.officer {
                    m.a(
                        officer.post.isEmpty ? officer.name : "\(officer.name), \(officer.post)",
                        .href(frame.account))
                    m.form(to: frame.signOut, key: visit.formKey) { m in
                        m.element("button", [.type("submit")], "Sign out")
                    }
                }
            }
        }
        if !frame.sections.isEmpty {
            m.nav(.label("Sections")) { m in
                m.ul { m in
                    for link in frame.sections {
                        m.li { m in
                            m.a(
                                link.section.rawValue, .href(link.address),
                                .when(link.section == section, Attribute("aria-current", "page")))
                        }
                    }
                }
            }
        }
    }

    private static func heading(_ page: Page, _ m: inout Markup) {
        m.h1(page.heading ?? Markup(page.title))
        if !page.facts.isEmpty {
            m.ul(.class("facts")) { m in for fact in page.facts { m.li(fact) } }
        }
    }

    private static func foot(_ frame: Frame, _ visit: Visit, _ m: inout Markup) {
        let minutes = visit.now.inLondon.minutes
        let time =
            (minutes / 60 < 10 ? "0" : "") + "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "")
            + "\(minutes % 60)"
        m.footer(.class("foot")) { m in
            m.div(.class("page")) { m in
                m.p("As it stood at \(time) on \(visit.today.weekdayName) \(visit.today.long)")
                m.ul { m in
                    for link in frame.foot { m.li { $0.a(link.words, .href(link.address)) } }
                }
            }
        }
    }
}
