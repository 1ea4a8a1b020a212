import Documents
import Kernel
import PlanFormat

/// A group while the document is read: what it has so far, and what the next lines say of it.
struct GroupDraft {
    var group: Plan.Group
    /// What the lines that follow a key line ("Membership:") hold.
    var part: Part = .text
    /// What could not be settled, in sentences for a person.
    var remarks: [String] = []
    /// The document says something of it as a group of its own, not only its name.
    var isSetUp = false

    enum Part: Hashable { case text, purpose, members, tasks, reporting, meetings }

    init(name: String, short: String?, place: Place?) {
        group = Plan.Group(name: name, place: place)
        group.abbreviation = short
    }

    /// What a key line or heading introduces: "Terms of reference:", "Membership", "Reporting arrangements:".
    static func part(_ flat: String) -> Part? {
        let words = flat.split(separator: " ")
        guard (1...6).contains(words.count) else { return nil }
        if flat.contains(" terms of reference ")
            || [" purpose ", " remit ", " role ", " aim ", " aims ", " function ", " scope "]
                .contains(where: flat.contains)
        {
            return .purpose
        }
        if [
            " membership ", " members ", " attendees ", " composition ", " representatives ",
            " core members ",
        ]
        .contains(where: flat.contains) {
            return .members
        }
        if [
            " tasks ", " duties ", " responsibilities ", " work programme ", " key tasks ", " actions ",
            " objectives ",
        ]
        .contains(where: flat.contains) {
            return .tasks
        }
        if [" reporting ", " reports to ", " accountable to ", " accountability "].contains(
            where: flat.contains)
        {
            return .reporting
        }
        if [" meetings ", " meeting frequency ", " frequency ", " meets ", " frequency of meetings "]
            .contains(where: flat.contains)
        {
            return .meetings
        }
        return [" chair ", " chaired by ", " chairperson "].contains(flat) ? .members : nil
    }

    // MARK: What stands under it

    mutating func take(_ paragraph: Paragraph) {
        let text = paragraph.text.string
        let words = Words(text)
        if let colon = words.tokens.prefix(8).firstIndex(where: { $0.isSign(":") }),
            let named = GroupDraft.part(words.flat(0..<colon)), !isItem(paragraph) || words.count > colon + 1
        {
            keyLine(named, words, colon)
            return
        }
        if !isItem(paragraph), words.count <= 5, let named = GroupDraft.part(words.flat), !text.hasSuffix(".")
        {
            part = named
            return
        }
        switch part {
        case .purpose:
            isSetUp = true
            addPurpose(text, isItem: isItem(paragraph))
            group.addReports(words)
        case .members where isMember(paragraph, words):
            isSetUp = true
            for line in text.split(separator: "\n") { group.add(GroupMember.read(String(line))) }
        case .tasks where isItem(paragraph):
            isSetUp = true
            group.addTask(
                paragraph.text.string, numeral: numeral(paragraph), timescale: nil, place: paragraph.place)
        case .text, .members, .tasks, .reporting, .meetings:
            if part == .members { part = .text }
            for sentence in Sentences.split(text) { take(sentence: Words(sentence)) }
            if GroupDraft.opensMembers(words) { part = .members }
        }
    }

    /// "Chair: Jane Roe", "Meets: monthly", "Membership:".
    private mutating func keyLine(_ named: Part, _ words: Words, _ colon: Int) {
        part = named
        guard colon + 1 < words.count else { return }
        isSetUp = true
        let value = words.text(colon + 1..<words.count)
        switch named {
        case .purpose: addPurpose(value, isItem: false)
        case .members:
            let isChair = words.flat(0..<colon).hasPrefix(" chair")
            for lead in LeadPhrase.split(value) {
                var member = GroupMember.read(lead)
                if isChair { member.role = "chair" }
                group.add(member)
            }
        case .reporting:
            for lead in LeadPhrase.split(value) where !group.reportsTo.contains(lead) {
                group.reportsTo.append(lead)
            }
        case .meetings:
            remark(FrequencyPhrase.find(in: Words(value).flat))
            if case .frequency(let found) = FrequencyPhrase.find(in: Words(value).flat) {
                group.meets = group.meets ?? found
            }
        case .tasks, .text: break
        }
        if named != .tasks { part = .text }
    }

