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
        literal("<div class=\"due\"><p class=\"date\">")
        if let now = due.now {
            escape(now.short)
            literal("</p>")
            if let first = due.first, first != now {
                way(weeks: due.weeksMoved)
                literal("<p class=\"note\">first ")
                escape(first.short)
                literal("</p><p class=\"note\">")
                escape(due.slip)
                literal("</p></div>")
            } else {
                literal("<p class=\"note\">as first set</p></div>")
            }
        } else {
            literal("No finish date</p>")
            if !due.says.isEmpty { p("plan says “\(due.says)”", .class("note")) }
            literal("</div>")
        }
    }

    /// A ring at the first date and a diamond at the present one; the diamond is left where it was brought forward.
    private mutating func way(weeks: Int) {
        let length = min(120, max(10, (abs(weeks) * 16 + 2) / 5))
        let (ring, diamond) = weeks < 0 ? (length + 5, 5) : (5, length + 5)
        literal("<svg class=\"way\" aria-hidden=\"true\" height=\"10\" width=\"")
        decimal(length + 10)
        literal("\"><path class=\"line\" d=\"M5 5h")
        decimal(length)
        literal("\"/><circle class=\"ring\" cy=\"5\" r=\"3\" cx=\"")
        decimal(ring)
        literal("\"/><path class=\"diamond\" d=\"M")
        decimal(diamond - 4)
        literal(" 5l4-4 4 4-4 4z\"/></svg>")
    }
}
