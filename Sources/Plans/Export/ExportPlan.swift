package import Kernel
package import PlanFormat
import PlanReading
import Sheets
package import Storage

/// A plan as a file.
package enum PlanExport {
    package enum Format: String, CaseIterable, Sendable {
        case json, docx, xlsx, csv, html, pdf, ics

        /// As a link says it.
        package var words: String {
            switch self {
            case .json: "JSON"
            case .docx: "Word"
            case .xlsx: "Excel"
            case .csv: "CSV"
            case .html: "web page"
            case .pdf: "PDF"
            case .ics: "calendar"
            }
        }

        package var mediaType: String {
            switch self {
            case .json: "application/json"
            case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            case .html: "text/html; charset=utf-8"
            case .pdf: "application/pdf"
            case .ics: ICSFile.mediaType
            }
        }
    }

    /// A finding that somebody stands by, to be printed at the end.
    package struct Accepted: Hashable, Sendable {
        package var finding: String
        package var about: String
        package var reason: String
        package var name: String
        package var day: Day

        package init(finding: String, about: String, reason: String, name: String, day: Day) {
            (self.finding, self.about, self.reason, self.name, self.day) = (finding, about, reason, name, day)
        }
    }

    /// What of the plan is shown: the whole, or the actions that a filter let through.
    package enum Extent: Hashable, Sendable {
        case whole
        /// Says what the filter hid: "12 of 38 actions: lead Maya Okonkwo".
        case filtered(note: String)
    }

    /// What falls due in a plan, for the calendar's format.
    package struct Days: Sendable {
        let entries: [CalendarEntry]
        let at: Instant
        /// Where people reach the site; nil gives no links.
        let site: String?
    }

    /// What falls due in the plan, whenever, and is not closed.
    package static func days(
        of plan: ID<PlanRecord>, _ connection: Connection, _ authority: ID<Authority>, at now: Instant,
        site: String?
    ) throws -> Days {
        let today = now.inLondon.day
        let entries = try PlanCalendar.entries(
            connection,
            CalendarScope(
                authority, plans: [plan], from: today.adding(days: -36_500), to: today.adding(days: 36_500),
                hasAuthority: false))
        return Days(entries: entries.filter { !$0.isDone }, at: now, site: site)
    }

    /// The file's bytes. The JSON holds the plan alone; a filtered file holds no part beside the actions.
    package static func bytes(
        of plan: Plan, as format: Format, accepted: [Accepted] = [], standing: Standing? = nil,
        extent: Extent = .whole, days: Days? = nil
    ) async throws -> [UInt8] {
        func pages(isFlat: Bool) -> ExportPages {
            ExportPages(plan, accepted, standing, extent, isFlat: isFlat)
        }
        return switch format {
        case .json: Array((plan.json.text(pretty: true) + "\n").utf8)
        case .docx: WordExport.bytes(pages(isFlat: false))
        case .xlsx: try WorkbookExport.bytes(pages(isFlat: true))
        case .csv:
            CSVExport.bytes(
                ExportPages(plan, [], nil, extent, isFlat: true), standing.map { $0.lines(of: plan) })
        case .html: WebExport.bytes(pages(isFlat: false))
        case .ics:
            ICSFile.bytes(
                named: plan.title ?? "Improvement plan", days?.entries ?? [],
                at: days?.at ?? Instant(milliseconds: 0), site: days?.site)
        case .pdf: try await PDFPrinter.pdf(WebExport.bytes(pages(isFlat: false)))
        }
    }

    /// "Ashmere improvement plan v7.docx": the plan's title and version, without signs that a file's name cannot hold.
    package static func fileName(of plan: Plan, as format: Format) -> String {
        let title = (plan.title ?? "Improvement plan").inOneExportLine
        let version = plan.version.map { " v\($0.droppingVersionMark)" } ?? ""
        let safe = (title.prefix(120) + version).map { character -> Character in
            "/\\:*?\"<>|%;".contains(character) ? "-" : character == "’" ? "'" : character
        }
        let name = String(safe).trimmed.drop { $0 == "." || $0 == "-" }
        return "\(name.isEmpty ? "Improvement plan" : String(name)).\(format.rawValue)"
    }
}

/// An exported plan as tables in order, with what stands before them.
struct ExportPages {
    let title: String?
    let note: String?
    let tables: [ExportTable]
    /// The day that it stands on, for files that say when they were made; nil for now.
    let day: Day?

    init(
        _ plan: Plan, _ accepted: [PlanExport.Accepted], _ standing: PlanExport.Standing?,
        _ extent: PlanExport.Extent, isFlat: Bool
    ) {
        day = standing?.day
        title = plan.title?.inOneExportLine
        let about = ExportRest.about(plan, hasTitle: isFlat)
        let areas = ExportAreas.tables(plan, isFlat: isFlat)
        let stands = standing?.tables ?? []
        let ends = ExportRest.accepted(accepted).map { [$0] } ?? []
        switch extent {
        case .whole:
            note = nil
            // A workbook opens at its first sheet; a document says first what it is.
            let first = isFlat ? areas + [about] : [about] + areas
            tables = (first + stands + ExportRest.tables(plan) + ends).filter {
                $0.part != .about || !$0.rows.isEmpty
            }
        case .filtered(let words):
            note = words
            tables = ((isFlat ? areas + [about] : [about] + areas) + stands).filter {
                !$0.rows.isEmpty || $0.part == .plan
            }
        }
    }
}
