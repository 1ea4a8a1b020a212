import Kernel

/// What one answer counts as, once it is known to be one that its question takes.
package struct Mark: Hashable, Sendable {
    /// As it is stored: a grade's code, yes, no, na, "3/5", "2026-11-20", one of the choices, or the text.
    package let value: String
    /// Of a grade, from 0 for the best; nil for every other kind and where not applicable.
    package let rank: Int?
    /// Whether it meets the standard; nil for counts, dates, choices, texts and where not applicable.
    package let isGood: Bool?
    /// Of a count: so many of `denominator`, which is at least 1.
    package let numerator: Int?
    package let denominator: Int?

    /// As `value` has it where the question does not apply.
    package static let notApplicable = "na"

    package var isNotApplicable: Bool { value == Mark.notApplicable && isGood == nil && rank == nil }

    init(
        _ value: String, rank: Int? = nil, isGood: Bool? = nil, numerator: Int? = nil,
        denominator: Int? = nil
    ) {
        self.value = value
        self.rank = rank
        self.isGood = isGood
        self.numerator = numerator
        self.denominator = denominator
    }
}

extension Mark {
    /// Why a question does not take the answer, in words for the form.
    package enum Refused: Error, Hashable, Sendable {
        /// Not a grade of the scale; the scale's words follow.
        case noSuchGrade(choose: [String])
        case notYesOrNo
        case notACount(of: String)
        case nothingToCount(of: String)
        /// 6 of 5.
        case moreThanAll(of: String)
        case noSuchDay
        case noSuchChoice([String])
        case tooLong
        case cannotBeNotApplicable
        case reasonMissing
        /// A tool that names a scale which it does not have. Validation keeps such tools from being issued.
        case noScale

        package var sentence: String {
            switch self {
            case .noSuchGrade(let words): "Choose one of the grades: \(words.joined(separator: "; "))"
            case .notYesOrNo: "Answer yes or no, or not applicable with a reason"
            case .notACount(let of): "Give two whole numbers, how many of how many \(of), such as 3 of 5"
            case .nothingToCount(let of):
                "There were no \(of) to count: say that it is not applicable, and why"
            case .moreThanAll(let of): "The first number cannot be larger than the number of all \(of)"
            case .noSuchDay: "Give a day that exists, with its month and its year"
            case .noSuchChoice(let words): "Choose one of these: \(words.joined(separator: "; "))"
            case .tooLong: "Say it in at most \(Mark.longest) characters"
            case .cannotBeNotApplicable: "This question always applies: answer it"
            case .reasonMissing: "Say why it does not apply to this file"
            case .noScale: "This question has no scale in the tool: tell the quality lead"
            }
        }
    }

    /// In characters.
    package static let longest = 4000
}

extension Tool.Question {
    /// Whether "not applicable" may be answered; the audit's own grade always applies.
    package func allowsNotApplicable(in tool: Tool) -> Bool {
        guard key != tool.overall else { return false }
        return switch kind {
        case .grade: tool.scale(of: self)?.allowsNotApplicable ?? false
        case .yesNo, .count: true
        case .date, .choice, .text: false
        }
    }

    /// What the answer counts as; nil where there is none yet.
    ///
    /// - Parameters:
    ///   - value: As it is stored or typed: white space around it and "3 of 5" for "3/5" are taken.
    ///   - note: Where it stands on the file, or why it is not applicable; nil asks for no reason.
    package func mark(
        _ value: String, note: String? = nil, in tool: Tool
    ) throws(Mark.Refused) -> Mark? {
        let value = value.trimmed
        guard !value.isEmpty else { return nil }
        if value == Mark.notApplicable, kind != .text {
            guard allowsNotApplicable(in: tool) else { throw .cannotBeNotApplicable }
            if let note, note.trimmed.isEmpty { throw .reasonMissing }
            return Mark(value)
        }
        switch kind {
        case .grade: return try grade(value, in: tool)
        case .yesNo(let good):
            guard value == "yes" || value == "no" else { throw .notYesOrNo }
            return Mark(value, isGood: (value == "yes") == good)
        case .count(let of): return try count(value, of: of)
        case .date:
            guard let day = Day(value), (1900...2199).contains(day.civil.year) else { throw .noSuchDay }
            return Mark(day.description)
        case .choice(let words):
            guard words.contains(value) else { throw .noSuchChoice(words) }
            return Mark(value)
        case .text:
            guard value.count <= Mark.longest else { throw .tooLong }
            return Mark(value)
        }
    }

    private func grade(_ value: String, in tool: Tool) throws(Mark.Refused) -> Mark {
        guard let scale = tool.scale(of: self) else { throw .noScale }
        guard let rank = scale.rank(value) else {
            throw .noSuchGrade(choose: scale.grades.map(\.words))
        }
        return Mark(value, rank: rank, isGood: scale.grades[rank].isGood)
    }

    private func count(_ value: String, of what: String) throws(Mark.Refused) -> Mark {
        let parts = value.replacing(" of ", with: "/").split(
            separator: "/", omittingEmptySubsequences: false
        ).map { String($0).trimmed }
        guard parts.count == 2, let numerator = whole(parts[0]), let denominator = whole(parts[1]) else {
            throw .notACount(of: what)
        }
        guard numerator <= denominator else { throw .moreThanAll(of: what) }
        guard denominator > 0 else { throw .nothingToCount(of: what) }
        return Mark("\(numerator)/\(denominator)", numerator: numerator, denominator: denominator)
    }

    /// From 0 to 9999, in digits and nothing else.
    private func whole(_ text: String) -> Int? {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Int(text) : nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
