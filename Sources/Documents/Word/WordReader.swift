import Kernel

/// Reads a Word document (.docx) into blocks: ECMA-376 part 1, transitional and strict.
enum WordReader {
    static func read(_ package: OfficePackage) throws(Unreadable) -> Document {
        let parts = try package.relationships(of: package.mainPart)
        func part(_ kind: String) -> String? {
            parts.values.first { $0.kind == kind && !$0.isOutside }?.target
        }
        let styles = try WordStyles(part("styles"), in: package)
        let numbering = try WordNumbering(part("numbering"), in: package, styles: styles)
        let story = WordStory(styles: styles, numbering: numbering, parts: parts, limits: package.limits)
        story.archive = package.archive
        for (kind, tag) in [("footnotes", XMLTag.wFootnote), ("endnotes", .wEndnote)] {
            guard let part = part(kind) else { continue }
            let notes = WordNotes(
                tag, WordStory(styles: styles, numbering: numbering, parts: [:], limits: package.limits))
            try package.scan(part, notes)
            if tag == .wFootnote { story.footnotes = notes.texts } else { story.endnotes = notes.texts }
        }
        let body = WordBody(story)
        guard try package.scan(package.mainPart, body) else { throw Archive.damaged(package.mainPart) }
        try countComments(part("comments"), in: package, story)
        let running = try runningText(parts, in: package)
        story.tally.hasHeadersOrFooters = running != nil

        var document = Document(format: .docx)
        document.blocks = story.hasPages ? body.blocks : body.blocks.map(\.withoutPages)
        document.attachments = story.attachments.map {
            Document.Attachment(caption: $0.caption, place: story.hasPages ? $0.place : $0.place.withoutPage)
        }
        document.notes = story.tally.notes.map { Document.Note(message: $0, place: Place()) }
        document.title = try package.title()
        if document.title == nil, !document.blocks.contains(where: \.isHeading) { document.title = running }
        return document
    }

    private static func countComments(
        _ part: String?, in package: OfficePackage, _ story: WordStory
    ) throws(Unreadable) {
        guard let part else { return }
        try package.tree(part) { root in
            for child in root.children where child.tag == .wComment { story.tally.comments += 1 }
        }
    }

    /// The first words of a header, else of a footer: a document's only title at times.
    private static func runningText(
        _ parts: [String: OfficePackage.Relationship], in package: OfficePackage
    ) throws(Unreadable) -> String? {
        var found: String?
        for kind in ["header", "footer"] {
            for part in parts.values.filter({ $0.kind == kind }).map(\.target).sorted() where found == nil {
                try package.tree(part) { root in
                    for paragraph in root.all(.wP) where found == nil {
                        var words = TextBuilder()
                        for run in paragraph.all(.wT) { words.append(run.text.utf8) }
                        let text = words.finish()
                        if text.string.contains(where: \.isLetter) { found = text.string }
                    }
                }
            }
        }
        return found
    }
}

extension Block {
    fileprivate var isHeading: Bool {
        if case .paragraph(let paragraph) = self, case .heading = paragraph.role { return true }
        return false
    }
}
