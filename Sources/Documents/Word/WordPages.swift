import Kernel

/// Counts pages by the breaks that Word noted when it last laid the document out, and by those typed.
struct WordPages {
    private(set) var number = 1
    /// False where the file says nothing of pages.
    private(set) var areKnown = false
    /// A typed break is followed by the noted one: both are one break.
    private var awaitsNoted = false

    mutating func typedBreak() {
        number += 1
        areKnown = true
        awaitsNoted = true
    }

    mutating func notedBreak() {
        areKnown = true
        if awaitsNoted {
            awaitsNoted = false
        } else {
            number += 1
        }
    }

    mutating func meetText() {
        awaitsNoted = false
    }

    mutating func goBack(to page: Int) {
        number = page
        awaitsNoted = false
    }
}

extension Place {
    var withoutPage: Place {
        var place = self
        place.page = nil
        return place
    }
}

extension Paragraph {
    fileprivate var withoutPages: Paragraph { Paragraph(text, role: role, place: place.withoutPage) }
}

extension Table {
    fileprivate var withoutPages: Table {
        var table = self
        table.place = place.withoutPage
        for row in table.rows.indices {
            table.rows[row].place.page = nil
            for cell in table.rows[row].cells.indices {
                table.rows[row].cells[cell].place.page = nil
                for index in table.rows[row].cells[cell].paragraphs.indices {
                    table.rows[row].cells[cell].paragraphs[index].place.page = nil
                }
                for index in table.rows[row].cells[cell].tables.indices {
                    table.rows[row].cells[cell].tables[index] =
                        table.rows[row].cells[cell].tables[index].withoutPages
                }
            }
        }
        return table
    }
}

extension Block {
    /// The block without page numbers, where the file does not say where its pages end.
    var withoutPages: Block {
        switch self {
        case .paragraph(let paragraph): .paragraph(paragraph.withoutPages)
        case .table(let table): .table(table.withoutPages)
        }
    }
}
