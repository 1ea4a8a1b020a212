/// All that is known of one coded column's values: the learned spellings, the template's codes, and what follows.
struct ValueKnowledge: Sendable {
    let set: CodeSet
    /// Groups by place; the first stands for none.
    private(set) var groups = ["?"]
    private var table = LearnedTable([], forms: [])
    private let wordings = Once<LearnedWordings>()
    /// Words of the template and of everybody → what they stand for.
    private var templates: [String: Meaning] = [:]
    /// Codes in small letters, those of other years and systems too.
    private var codes: [String: Meaning] = [:]
    private var known: Set<String> = []
    private var groupCodes: [Int: [Int]] = [:]
    private let field: AnnexAField
    /// There is enough to weigh words by.
    private let isLarge: Bool

    struct Meaning: Hashable, Sendable {
        /// The place of the group; 0 for none.
        var group: Int
        /// The place of the code in the set; -1 where it cannot be told.
        var code: Int
    }

    /// `forms` is what was worked out about `learned` beforehand; without them it is worked out when first needed.
    init(
        _ column: ValueColumn, learned: [(spelling: String, group: String)], forms: [LearnedTable.Form] = []
    ) {
        set = column.set
        field = column.field
        isLarge = set.hasCodes && learned.count >= ValueKnowledge.fewest
        learnTemplate()
        table = LearnedTable(
            learned.map { LearnedTable.Learned(spelling: $0.spelling, group: place(of: $0.group)) },
            forms: forms)
    }

    /// The spellings taken apart: laid out for the first value that needs them.
    private var learned: LearnedWordings {
        wordings.get {
            LearnedWordings(table.all, known: known, in: set, isLarge: isLarge) { code(of: $0, in: $1) }
        }
    }

    private static let fewest = 40

    /// In bytes; the longest learned spelling has 315.
    private static let longest = 1_000

    private mutating func learnTemplate() {
        let places = Dictionary(
            set.codes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        if set.groups.isEmpty {
            for (place, code) in set.codes.enumerated() {
                let group = self.place(of: code.written)
                codes[code.name.lowercased()] = Meaning(group: group, code: place)
                groupCodes[group] = [place]
            }
        }
        for group in set.groups {
            let number = group.written.map { place(of: $0) } ?? 0
            for name in group.codes {
                guard let code = places[name] else { continue }
                codes[name.lowercased()] = Meaning(group: number, code: code)
                groupCodes[number, default: []].append(code)
            }
            for (other, name) in group.others {
                codes[other] = Meaning(group: number, code: name.flatMap { places[$0] } ?? -1)
            }
        }
        if set.hasCodes { known = Set(codes.keys) }
        for (number, name) in groups.enumerated().dropFirst() {
            let only = groupCodes[number] ?? []
            templates[Wording(name, known: [], in: set).key] = Meaning(
                group: number, code: only.count == 1 ? only[0] : -1)
        }
        for (place, code) in set.codes.enumerated() {
            guard let meaning = codes[code.name.lowercased()] else { continue }
            templates[Wording(code.written, known: [], in: set).key] = Meaning(
                group: meaning.group, code: place)
        }
    }

    private mutating func place(of group: String) -> Int {
        if let place = groups.firstIndex(of: group) { return place }
        groups.append(group)
        return groups.count - 1
    }
}

extension ValueKnowledge {
    /// Everything that a value can be mapped to, as written: groups, then codes.
    var choices: [String] {
        let codes = set.codes.map(\.written)
        return groups.dropFirst() + codes.filter { !groups.contains($0) }
    }

    /// What a group or a code is called: as written, or a code by its name.
    func named(_ text: String) -> RecognisedValue? {
        if let place = set.codes.firstIndex(where: { $0.written == text || $0.name == text }) {
            return value(codes[set.codes[place].name.lowercased()] ?? Meaning(group: 0, code: place))
        }
        guard let group = groups.dropFirst().firstIndex(of: text) else { return nil }
        let only = groupCodes[group] ?? []
        return value(Meaning(group: group, code: only.count == 1 ? only[0] : -1))
    }

