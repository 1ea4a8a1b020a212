import Kernel
import Markup

/// The document around a page: head, band, navigation, heading, foot.
enum FrameView {
    static func page(_ page: Page, in frame: Frame, for visit: Visit) -> Markup {
        let title = (page.errors.isEmpty ? "" : "Error: ") + page.title
        let place = frame.authority.isEmpty ? "Plumbline" : "\(frame.authority) – Plumbline"
        return document(title: "\(title) – \(place)") { m in
            m.a("Skip to the content", .href("#content"), .class("skip"))
            BandView.write(frame, visit, page.section, to: &m)
            if let example = frame.example {
                m.div(.class("example"), .role("note")) { m in m.p(example, .class("page")) }
            }
            m.main(.id("content"), .class("page"), Attribute("tabindex", -1)) { m in
                heading(page, &m)
                m.tabs(page.tabs)
                m.errorSummary(page.errors)
                if let banner = page.banner { m.banner(banner) }
                m.add(page.body)
                if page.sheet != nil { TakeAway.write(visit, to: &m) }
            }
            foot(frame, visit, &m)
        }
    }

    /// A page without anything around it, for when the frame itself cannot be made.
    static func bare(title: String, words: Markup) -> Markup {
        document(title: "\(title) – Plumbline") { m in
            m.main(.id("content"), .class("page")) { m in
                m.header(.class("heading")) { $0.h1(title) }
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
                m.element("title", [], title)
                m.link(Attribute("rel", "stylesheet"), .href(Assets.stylesheet.path))
                m.link(Attribute("rel", "icon"), .type("image/svg+xml"), .href(Assets.icon.path))
                m.element("script", [.source(Assets.script.path), Attribute("defer")], "")
            }
            m.element("body", content: body)
        }
        return markup
    }

    /// The heading hangs from the frame on the plumb line, which ends level with the last fact.
    private static func heading(_ page: Page, _ m: inout Markup) {
        m.header(.class("heading")) { m in
            m.breadcrumb(page.breadcrumbs)
            m.h1(page.heading ?? Markup(page.title))
            if let deed = page.deed { m.buttonLink(deed.words, to: deed.address) }
            if !page.facts.isEmpty {
                m.ul(.class("facts")) { m in for fact in page.facts { m.li(fact) } }
            }
        }
    }

    private static func foot(_ frame: Frame, _ visit: Visit, _ m: inout Markup) {
        m.footer(.class("foot")) { m in
            m.div(.class("page")) { m in
                m.p(standing(frame, visit))
                m.ul { m in
                    // The one thing that needs a script: without it the button stays hidden.
                    m.li(Attribute("hidden"), Attribute("data-print")) { m in
                        m.element("button", [.type("button"), .class("plain")], "Print this page")
                    }
                    for link in frame.foot { m.li { $0.a(link.words, .href(link.address)) } }
                }
            }
        }
    }
}

extension FrameView {
    /// When the page was true.
    static func standing(_ visit: Visit) -> String {
        "As it stood at \(visit.time) on \(visit.today.weekdayName) \(visit.today.long)"
    }

    /// When the page was true; before signing in, whose machine this is.
    private static func standing(_ frame: Frame, _ visit: Visit) -> String {
        if visit.officer != nil { return standing(visit) }
        return frame.authority.isEmpty
            ? "Plumbline" : "Plumbline, run by \(frame.authority) on its own machines"
    }
}

extension Visit {
    /// The time in London as `09:14`.
    package var time: String {
        let minutes = now.inLondon.minutes
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