    /// Items of a list without stops are joined by semicolons, sentences by a space.
    private mutating func addPurpose(_ text: String, isItem: Bool) {
        guard let before = group.purpose else {
            group.purpose = text.folded
            return
        }
        let isOpen = isItem && !(before.last.map { ".;:,".contains($0) } ?? true)
        group.purpose = before + (isOpen ? "; " : " ") + text.folded
    }

    mutating func take(sentence words: Words) {
        let flat = words.flat
        if [" meet ", " meets ", " meeting ", " meetings ", " met "].contains(where: flat.contains),
            case .frequency(let found) = FrequencyPhrase.find(in: flat)
        {
            group.meets = group.meets ?? found
            isSetUp = true
        }
        if [" meet ", " meets "].contains(where: flat.contains) { remark(FrequencyPhrase.find(in: flat)) }
        group.addReports(words)
        group.addChair(words)
        group.addInlineMembers(words)
        let isMade = [
            " established ", " be established ", " formed ", " set up ", " created ", " convened ",
            " constituted ",
        ].contains(where: flat.contains)
        if isMade || flat.contains(" consists of ") { isSetUp = true }
        if isMade, group.purpose == nil, flat.contains(" to ") {
            group.purpose = words.text(0..<words.count).folded
        }
        duty(words, flat)
    }

    private mutating func remark(_ found: FrequencyPhrase.Found?) {
        switch found {
        case .ambiguous(let printed), .other(let printed):
            remarks.append("How often the \(group.name) meets (“\(printed)”) has no word in the plan format.")
        case .frequency, nil: return
        }
    }

    /// "This team will lead …" says what it is for; what it "will develop and deliver" besides is a task.
    private mutating func duty(_ words: Words, _ flat: String) {
        let opens = [
            "this team", "this group", "this board", "the board", "the group", "the team", "the panel",
            "this panel", "the committee", "it",
        ]
        guard opens.contains(where: { flat.hasPrefix(" \($0) will ") }), !flat.contains(" meet "),
            !flat.contains(" report "), words.tokens.last?.isSign(":") != true
        else {
            return
        }
        // "will be supplemented by": something done to it.
        guard
            !flat.contains(" will be supplemented ") && !flat.contains(" will be chaired ")
                && !flat.contains(" will be supported ")
        else {
            return
        }
        let text = words.text(0..<words.count).folded
        if group.purpose == nil {
            group.purpose = text
        } else if !opens.contains(where: {
            flat.hasPrefix(" \($0) will be ") || flat.hasPrefix(" \($0) will have ")
        }) {
            group.addTask(text, numeral: nil, timescale: nil, place: group.place)
        }
    }

    mutating func take(_ table: Table) {
        guard table.columnCount >= 2, table.columnCount <= 4 else { return }
        let members = GroupMember.rows(table)
        guard !members.isEmpty else { return }
        isSetUp = true
        for member in members { group.add(member) }
        if part == .members { part = .text }
    }

    private func isItem(_ paragraph: Paragraph) -> Bool {
        if case .item = paragraph.role { true } else { false }
    }

    private func numeral(_ paragraph: Paragraph) -> String? {
        if case .item(let numeral, _) = paragraph.role { numeral } else { nil }
    }

    /// A line of a list of members: short, and no sentence.
    private func isMember(_ paragraph: Paragraph, _ words: Words) -> Bool {
        if isItem(paragraph) { return words.count <= 24 }
        return words.count <= 16 && !(paragraph.text.string.hasSuffix(".") && words.count > 8)
            && paragraph.text.string.split(separator: "\n").allSatisfy { $0.utf8.count <= 100 }
            && !words.tokens.contains { $0.isWord("will", "is", "are", "has", "have", "was", "were") }
    }

    static func opensMembers(_ words: Words) -> Bool {
        guard words.tokens.suffix(3).contains(where: { $0.isSign(":") }) else { return false }
        let tail = words.flat(max(0, words.count - 14)..<words.count)
        return [
            " consists of ", " consisting of ", " comprises ", " comprising ", " made up of ",
            " members are ", " membership is ", " composed of ",
        ]
        .contains(where: tail.contains)
    }
}
