package import Kernel

/// When something is due, as first set and as it is now.
package struct DueDate: Sendable {
    package let first: PartialDate?
    package let now: PartialDate?
    /// How often it has been moved.
    package let moves: Int
    /// The plan's own words where it gives no date: "ongoing".
    package let says: String

    package init(first: PartialDate?, now: PartialDate?, moves: Int = 0, says: String = "") {
        self.first = first
        self.now = now
        self.moves = moves
        self.says = says
    }

    /// Whole weeks from the first date to the present one, rounded; negative when it was brought forward.
    package var weeksMoved: Int {
        guard let first, let now else { return 0 }
        let days = Int(now.last.number - first.last.number)
        return (days >= 0 ? days + 3 : days - 3) / 7
    }

    /// `11 weeks later`; days where it is less than a week.
    package var length: String {
        guard let first, let now else { return "" }
        let days = Int(now.last.number - first.last.number)
        let weeks = abs(weeksMoved)
        let size = weeks > 0 ? DueDate.count(weeks, "week") : DueDate.count(abs(days), "day")
        return "\(size) \(days < 0 ? "earlier" : "later")"
    }

    /// `11 weeks later, 2 moves`.
    package var slip: String {
        moves > 0 ? "\(length), \(DueDate.count(moves, "move"))" : length
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

extension Markup {
    /// Then and now: the date now, and the way it has come from the first, 3.2 px a week up to 120 px.
    package mutating func dueDate(_ due: DueDate) {
        div(.class("due")) { m in
            guard let now = due.now else {
                m.p("No finish date", .class("date"))
                if !due.says.isEmpty { m.p("plan says “\(due.says)”", .class("note")) }
                return
            }
            m.p(now.short, .class("date"))
            if let first = due.first, first != now {
                m.way(weeks: due.weeksMoved)
                m.p("first \(first.short)", .class("note"))
                m.p(due.slip, .class("note"))
            } else {
                m.p("as first set", .class("note"))
            }
        }
    }

    private mutating func way(weeks: Int) {
        let length = min(120, max(10, Double(abs(weeks)) * 3.2))
        let (ring, diamond) = weeks < 0 ? (length + 5, 5.0) : (5.0, length + 5)
        svg(
            width: Int(length) + 10, height: 10, .class("way"), Attribute("width", Int(length) + 10),
            Attribute("height", 10)
        ) { m in
            m.line(from: (5, 5), to: (length + 5, 5), .class("line"))
            m.circle(x: ring, y: 5, radius: 3, .class("ring"))
            let x = Markup.number(diamond - 4)
            m.path("M\(x) 5l4-4 4 4-4 4z", .class("diamond"))
        }
    }
}
