import Documents
import Kernel
import PlanFormat

/// Files embedded in the document, or named by the caption of an icon printed in a cell.
enum AttachmentReading {
    static func read(_ document: Document, into plan: inout Plan) {
        for attachment in document.attachments {
            plan.attachments.append(Plan.Attachment(caption: attachment.caption, place: attachment.place))
        }
        for block in document.blocks {
            guard case .table(let table) = block else { continue }
            read(table, into: &plan)
        }
    }

    private static func read(_ table: Table, into plan: inout Plan) {
        for row in table.rows {
            for cell in row.cells {
                for paragraph in cell.paragraphs where isCaption(paragraph.text.string) {
                    let caption = paragraph.text.string.folded
                    guard !plan.attachments.contains(where: { $0.caption == caption }) else { continue }
                    plan.attachments.append(Plan.Attachment(caption: caption, place: paragraph.place))
                }
                for inner in cell.tables { read(inner, into: &plan) }
            }
        }
    }

    /// A file's name, whole ("Update.doc"), or cut short as icons' captions are ("Audit (final...", "paper in_").
    static func isCaption(_ text: String) -> Bool {
        let folded = text.folded
        guard folded.utf8.count <= 80, folded.utf8.count >= 4, !folded.contains("@"), !folded.contains("://")
        else {
            return false
        }
        let lower = folded.lowercased()
        if extensions.contains(where: lower.hasSuffix), folded.split(separator: " ").count <= 10 {
            return true
        }
        guard folded.utf8.count <= 50 else { return false }
        if folded.hasSuffix("...") || folded.hasSuffix("…") { return folded.split(separator: " ").count <= 8 }
        return folded.contains("_") && !folded.contains("__") && folded.split(separator: " ").count <= 6
    }

    private static let extensions = [
        ".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".pdf", ".ppt", ".pptx", ".msg", ".rtf", ".zip",
        ".csv",
    ]
}
