package import Kernel
package import Markup
package import Sheets

extension Page {
    /// The same page, whose list can be taken away as a file.
    package func offering(_ sheet: Sheet) -> Page {
        var page = self
        page.sheet = sheet
        return page
    }
}

extension Sheet.Cell {
    /// A symbol's word; a file shows no shapes.
    package init(_ symbol: Symbol?) { self.init(symbol?.word) }
}

/// A list that somebody took away, for the journal: the route's pattern, no address and no query.
package struct TakenList: Sendable {
    package let officer: Officer
    package let at: Instant
    /// `/plans/{plan}/checks`
    package let route: String
    /// The plan in the address, where the list is of one.
    package let plan: ID<PlanRecord>?
    package let format: SheetFormat
    package let rows: Int
}

/// The query `?as=xlsx`, which asks for the list of a page in place of the page.
enum TakeAway {
    static let parameter = "as"

    /// The format asked for; nil where the page itself is.
    static func format(_ visit: Visit) throws(NotFound) -> SheetFormat? {
        let words = visit.query[parameter]
        guard !words.isEmpty else { return nil }
        guard let format = SheetFormat(rawValue: words) else { throw NotFound() }
        return format
    }

    /// One link for each format; the filter in the address stays, the number of the list's page goes.
    static func links(_ visit: Visit) -> [Link] {
        let path = String(visit.address.prefix { $0 != "?" })
        let query = Query(visit.query).with("page", "")
        return SheetFormat.allCases.map {
            Link(Markup($0.words), path + query.with(parameter, $0.rawValue).suffix)
        }
    }

    static func write(_ visit: Visit, to m: inout Markup) {
        m.nav(.class("take-away"), .label("Take this list away")) { m in
            m.p { m in
                m.add("Take this list away: ")
                for (index, link) in links(visit).enumerated() {
                    if index > 0 { m.add(", ") }
                    m.a(link.words, .href(link.address))
                }
            }
        }
    }
}
