import Statistics

/// What those outside the inner circle do not see of a return's figures.
///
/// The figures of one return and period often add up to one another (so many held by qualified workers, so many by
/// others, so many by nobody), so that one small figure could be worked out from the rest: where one is small, none of
/// that period is shown. What goes into and out of a stock is never shown, since it would give back the stock of the
/// period before.
enum Withholding {
    static func withholds(_ figures: [(question: LocalQuestion, total: LocalTotal?)]) -> Bool {
        figures.contains { question, total in
            guard let total else { return false }
            switch question.kind {
            case .share, .choice:
                guard let base = total.base, base > 0 else { return false }
                return Share(total.count, of: base).map(SmallNumber.hides) ?? true
            case .ratio: return SmallNumber.hides(total.count) || SmallNumber.hides(total.base ?? 0)
            case .reasons:
                return SmallNumber.hides(total.count)
                    || total.reasons.values.contains(where: SmallNumber.hides)
            case .count, .clearance, .text, .themes: return SmallNumber.hides(total.count)
            }
        }
    }

    /// Whether the question is only for the inner circle, whatever its figure.
    static func isInnerOnly(_ question: LocalQuestion, among questions: [LocalQuestion]) -> Bool {
        question.kind == .clearance
            || questions.contains { $0.balance?.into == question.key || $0.balance?.out == question.key }
    }
}
