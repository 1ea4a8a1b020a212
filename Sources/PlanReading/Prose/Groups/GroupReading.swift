import Documents
import Kernel
import PlanFormat

/// Boards, teams and committees that the document sets up, from their sections, from tables and from sentences.
enum GroupReading {
    static func read(_ outline: Outline, _ years: YearContext, into plan: inout Plan) {
        var drafts: [GroupDraft] = []
        let owners = sections(outline, &drafts, plan.abbreviations)
        sentences(outline, owners, &drafts)
        for section in outline.sections {
            for table in section.tables { governance(table, &drafts) }
        }
        GroupTasks.read(outline, owners, years, &drafts)
        for var draft in drafts where draft.isSetUp {
            draft.group.abbreviation =
                draft.group.abbreviation ?? plan.abbreviations.first { $0.long == draft.group.name }?.short
            plan.groups.append(draft.group)
            for message in Set(draft.remarks).sorted() {
                plan.findings.append(.init(place: draft.group.place, message: message))
            }
        }
    }

    // MARK: Sections

    /// Reads each group's own sections; gives the draft that each section of the outline belongs to.
    private static func sections(
        _ outline: Outline, _ drafts: inout [GroupDraft], _ abbreviations: [Plan.Abbreviation]
    ) -> [Int?] {
        var current: Int?
        return outline.sections.map { section in
            if let (name, short) = GroupName.heading(section.heading) {
                let flat = Words(name).flat
                let known = drafts.firstIndex { Words($0.group.name).flat == flat }
                if known == nil { drafts.append(GroupDraft(name: name, short: short, place: section.place)) }
                current = known ?? drafts.count - 1
                drafts[current!].part = .text
                if drafts[current!].group.abbreviation == nil {
                    drafts[current!].group.abbreviation =
                        short ?? abbreviations.first { Words($0.long).flat == flat }?.short
                }
            } else if let index = current, let part = GroupDraft.part(section.flatHeading) {
                drafts[index].part = part
            } else {
                current = nil
            }
            guard let current else { return nil }
            for entry in section.entries {
                switch entry {
                case .paragraph(let paragraph): drafts[current].take(paragraph)
                case .table(let table): drafts[current].take(table)
                case .planTable: continue
                }
            }
            return current
        }
    }

    // MARK: Sentences

    /// "A Next Steps Board has been established, chaired by …": groups without a section of their own.
    private static func sentences(_ outline: Outline, _ owners: [Int?], _ drafts: inout [GroupDraft]) {
        for (index, section) in outline.sections.enumerated() where owners[index] == nil {
            for paragraph in section.paragraphs {
                var last: Int?
                for sentence in Sentences.split(paragraph.text.string) {
                    let words = Words(sentence)
                    last = subject(words, paragraph.place, &drafts) ?? (isAboutIt(words) ? last : nil)
                    if let last { drafts[last].take(sentence: words) }
                }
            }
        }
    }

    /// "It will meet monthly", "The Board reports to …".
    private static func isAboutIt(_ words: Words) -> Bool {
        let flat = words.flat
        return [
            "it", "the board", "the group", "the panel", "the team", "the committee", "its members",
            "membership", "they", "members",
        ]
        .contains { flat.hasPrefix(" \($0) ") }
    }

    /// The group that a sentence sets up, or speaks of as the one that meets or is chaired.
    private static func subject(_ words: Words, _ place: Place?, _ drafts: inout [GroupDraft]) -> Int? {
        for range in GroupName.inSentence(words) {
            let name = words.text(range).folded
            let flat = Words(name).flat
            let known = drafts.firstIndex { Words($0.group.name).flat == flat }
            guard setsUp(words, range) else { continue }
            if let known { return known }
            var draft = GroupDraft(name: name, short: nil, place: place)
            draft.isSetUp = true
            if words.at(range.upperBound)?.isSign("(") == true,
                words.at(range.upperBound + 2)?.isSign(")") == true,
                words[range.upperBound + 1].isAllUpper
            {
                draft.group.abbreviation = words.text(range.upperBound + 1..<range.upperBound + 2)
            }
            drafts.append(draft)
            return drafts.count - 1
        }
        return nil
    }

    private static func setsUp(_ words: Words, _ name: Range<Int>) -> Bool {
        let after = words.flat(name.upperBound..<min(words.count, name.upperBound + 9))
        let before = words.flat(max(0, name.lowerBound - 4)..<name.lowerBound)
        let made = [" established ", " set up ", " formed ", " created ", " convened ", " constituted "]
        if made.contains(where: after.contains),
            [" has been ", " have been ", " is ", " was ", " will be ", " be ", " is being ", " are "]
                .contains(where: after.contains)
        {
            return true
        }
        if [" chaired by ", " will meet ", " meets ", " which meets ", " is chaired "].contains(
            where: after.contains)
        {
            return true
        }
        return [
            " establish ", " established ", " set up ", " create ", " created ", " form ", " convene ",
            " convened ", " formed ",
        ]
        .contains(where: before.contains)
    }

    // MARK: Tables

    /// A table of groups: name beside chair, members, how often they meet, whom they report to.
    private static func governance(_ table: Table, _ drafts: inout [GroupDraft]) {
        let header = table.words(row: 0).map { Words($0).flat }
        func column(_ words: String...) -> Int? {
            header.firstIndex { name in name.utf8.count < 50 && words.contains { name.contains($0) } }
        }
        guard
            let name = column(
                " group ", " board ", " meeting ", " forum ", " body ", " committee ", " panel "),
            table.rows.count > 1
        else { return }
        let chair = column(" chair ", " chaired by ", " chairperson ")
        let members = column(" member", " attend")
        let meets = column(" frequency ", " meets ", " how often ")
        let purpose = column(" purpose ", " remit ", " role ", " terms of reference ", " responsib")
        let reports = column(" report", " accountable ")
        guard chair != nil || members != nil || meets != nil || reports != nil,
            [chair, members, meets, purpose, reports].contains(where: { $0 != nil && $0 != name })
        else { return }
        for row in table.rows.indices.dropFirst() {
            let cells = table.words(row: row)
            guard !cells[name].isEmpty, cells[name].utf8.count <= 90 else { continue }
            let heading = GroupName.heading(cells[name])
            var draft = GroupDraft(
                name: heading?.name ?? cells[name], short: heading?.short, place: table.rows[row].place)
            draft.isSetUp = true
            if let chair, !cells[chair].isEmpty {
                var member = GroupMember.read(cells[chair])
                member.role = "chair"
                draft.group.add(member)
            }
            if let members, members != chair {
                for lead in LeadPhrase.split(raw(table, row, members)) {
                    draft.group.add(GroupMember.read(lead))
                }
            }
            if let meets, case .frequency(let found) = FrequencyPhrase.find(in: Words(cells[meets]).flat) {
                draft.group.meets = found
            }
            if let purpose, purpose != name { draft.group.purpose = cells[purpose].nilIfEmpty }
            if let reports { draft.group.reportsTo = LeadPhrase.split(cells[reports]) }
            let flat = Words(draft.group.name).flat
            guard !drafts.contains(where: { Words($0.group.name).flat == flat }) else { continue }
            drafts.append(draft)
        }
    }

    private static func raw(_ table: Table, _ row: Int, _ column: Int) -> String {
        table.rows[row].cells.first { $0.column == column }?.text ?? ""
    }
}
