import Kernel

enum DisabilityMissing: CINRule {
    static let id = "8540"
    static let title =
        "A child whose referral led to something has no code of disability, or one that is none"
    static let advice = "Give every disability by its code, or NONE."
    static let place = CINPart.child
    /// At least one code, and every one of the list.
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            guard child.birth != nil, child.hasActedOnReferral else { return false }
            let codes = child.disabilities
            return codes.isEmpty || !codes.allSatisfy { CINCodes.disabilities.contains($0) }
        }
    }
}

enum NoneWithOthers: CINRule {
    static let id = "8790"
    static let title = "A child has no disability and one at once"
    static let advice = "Leave NONE out where there is a disability."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            let codes = child.disabilities
            return codes.contains("NONE") && codes.contains { $0 != "NONE" }
        }
    }
}

enum DisabilityTwice: CINRule {
    static let id = "8794"
    static let title = "A child has one disability twice"
    static let advice = "Give each code once."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { $0.disabilities.hasRepeats }
    }
}

extension ArraySlice<CodeCell> {
    /// One code stands there more than once.
    var hasRepeats: Bool { count > 1 && Set(self).count < count }
}
