/// One validation rule of the CIN census: pure, from the columns of one return to the places that break it.
///
/// A rule's name is its number in the census's own rules; one that ends in Q is a query. Years are those in which the
/// collection ended: 2026 is the return of the year to 31 March 2026.
protocol CINRule: Sendable {
    static var id: String { get }
    /// What is wrong, in one plain sentence.
    static var title: String { get }
    /// What to do about it.
    static var advice: String { get }
    /// The returns that have the rule.
    static var years: ClosedRange<Int> { get }
    /// What counts as one place.
    static var place: CINPart { get }
    /// In the order of the file.
    static func run(on census: CINCensus) -> [CINHit]
}

extension CINRule {
    static var severity: ReturnRuleSeverity { id.hasSuffix("Q") ? .query : .error }
    static var years: ClosedRange<Int> { CINYears.always }
}

/// From which return on things are there.
enum CINYears {
    static let always = 2017...9999
    /// CIN plan dates, and the factor 24A.
    static let needPlans = 2022...9999
    /// Sex in place of gender, and the shape of a child's reference.
    static let sex = 2025...9999
    /// Pre-proceedings: rules that are still a draft.
    static let preProceedings = 2027...9999
}

/// A kind of record of the census, which a rule may be about.
package enum CINPart: String, CaseIterable, Sendable {
    case wholeReturn = "return"
    case child, episode, assessment
    case needPlan = "CIN plan"
    case enquiry = "section 47"
    case protectionPlan = "child protection plan"
    case review
    case preProceedings = "pre-proceedings"
}

/// One place that breaks a rule.
package struct CINHit: Hashable, Sendable {
    /// The row of the child; -1 where the rule is about the whole return.
    let child: Int32
    let part: CINPart
    /// The row in the part's own table.
    let row: Int32

    /// A hit of a rule about the whole return.
    static let wholeReturn = CINHit(child: -1, part: .wholeReturn, row: 0)
}
