/// Reads the step out of an action's words, with the plan's abbreviations written one way.
struct StepReader {
    private let longForms: [String: [(words: [String], short: String)]]
    private let known: Set<String>

    init(abbreviations: [(short: String, long: String)]) {
        var forms: [String: [(words: [String], short: String)]] = [:]
        for (short, long) in abbreviations {
            let words = Words(long).tokens.map { Stem.of($0.word) }
            guard words.count > 1 else { continue }
            forms[words[0], default: []].append((words, short.lowercased()))
        }
        longForms = forms
        known = Set(abbreviations.map { $0.short.lowercased() })
    }

    func read(_ words: Words, sentence: Range<Int>? = nil, interner: inout Interner) -> Step {
        let sentence = sentence ?? words.sentences.first ?? 0..<0
        let end = purposeBegins(words, sentence)
        var pieces: [Piece] = []
        var index = sentence.lowerBound
        while index < end {
            let token = words.tokens[index]
            let breaks = !token.gap.isDisjoint(with: [.comma, .semicolon, .slash]) || token.word == "and"
            if let (count, short) = longForm(at: index, in: words, before: end) {
                pieces.append(Piece(stem: short, isName: true, breaks: breaks))
                index += count
                continue
            }
            if token.word == "and" || token.word == "or" {
                pieces.append(Piece(stem: "", isName: false, breaks: true))
            } else {
                pieces.append(
                    Piece(
                        stem: Stem.of(token.word),
                        isName: known.contains(token.word)
                            || (token.shape == .upper && token.range.count > 2),
                        breaks: breaks, word: token.word))
            }
            index += 1
        }
        return step(
            pieces, passive: passiveStage(words, from: end, before: sentence.upperBound), interner: &interner)
    }

    /// "… to be reviewed": the stage of what is to be done; none for "to be completed".
    private func passiveStage(_ words: Words, from index: Int, before end: Int) -> Step.Stage {
        guard index + 2 < end, words.word(index) == "to", words.word(index + 1) == "be" else { return [] }
        for later in index + 2..<min(index + 5, end) {
            if let stage = Step.stageOfStem[Stem.of(words.word(later))] { return stage }
        }
        return []
    }

    private struct Piece {
        var stem: String
        var isName: Bool
        var breaks: Bool
        var word = ""
    }

    private func step(_ pieces: [Piece], passive: Step.Stage, interner: inout Interner) -> Step {
        // The verbs at the head give the stage; of several ("develop and launch") the last one counts.
        var stages: Step.Stage = []
        var index = 0
        var seen = 0
        while index < pieces.count, seen < 8 {
            let piece = pieces[index]
            if let stage = Step.stageOfStem[piece.stem] {
                stages = stage
            } else if !piece.stem.isEmpty, !Step.doing.contains(piece.stem),
                !StopWords.all.contains(piece.word)
            {
                break
            } else if piece.word == "of", !stages.isEmpty {
                index += 1
                break
            }
            index += 1
            seen += 1
        }
        var things: [[Piece]] = [[]]
        for piece in pieces[index...] {
            if piece.breaks, !(things.last?.isEmpty ?? true) { things.append([]) }
            guard !piece.stem.isEmpty, !StopWords.all.contains(piece.word),
                !Step.doing.contains(piece.stem) || piece.isName
            else { continue }
            things[things.count - 1].append(piece)
        }
        if stages.isEmpty { stages = passive }
        var trailing: String?
        // "EH Panel established": the verb stands at the end.
        if stages.isEmpty {
            for number in pieces.indices[index...].reversed() {
                if let stage = Step.stageOfStem[pieces[number].stem] {
                    stages = stage
                    trailing = pieces[number].stem
                    break
                }
            }
        }
        let isState = stages.isEmpty
        var kinds: Set<Int32> = []
        var distinguishing: Set<Int32> = []
        var names: Set<Int32> = []
        var sets: [TokenSet] = []
        for thing in things {
            var tokens: Set<Int32> = []
            for piece in thing {
                let number = interner.number(ofStem: piece.stem)
                if piece.stem.allSatisfy(\.isNumber) || Step.compass.contains(piece.word) {
                    distinguishing.insert(number)
                } else if Step.stageOfStem[piece.stem] != nil {
                    if piece.stem != trailing { kinds.insert(number) }
                } else {
                    tokens.insert(number)
                    if piece.isName { names.insert(number) }
                }
            }
            if !tokens.isEmpty { sets.append(TokenSet(tokens)) }
        }
        return Step(
            things: sets, whole: TokenSet(sets.flatMap(\.sorted)),
            stages: isState ? [.making, .launching, .other] : stages,
            kinds: stages.isEmpty ? TokenSet([]) : TokenSet(kinds), distinguishing: TokenSet(distinguishing),
            names: TokenSet(names))
    }

    private func purposeBegins(_ words: Words, _ sentence: Range<Int>) -> Int {
        for index in sentence.dropFirst(2) {
            let token = words.tokens[index]
            if token.gap.contains(.colon) || token.gap.contains(.semicolon) { return index }
            if Step.purpose.match(at: index, in: words, before: sentence.upperBound) != nil { return index }
        }
        return sentence.upperBound
    }

    private func longForm(at index: Int, in words: Words, before end: Int) -> (Int, String)? {
        guard let forms = longForms[Stem.of(words.word(index))] else { return nil }
        for form in forms where index + form.words.count <= end {
            if zip(form.words, words.tokens[index...]).allSatisfy({ $0 == Stem.of($1.word) }) {
                return (form.words.count, form.short)
            }
        }
        return nil
    }
}
