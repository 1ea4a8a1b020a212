import Documents
import Kernel

/// A file of the organisation as it was given: its rows, each with what stands under which heading.
package struct OrganisationFile: Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case node, parent, kind, teamKind = "team kind", post, reportsTo = "reports to", person, email, from,
            until

        /// Words that people head such a column with, folded.
        var headings: Set<String> {
            switch self {
            case .node:
                [
                    "node", "part", "name", "unit", "team", "service", "team name", "team or service",
                    "department",
                ]
            case .parent: ["parent", "part of", "under", "parent team", "parent unit", "belongs to", "above"]
            case .kind: ["kind", "type", "level"]
            case .teamKind: ["team kind", "kind of team", "team type", "type of team", "function"]
            case .post: ["post", "job", "job title", "post title", "role", "position", "title"]
            case .reportsTo:
                [
                    "reports to", "line manager", "manager", "supervisor", "line managers post",
                    "reports to post",
                ]
            case .person:
                [
                    "person", "full name", "holder", "post holder", "postholder", "employee", "staff name",
                    "worker",
                ]
            case .email: ["email", "e mail", "email address", "work email", "mail"]
            case .from: ["from", "start", "start date", "from date", "since", "begins", "began"]
            case .until: ["until", "to", "end", "end date", "until date", "last day", "to date", "left"]
            }
        }
    }

    package struct Row: Sendable {
        /// The row's number as a spreadsheet shows it: the headings are row 1.
        package let number: Int
        var values: [Field: String]

        subscript(_ field: Field) -> String { values[field] ?? "" }

        /// True where the row says what a part is, not only who works in it.
        var isNode: Bool { self[.post].isEmpty && self[.person].isEmpty && self[.email].isEmpty }
    }

    package var fields: [Field] = []
    /// Headings that mean nothing here: what stands under them is left out, and the page says so.
    package var unknownHeadings: [String] = []
    package var rows: [Row] = []

    package enum Wrong: Refusal {
        case unreadable(String)
        case noTable
        case noHeadings([String])
        case twice(String, String)
        case tooLong(Int)

        package var sentence: String {
            switch self {
            case .unreadable(let sentence): sentence
            case .noTable: "There are no rows in this file: save the spreadsheet as CSV and choose that file"
            case .noHeadings(let found):
                "The first row must name the columns (node, parent, kind, person, post …): it says “\(found.joined(separator: ", "))”"
            case .twice(let one, let other):
                "“\(one)” and “\(other)” both head the same column: leave one out"
            case .tooLong(let rows):
                "The file has \(rows) rows: give at most \(OrganisationFile.mostRows) at a time"
            }
        }

        package var field: String? { "file" }
    }

    package static let mostRows = 20_000

    package init() {}

    /// Reads comma-, semicolon- or tab-separated values, in any common encoding.
    package static func read(_ bytes: [UInt8]) throws(Wrong) -> OrganisationFile {
        let document: Document
        do {
            document = try CSVReader.read(bytes, limits: ReadingLimits())
        } catch {
            throw .unreadable(
                error.sentence.hasSuffix(".") ? String(error.sentence.dropLast()) : error.sentence)
        }
        for case .table(let table) in document.blocks where table.rows.count > 1 { return try read(table) }
        throw .noTable
    }

    private static func read(_ table: Table) throws(Wrong) -> OrganisationFile {
        guard table.rows.count - 1 <= mostRows else { throw .tooLong(table.rows.count - 1) }
        var file = OrganisationFile()
        var columns: [Int: Field] = [:]
        var words: [Field: String] = [:]
        var numbers: Int?
        for cell in table.rows[0].cells {
            let heading = plain(cell.text)
            let key = NameKey.fold(heading)
            guard !key.isEmpty else { continue }
            if key == "row" {
                numbers = cell.column
                continue
            }
            guard let field = Field.allCases.first(where: { $0.headings.contains(key) }) else {
                file.unknownHeadings.append(heading)
                continue
            }
            if let other = words[field] { throw .twice(other, heading) }
            words[field] = heading
            columns[cell.column] = field
        }
        guard words[.node] != nil || words[.person] != nil || words[.post] != nil else {
            throw .noHeadings(table.rows[0].cells.map { plain($0.text) })
        }
        file.fields = Field.allCases.filter { words[$0] != nil }
        for row in table.rows.dropFirst() {
            var values: [Field: String] = [:]
            var number = row.place.line ?? row.place.row ?? 0
            for cell in row.cells {
                if cell.column == numbers { number = Int(cell.text) ?? number }
                guard let field = columns[cell.column] else { continue }
                let text = plain(cell.text)
                if !text.isEmpty { values[field] = text }
            }
            guard !values.isEmpty else { continue }
            file.rows.append(Row(number: number, values: values))
        }
        guard !file.rows.isEmpty else { throw .noTable }
        return file
    }

    /// Without the apostrophe that keeps a spreadsheet from reading a formula, and on one line.
    private static func plain(_ text: String) -> String {
        var text = text.split(separator: "\n").joined(separator: " ")
        if text.first == "'", let second = text.dropFirst().first, OrganisationCSV.dangerous.contains(second)
        {
            text.removeFirst()
        }
        return text
    }
}

extension OrganisationFile {
    /// The same rows as a file again, so that a page can carry them to the next step.
    var carried: String {
        var text = OrganisationCSV.row(["row"] + fields.map(\.rawValue))
        for row in rows { text += OrganisationCSV.row(["\(row.number)"] + fields.map { row[$0] }) }
        return text
    }
}
