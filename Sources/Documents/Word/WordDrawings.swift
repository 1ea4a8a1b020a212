import Kernel

extension WordStory {
    /// Looks through a drawing for text boxes and embedded files; pictures are counted.
    func drawing(_ element: XMLElement, _ state: inout WordParagraph) {
        if let object = element.first(.oOLEObject) {
            attach(object, in: element)
            return
        }
        collect(element, &state)
    }

    private func collect(_ element: XMLElement, _ state: inout WordParagraph) {
        for child in element.children {
            switch child.tag {
            case .wTxbxContent: state.boxes.append(child)
            case .mcAlternateContent: if let chosen = WordStory.choice(of: child) { collect(chosen, &state) }
            case .picPic, .vImagedata: tally.pictures += 1
            case .cChart: tally.charts += 1
            case .dgmRelIds: tally.diagrams += 1
            default: collect(child, &state)
            }
        }
    }

    /// An embedded file is listed by what its icon says, else by its file's name or its program.
    private func attach(_ object: XMLElement, in element: XMLElement) {
        let shape = element.first(.vShape)
        let image = element.first(.vImagedata)
        let part = object[.id].flatMap { parts[$0] }
        let file = part.flatMap { $0.target.split(separator: "/").last.map(String.init) }
        let caption =
            [
                shape?[.alt], shape?[.title], image?[.title], element.first(.wpDocPr)?[.descr],
                object[.drawAspect] == "Icon" ? image?[.id].flatMap(iconCaption) : nil,
                part.flatMap(linkedName),
            ]
            .compactMap { $0 }.first { $0.contains { !$0.isWhitespace } }
            ?? WordStory.programName(object[.progID]) ?? file ?? "embedded file"
        var place = cellPlace ?? Place()
        place.page = pages.number
        attachments.append(Document.Attachment(caption: caption, place: place))
    }

    /// What the icon's picture says.
    private func iconCaption(_ id: String) -> String? {
        guard let part = parts[id]?.target, let entry = archive?.entry(part), entry.expandedSize < 4 << 20
        else { return nil }
        if let known = iconCaptions[part] { return known }
        guard iconCaptions.count < WordStory.mostIcons else { return nil }
        // A damaged picture leaves the file without a caption, no more.
        let picture = (try? archive?.contents(part)) ?? nil
        let caption = picture.flatMap(IconCaption.read)
        iconCaptions[part] = .some(caption)
        return caption
    }

    private static let mostIcons = 100

    /// The file that a linked object points to.
    private func linkedName(_ part: OfficePackage.Relationship) -> String? {
        guard part.isOutside else { return nil }
        return part.target.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    }

    static func programName(_ program: String?) -> String? {
        guard let program, !program.isEmpty else { return nil }
        let kinds = [
            ("Excel.", "Excel workbook"), ("Word.", "Word document"),
            ("PowerPoint.", "PowerPoint presentation"),
            ("Acro", "PDF document"), ("Visio.", "Visio drawing"), ("Package", "embedded file"),
            ("Outlook.", "e-mail message"),
        ]
        return kinds.first { program.hasPrefix($0.0) }?.1 ?? program
    }
}
