import Kernel

/// What is wrong with an answer, or what is asked back before it is taken.
package enum AnswerDoubt: Error, Hashable, Sendable {
    // Wrong: not taken.
    case notANumber(String)
    case negative
    case baseMissing
    case countMissing
    case aboveBase(Int, Int)
    case reasonsDiffer(Int, Int)
    // Asked back: taken with a word.
    case unknown
    case tenTimes(Int, last: Int)
    case doesNotBalance(expected: Int, last: Int, into: Int, out: Int)

    /// Whether a word of the sender's lets it pass.
    package var passesWithAWord: Bool {
        switch self {
        case .notANumber, .negative, .baseMissing, .countMissing, .aboveBase, .reasonsDiffer: false
        case .unknown, .tenTimes, .doesNotBalance: true
        }
    }

    /// Without a full stop; `question` is its words.
    package func sentence(_ question: LocalQuestion) -> String {
        switch self {
        case .notANumber(let text): "“\(text.prefix(20))” is no whole number: give one in digits"
        case .negative: "A count cannot be below 0"
        case .baseMissing: "Give the second figure too: \(question.ofWords.loweredFirst)"
        case .countMissing: "Give the first figure too: \(question.words.loweredFirst)"
        case .aboveBase(let count, let base):
            "\(count) of \(base) cannot be: the first figure is part of the second"
        case .reasonsDiffer(let total, let sum):
            "The reasons come to \(sum), and the total is \(total): make them agree"
        case .unknown: "Give a figure, 0 if there were none, or say why it is not known"
        case .tenTimes(let count, let last):
            "\(count) is ten times the last figure (\(last)), or more. Is this right? Correct it, or say why"
        case .doesNotBalance(let expected, let last, let into, let out):
            "\(last) at the last count, \(into) in and \(out) out come to \(expected). Is this right? Correct it, or say why"
        }
    }
}

extension String {
    /// `Children seen` inside a sentence: `children seen`; an abbreviation stays.
    var loweredFirst: String {
        guard let first, dropFirst().first.map({ $0.isLowercase || $0 == " " }) ?? true else { return self }
        return first.lowercased() + dropFirst()
    }
}

/// What a unit typed or sent for one question, not yet judged: figures as text.
package struct TypedAnswer: Hashable, Sendable {
    package var count: String
    package var base: String
    package var reasons: [String: String]
    package var text: String
    package var note: String

    package init(
        count: String = "", base: String = "", reasons: [String: String] = [:], text: String = "",
        note: String = ""
    ) {
        self.count = count
        self.base = base
        self.reasons = reasons
        self.text = text
        self.note = note
    }

    var isEmpty: Bool {
        count.isEmpty && base.isEmpty && text.isEmpty && reasons.values.allSatisfy(\.isEmpty)
    }
}

/// Judging the answers of one unit for one period. Pure.
package enum AnswerCheck {
    /// The largest count that is taken: a billion is a slip of the keyboard.
    private static let largest = 1_000_000_000

    package struct Result: Sendable {
        package var answers: [String: LocalAnswer] = [:]
        /// In the order of the questions: those with something wrong, or asked back without a word.
        package var doubts: [(question: LocalQuestion, doubt: AnswerDoubt)] = []
    }

    /// `last` are the answers for the period before, by question.
    package static func judge(
        _ typed: [String: TypedAnswer], _ questions: [LocalQuestion], last: [String: LocalAnswer],
        balances: Bool = true
    ) -> Result {
        var result = Result()
        for question in questions where question.isAsked {
            let given = typed[question.key] ?? TypedAnswer()
            do throws(AnswerDoubt) {
                var answer = try read(given, question)
                answer.note = given.note.isEmpty ? nil : given.note
                if question.kind != .text || answer.text != nil { result.answers[question.key] = answer }
                if answer.note == nil, question.kind != .text {
                    if !answer.isKnown { throw .unknown }
                    if let count = answer.count, let before = last[question.key]?.count, before > 0,
                        count >= before * 10
                    {
                        throw .tenTimes(count, last: before)
                    }
                }
            } catch {
                result.doubts.append((question, error))
            }
        }
        if balances { checkBalances(questions, last, &result) }
        return result
    }

    private static func checkBalances(
        _ questions: [LocalQuestion], _ last: [String: LocalAnswer], _ result: inout Result
    ) {
        for question in questions {
            guard let balance = question.balance, let stock = result.answers[question.key], stock.note == nil,
                let count = stock.count, let before = last[question.key]?.count,
                let into = result.answers[balance.into]?.count, let out = result.answers[balance.out]?.count,
                !result.doubts.contains(where: { $0.question.key == question.key })
            else { continue }
            let expected = before + into - out
            if count != expected {
                result.doubts.append(
                    (question, .doesNotBalance(expected: expected, last: before, into: into, out: out)))
            }
        }
    }

    private static func read(_ typed: TypedAnswer, _ question: LocalQuestion) throws(AnswerDoubt)
        -> LocalAnswer
    {
        switch question.kind {
        case .text: return LocalAnswer(text: typed.text.isEmpty ? nil : typed.text)
        case .count, .clearance, .choice, .themes: return LocalAnswer(count: try number(typed.count))
        case .share, .ratio:
            let count = try number(typed.count)
            let base = try number(typed.base)
            guard let count, let base else {
                if count == nil, base == nil { return LocalAnswer() }
                throw count == nil ? .countMissing : .baseMissing
            }
            guard question.kind == .ratio || count <= base else { throw .aboveBase(count, base) }
            return LocalAnswer(count: count, base: base)
        case .reasons:
            let total = try number(typed.count)
            var reasons: [String: Int] = [:]
            for option in question.options {
                if let count = try number(typed.reasons[option.code] ?? "") { reasons[option.code] = count }
            }
            guard let total else {
                guard reasons.isEmpty else { throw .countMissing }
                return LocalAnswer()
            }
            let sum = reasons.values.reduce(0, +)
            guard sum == total else { throw .reasonsDiffer(total, sum) }
            return LocalAnswer(count: total, reasons: reasons.filter { $0.value > 0 })
        }
    }

    /// A whole number as people write it: 1,204 or 1204; nil where nothing is given.
    static func number(_ text: String) throws(AnswerDoubt) -> Int? {
        guard !text.isEmpty else { return nil }
        var digits = text.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" }
        let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
        if isNegative { digits.removeFirst() }
        // A spreadsheet writes 12 as 12.0.
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(digits),
            value <= largest
        else { throw .notANumber(text) }
        guard !isNegative || value == 0 else { throw .negative }
        return value
    }
}
