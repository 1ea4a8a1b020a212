import Documents
import Kernel
import PlanFormat

/// E01: evidence that a reader cannot open: a caption cut short, an icon without its file, or none for what is done.
enum EvidenceOutOfReach: PlanCheck {
    static let id = "E01"
    static let severity = CheckFinding.Severity.error
    static let title = "The evidence cannot be reached"
    static let advice = "Attach the file, or give its full name and where it is kept."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.plan.attachments.compactMap { attachment($0, index) } + items(index) + withoutEvidence(index)
    }

    private static func attachment(_ attachment: Plan.Attachment, _ index: PlanIndex) -> CheckFinding? {
        let caption = attachment.caption
        let holdsFiles = holdsFiles(index)
        let message: String
        if isCutShort(caption) {
            message = "The name is cut short, so nobody can look for the file."
        } else if !holdsFiles {
            message = "Only an icon stands here: the file did not come with the document."
        } else {
            return nil
        }
        return CheckFinding(
            check: id, severity: severity, subject: subject(attachment.place, index), place: attachment.place,
            message: message, text: caption, marked: [caption], suggestion: advice)
    }

    private static func items(_ index: PlanIndex) -> [CheckFinding] {
        index.areas.flatMap { area in
            area.area.evidence.compactMap { item in
                if isFileName(item.text), !holdsFiles(index),
                    !index.plan.attachments.contains(where: { $0.caption == item.text })
                {
                    return finding(
                        area, in: index, "Only a name stands here: the file did not come with the document.",
                        text: item.text, marked: [item.text], place: item.place)
                }
                guard isCutShort(item.text),
                    !index.plan.attachments.contains(where: { $0.caption == item.text })
                else { return nil }
                return finding(
                    area, in: index, "The name is cut short, so nobody can look for the file.",
                    text: item.text,
                    marked: [item.text], place: item.place)
            }
        }
    }

    /// Said to be complete in a plan that has a place for evidence, and none is named.
    private static func withoutEvidence(_ index: PlanIndex) -> [CheckFinding] {
        guard index.areas.contains(where: { !$0.area.evidence.isEmpty }) else { return [] }
        return index.rows.compactMap { row in
            guard row.isClosed, index.areas[row.area].area.evidence.isEmpty else { return nil }
            return finding(
                row, "It is said to be complete, and no evidence is named.", text: row.action.text,
                suggestion: "Name what shows it.")
        }
    }

    /// Word and Excel files carry what is embedded in them; of a plan kept by hand nobody knows.
    private static func holdsFiles(_ index: PlanIndex) -> Bool {
        index.input.document.map { [.docx, .xlsx].contains($0.format) } ?? true
    }

    private static func isFileName(_ text: String) -> Bool {
        text.utf8.count < 80 && !isCutShort(text) && fileEndings.contains { text.lowercased().hasSuffix($0) }
    }

    static func isCutShort(_ caption: String) -> Bool {
        let text = caption.reversed().drop { $0 == " " }
        if text.starts(with: "...") || text.first == "…" || text.first == "_" { return true }
        let opened = caption.filter { $0 == "(" }.count
        let looksLikeFile =
            caption.contains("_") || fileEndings.contains { caption.lowercased().hasSuffix($0) }
        return looksLikeFile && opened > caption.filter { $0 == ")" }.count
    }

    private static let fileEndings = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".ppt", ".pptx", ".msg"]

    private static func subject(_ place: Place?, _ index: PlanIndex) -> String {
        guard let place else { return "Whole plan" }
        let area = index.areas.first { area in
            place.table != nil && area.area.place?.table == place.table && area.area.place?.row == place.row
        }
        return area?.subject ?? Wording.capitalised(place.description)
    }
}
