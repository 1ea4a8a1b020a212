extension Markup {
    /// The filter above a list: a GET form of up to five fields, folded away where it is narrow.
    package mutating func filterBar(
        to address: String, _ button: String, isActive: Bool = false, _ fields: (inout Markup) throws -> Void
    ) rethrows {
        try details(.class("filter"), .when(isActive, .open)) { m in
            m.summary("Filter this list")
            try m.element("form", [Attribute("method", "get"), .action(address), .role("search")]) { m in
                try fields(&m)
                m.element("button", [.type("submit"), .class("button other")], button)
            }
        }
    }

    /// How many are shown of how many, and the ways to take the list away as it stands.
    ///
    /// `38 actions, none hidden by a filter`, or `12 of 38 actions shown. Clear the filter`.
    package mutating func listCount(
        shown: Int, of total: Int, _ noun: String, clear: String, exports: [Link] = []
    ) {
        div(.class("list-count")) { m in
            if shown == total {
                m.p("\(strong: "\(total) \(noun)"), none hidden by a filter")
            } else {
                m.p("\(strong: "\(shown) of \(total)") \(noun) shown. \(link: "Clear the filter", to: clear)")
            }
            if !exports.isEmpty {
                m.p { m in
                    m.add("Take this list away: ")
                    for (index, export) in exports.enumerated() {
                        if index > 0 { m.add(", ") }
                        m.a(export.words, .href(export.address))
                    }
                }
            }
        }
    }

    /// The pages of a long list: `1 to 50 of 141`, the numbers, Next. Writes nothing where one page holds all.
    package mutating func pagination(page: Int, size: Int = 50, total: Int, link: (Int) -> String) {
        let last = (total + size - 1) / size
        guard last > 1 else { return }
        nav(.class("pages"), .label("Pages of this list")) { m in
            m.p("\((page - 1) * size + 1) to \(min(page * size, total)) of \(total)")
            m.ul { m in
                if page > 1 { m.li { $0.a("Previous", .href(link(page - 1)), Attribute("rel", "prev")) } }
                var before = 0
                for number in 1...last where number == 1 || number == last || abs(number - page) <= 2 {
                    if number > before + 1 { m.li("…") }
                    before = number
                    m.li { m in
                        m.a(
                            "\(hidden: "Page ")\(number)", .href(link(number)),
                            .when(number == page, Attribute("aria-current", "page")))
                    }
                }
                if page < last { m.li { $0.a("Next", .href(link(page + 1)), Attribute("rel", "next")) } }
            }
        }
    }

    /// The way to a page, without the page itself.
    package mutating func breadcrumb(_ links: [Link]) {
        guard !links.isEmpty else { return }
        nav(.class("breadcrumb"), .label("Where this page stands")) { m in
            m.ol { m in
                for link in links { m.li { m in m.a(link.words, .href(link.address)) } }
            }
        }
    }

    /// A section's own pages.
    package mutating func tabs(_ tabs: [Tab]) {
        guard !tabs.isEmpty else { return }
        nav(.class("tabs"), .label("Pages of this section")) { m in
            m.ul { m in
                for tab in tabs {
                    m.li { m in
                        let count = tab.count.map { " \($0)" } ?? ""
                        m.a(
                            "\(tab.words)\(count)", .href(tab.address),
                            .when(tab.isCurrent, Attribute("aria-current", "page")),
                            .when(tab.isAbove, Attribute("aria-current", "true")))
                    }
                }
            }
        }
    }
}
