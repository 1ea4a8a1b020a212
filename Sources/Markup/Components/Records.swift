package import Kernel

/// One field of a record.
package struct SummaryRow: Sendable {
    package let label: String
    /// Nil shows "Not given".
    package let value: Markup?
    /// What stands at right: Change, or words such as "As read".
    package let deed: Deed?

    package enum Deed: Sendable {
        case change(String)
        case link(Link)
        case words(String)
    }

    package init(_ label: String, _ value: Markup?, _ deed: Deed? = nil) {
        self.label = label
        self.value = value
        self.deed = deed
    }
}

/// One event of a record's history.
package struct HistoryItem: Sendable {
    package let day: Day
    package let what: Markup

    package init(_ day: Day, _ what: Markup) {
        self.day = day
        self.what = what
    }
}

extension Day {
    /// `9 Dec`, for columns whose days lie within 12 months.
    package var shortWithoutYear: String { String(short.dropLast(5)) }
}

/// One thing that waits for somebody.
package struct TaskItem: Sendable {
    package let link: Link
    package let why: Markup
    /// A state or a time, at right.
    package let state: Markup

    package init(_ link: Link, why: Markup, state: Markup) {
        self.link = link
        self.why = why
        self.state = state
    }
}

extension Markup {
    /// The fields of one record. Used too to check answers before anything permanent.
    package mutating func summaryList(_ rows: [SummaryRow]) {
        dl(.class("summary")) { m in
            for row in rows {
                m.div { m in
                    m.dt(row.label)
                    m.dd(row.value ?? "\(quiet: "Not given")", .class("value"))
                    switch row.deed {
                    case nil: break
                    case .change(let address):
                        m.dd(.class("deed")) { m in
                            m.a("Change\(hidden: " \(row.label.lowercased())")", .href(address))
                        }
                    case .link(let link): m.dd(.class("deed")) { m in m.a(link.words, .href(link.address)) }
                    case .words(let words): m.dd("\(quiet: words)", .class("deed"))
                    }
                }
            }
        }
    }

    /// What happened to a record, newest first as given, with the way to all of it.
    ///
    /// Say `withYear: false` where all lie within 12 months.
    package mutating func historyList(
        _ items: [HistoryItem], withYear: Bool = true, all: Link? = nil
    ) {
        ol(.class("history")) { m in
            for item in items {
                m.li { m in
                    m.time(
                        withYear ? item.day.short : item.day.shortWithoutYear,
                        Attribute("datetime", item.day.description))
                    m.span(item.what)
                }
            }
        }
        if let all { p { m in m.a(all.words, .href(all.address)) } }
    }

    /// What waits for somebody, worst first; seven at most.
    package mutating func taskList(_ items: [TaskItem]) {
        ul(.class("tasks")) { m in
            for item in items {
                m.li { m in
                    m.div { m in
                        m.a(item.link.words, .href(item.link.address))
                        m.p(item.why, .class("note"))
                    }
                    m.div(item.state, .class("state"))
                }
            }
        }
    }

    /// What will stand here, and the button that begins it.
    package mutating func emptyState(_ title: String, _ words: Markup, begin: Link? = nil) {
        div(.class("empty")) { m in
            m.h3(title)
            m.p(words)
            if let begin { m.buttonLink(begin.words, to: begin.address) }
        }
    }
}