    /// `byLikeness` may be left out where a column holds more different texts than any column of codes.
    func recognise(_ text: String, byLikeness: Bool = true) -> RecognisedValue {
        let text = ValueKnowledge.trimmed(text)
        guard !text.isEmpty, text.utf8.count <= ValueKnowledge.longest else { return .unrecognised }
        let wording = Wording(text, known: known, in: set)
        if let line = table.line(of: text) { return value(table.all[line].group, wording, lines: [line]) }
        let lines = self.lines(ofKey: wording.key)
        let groups = lines.isEmpty ? groupsWithoutForms(wording.key) : Set(lines.map { table.all[$0].group })
        if let group = groups.first {
            return groups.count == 1 ? value(group, wording, lines: lines) : .unrecognised
        }
        if let meaning = template(wording.key) { return value(meaning) }
        // The code and nothing else: whatever files write beside it.
        if wording.words.isEmpty, wording.codes.count == 1, let meaning = codes[wording.codes[0]],
            meaning.code >= 0
        {
            return value(meaning)
        }
        guard byLikeness else { return .unrecognised }
        guard set.hasCodes, isLarge || !wording.codes.isEmpty else { return nearlyWritten(wording) }
        let group = group(of: wording)
        return group == 0 ? shortBreak(wording) : value(group, wording)
    }

    /// The learned spellings that have this key, by what was worked out beforehand.
    private func lines(ofKey key: String) -> [Int] {
        table.lines(ofKey: key).filter {
            Wording(table.all[$0].spelling, known: known, in: set).key == key
        }
    }

    /// The same from the spellings themselves, where nothing was worked out. A key with letters beyond ASCII may be
    /// written in two ways, which the stored form does not tell.
    private func groupsWithoutForms(_ key: String) -> Set<Int> {
        table.hasForms && key.utf8.allSatisfy { $0 < 0x80 } ? [] : learned.keys[key] ?? []
    }

    private func template(_ key: String) -> Meaning? {
        if let name = KnownValues.code(key, of: field, in: set), let meaning = codes[name.lowercased()] {
            return meaning
        }
        return templates[key] ?? (set.hasCodes ? nil : codes[key])
    }

    /// A code of the template that stands for no group: the value means it, and nothing else.
    private func shortBreak(_ wording: Wording) -> RecognisedValue {
        guard wording.codes.count == 1, let meaning = codes[wording.codes[0]], meaning.group == 0,
            meaning.code >= 0
        else { return .unrecognised }
        return value(meaning)
    }

    /// `lines` are learned spellings that say the same.
    private func value(_ group: Int, _ wording: Wording, lines: [Int] = []) -> RecognisedValue {
        let code = code(of: wording, in: group)
        if code >= 0 { return value(Meaning(group: group, code: code)) }
        let near = group == 0 || !isLarge ? -1 : nearest(wording.words, in: group, lines: lines)
        return value(Meaning(group: group, code: near))
    }

    /// The code that words are most like within a group: worked out beforehand where one of the lines has the same.
    private func nearest(_ words: [String], in group: Int, lines: [Int]) -> Int {
        let same = lines.first {
            table.hasForms && table.all[$0].group == group
                && Wording(table.all[$0].spelling, known: known, in: set).words == words
        }
        return same.map { table.code(at: $0) } ?? learned.likeness.code(of: words, in: group)
    }

    /// What is worth storing of each learned spelling: its key, and the code that its words are most like.
    func forms() -> [LearnedTable.Form] {
        table.all.map {
            let wording = Wording($0.spelling, known: known, in: set)
            let code = $0.group == 0 || !isLarge ? -1 : learned.likeness.code(of: wording.words, in: $0.group)
            return LearnedTable.Form(key: LearnedTable.hash(wording.key), code: code)
        }
    }

    private func value(_ meaning: Meaning) -> RecognisedValue {
        RecognisedValue(
            group: meaning.group == 0 ? nil : groups[meaning.group],
            code: meaning.code < 0 ? nil : Int16(meaning.code))
    }

    /// The code that a wording names, or the only one of its group; -1 where it cannot be told.
    private func code(of wording: Wording, in group: Int) -> Int {
        let named = Set(
            wording.codes.compactMap { codes[$0] }.filter { $0.group == group && $0.code >= 0 }.map(\.code))
        if named.count == 1, let code = named.first { return code }
        if let meaning = template(wording.key), meaning.group == group, meaning.code >= 0 {
            return meaning.code
        }
        let only = groupCodes[group] ?? []
        return group > 0 && only.count == 1 && named.isEmpty ? only[0] : -1
    }

    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value == 0xFEFF
        }
        guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) else {
            return text
        }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let end = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}

