/// A census as it will be written: every element that may be left out is nil when it is.
struct Census: Sendable {
    struct Child: Sendable {
        var person: Int32
        var reference: String?
        var pupilNumber: String?
        var formerPupilNumber: String?
        var noPupilNumber: String?
        var birth: Int32?
        var expectedBirth: Int32?
        var sex: String?
        var death: Int32?
        var ethnicity: String?
        var disabilities: [String]
        var episodes: [Episode]
    }

    struct Episode: Sendable {
        var referral: Int32?
        var source: String?
        var need: String?
        var closure: Int32?
        var reason: String?
        var conference: Int32?
        var assessments: [Assessment] = []
        var needPlans: [NeedPlan] = []
        var enquiries: [Enquiry] = []
        var noFurtherAction: String?
        var protections: [Protection] = []
    }

    struct Assessment: Sendable {
        var start: Int32?
        var end: Int32?
        var factors: [String]
    }

    struct NeedPlan: Sendable {
        var start: Int32?
        var end: Int32?
    }

    struct Enquiry: Sendable {
        var start: Int32?
        var target: Int32?
        var conference: Int32?
        var notRequired: String?
    }

    struct Protection: Sendable {
        var start: Int32?
        var end: Int32?
        var category: String?
        var latestCategory: String?
        var previous: Int?
        /// Nil within for a review without a date.
        var reviews: [Int32?]
    }

    /// The year in which it ends.
    let year: Int
    let first: Int32
    let last: Int32
    var referenceDate: Int32?
    var children: [Child] = []

    /// From 2024-25 sex in place of gender.
    var asksSex: Bool { year >= 2025 }
}
