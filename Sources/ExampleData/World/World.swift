import Kernel

/// A child, or a young person who left care. No name is ever made.
struct Person: Sendable {
    /// What the case system calls them.
    var reference: String
    var birth: Int32
    var isGirl: Bool
    /// The place in `Codes.ethnicities`.
    var ethnicity: UInt8
    /// The places in `Codes.disabilities`, as bits; 0 for none.
    var disabilities: UInt16
    var isSouth: Bool
    var isUnaccompanied = false
    /// Which worker's desk of a team the family comes to.
    var desk: Int32
    /// How many plans there were before the story begins.
    var earlierPlans: UInt8
}

struct Assessment: Sendable {
    var start: Int32
    var end: Int32
    /// When the child was seen; `never` where not.
    var seen: Int32
    var needsSupport: Bool
    /// The places in `Codes.factors`.
    var factors: [UInt8]
}

struct Enquiry: Sendable {
    var start: Int32
    /// When it was decided whether a conference is needed.
    var decided: Int32
    /// `never` where none is needed.
    var conference: Int32
    var ledToPlan: Bool
}

struct NeedPlan: Sendable {
    var start: Int32
    var end: Int32
}

struct Protection: Sendable {
    var start: Int32
    var end: Int32
    var category: UInt8
    var laterCategory: UInt8
    /// When the category changed.
    var recategorised: Int32
    var emergency: Int32
    var previous: Int
    var reviews: [Int32]
    var visits: [Int32]
}

struct Placement: Sendable {
    var start: Int32
    var type: UInt8
    var provider: UInt8
    /// 0 where it stands in the authority; else the place in `Codes.elsewhere`.
    var place: UInt8
    var number: Int
}

struct Care: Sendable {
    var start: Int32
    var end: Int32
    var endReason: UInt8
    var need: UInt8
    var legal: [(start: Int32, status: UInt8)]
    var placements: [Placement]
    var reviews: [Int32]
    var visits: [Int32]
    var missing: [Int32]
    var permanence: UInt8
    var permanenceFrom: Int32
}

/// One time that a child was in need, from the referral to the closure.
struct Episode: Sendable {
    var person: Int32
    var referral: Int32
    var source: UInt8
    var need: UInt8
    var noFurtherAction = false
    var closure = Span.never
    /// The place in `Codes.closures`.
    var reason: UInt8 = 0
    var assessments: [Assessment] = []
    var enquiries: [Enquiry] = []
    var needPlans: [NeedPlan] = []
    var protections: [Protection] = []
    var care: Care?
    /// When a social worker saw the child, in any order, but for visits of plans and of care.
    var seen: [Int32] = []

    var isAllDone: Bool { noFurtherAction || closure != Span.never }
}

struct Contact: Sendable {
    var person: Int32
    var day: Int32
    var source: UInt8
}

struct Help: Sendable {
    var person: Int32
    var start: Int32
    var end: Int32
    var organisation: UInt8
}

struct Leaver: Sendable {
    var person: Int32
    var from: Int32
    var until: Int32
    var isUnaccompanied: Bool
}

struct Adoption: Sendable {
    var person: Int32
    var family: Int32
    var enteredCare: Int32
    var decision: Int32
    var placementOrder: Int32
    var matched: Int32
    var placed: Int32
    var order: Int32
    var reversed: Int32
    var reversedReason: UInt8
    var early: Int32
}

struct Adopter: Sendable {
    var reference: String
    var family: Int32
    var isWoman: Bool
    var ethnicity: UInt8
    var isDisabled: Bool
    var isEarly: Bool
    var enquiry: Int32
    var stageOne: (start: Int32, end: Int32)
    var stageTwo: (start: Int32, end: Int32)
    var matched: Int32
    var placed: Int32
    var order: Int32
    var left: Int32
    var leftReason: UInt8
    var children: Int
}

/// The one world that every file is written from: all of it is known beforehand, and a file shows what had happened by
/// its day.
package struct ExampleWorld: Sendable {
    let span: Span
    let seed: UInt64
    var people: [Person] = []
    /// By person, the earliest first.
    var episodes: [Episode] = []
    var contacts: [Contact] = []
    var help: [Help] = []
    var leavers: [Leaver] = []
    var adoptions: [Adoption] = []
    var adopters: [Adopter] = []
    var workforce: Workforce
}