extension ValueKnowledge {
    /// The group that codes and words stand for together; 0 where they do not agree or are not enough.
    ///
    /// The bounds are from holding out a part of the learned spellings (docs/decisions/recognising-values.md).
    private func group(of wording: Wording) -> Int {
        let words = wording.words
        let near = words.isEmpty ? [] : learned.likeness.nearest(to: words)
        let witnesses = words.isEmpty ? [] : learned.likeness.witnesses(for: words)
        if !wording.codes.isEmpty { return coded(wording, near, witnesses) }
        // A code that nobody knows may say something else than the words beside it.
        guard !words.isEmpty, !(set.isCodedByNumber && wording.hasStrangeCode) else { return 0 }
        // `White and Pakistani` is near to `Pakistani`, and is mixed.
        let isJoined = set == .ethnicity && words.contains("and") && words.contains("white")
        let second = near.count > 1 ? near[1].likeness : 0
        if let groups = learned.descriptions[words] {
            return groups.count == 1 && second < 0.8 ? groups.first ?? 0 : 0
        }
        // Four letters are a local code, and one letter more or less another one.
        guard words.reduce(0, { $0 + $1.count }) > 4 else { return 0 }
        if let first = near.first, first.group != 0, first.likeness >= 0.5, first.likeness - second >= 0.15,
            first.deniesAlike
        {
            let own = witnesses.first { $0.group == first.group }?.share ?? 0
            let other = witnesses.first { $0.group != first.group }?.share ?? 0
            let isFarAhead = first.likeness >= 0.8 && first.likeness - second >= 0.35 && own - other >= -0.25
            if own >= 0.8 || first.likeness >= 0.95, own - other >= 0.35 || isFarAhead {
                return isJoined && groups[first.group] != "b) Mixed" ? 0 : first.group
            }
        }
        guard let best = witnesses.first, best.group != 0, best.share >= 0.8,
            best.share - (witnesses.count > 1 ? witnesses[1].share : 0) >= 0.35
        else { return 0 }
        let own = near.first { $0.group == best.group }?.likeness ?? 0
        let other = near.first { $0.group != best.group }?.likeness ?? 0
        return other <= own - 0.1 || (best.share >= 0.9 && best.isLead) ? best.group : 0
    }

    private func coded(_ wording: Wording, _ near: [Likeness.Near], _ witnesses: [Likeness.Witness]) -> Int {
        let meanings = wording.codes.compactMap { codes[$0] }
        guard let group = meanings.first?.group, group != 0, meanings.allSatisfy({ $0.group == group }) else {
            return 0
        }
        for code in wording.codes {
            // Files contradict one another about what this code stands for.
            let counts = learned.seen[code] ?? [:]
            let all = counts.values.reduce(0, +)
            if all >= 3, Double(counts[group] ?? 0) < 0.9 * Double(all) { return 0 }
        }
        // Several codes and nothing else: `N1; N7`.
        let others = wording.words.compactMap { codes[$0]?.group }
        if others.count == wording.words.count { return others.allSatisfy { $0 == group } ? group : 0 }
        let own = near.first { $0.group == group }?.likeness ?? 0
        if let first = near.first, first.group != group, first.likeness >= 0.45, first.likeness - own > 0.05 {
            return 0
        }
        let said = witnesses.first { $0.group == group }?.share ?? 0
        if let first = witnesses.first, first.group != group, first.share >= 0.8, first.share - said > 0.2 {
            return 0
        }
        // The letters of the 2001 census are other things too.
        let isLetterOnly = set == .ethnicity && wording.codes.allSatisfy { $0.count == 2 }
        return isLetterOnly && near.first?.group != group ? 0 : group
    }

    /// For the small columns: a slip of one letter in a value of eight or more that stands near no other.
    private func nearlyWritten(_ wording: Wording) -> RecognisedValue {
        if let groups = learned.wordsOnly[wording.unnumbered], groups.count == 1, !wording.unnumbered.isEmpty
        {
            return value(groups.first ?? 0, wording)
        }
        let key = Array(wording.key)
        guard key.count >= 8 else { return .unrecognised }
        var found: Set<Int> = []
        var written: String?
        for (other, groups) in learned.keys where Slip.isOne(key, Array(other)) {
            found.formUnion(groups)
            written = other
        }
        for (other, meaning) in templates where Slip.isOne(key, Array(other)) {
            found.insert(meaning.group)
            written = other
        }
        guard found.count == 1, let group = found.first, let written else { return .unrecognised }
        return value(group, Wording(written, known: known, in: set))
    }
}
