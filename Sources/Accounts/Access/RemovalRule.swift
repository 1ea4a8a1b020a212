import Kernel

/// When access may be taken away: never one's own, and never the last administrator's.
enum RemovalRule {
    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case ownAccess = "Nobody changes their own access: ask another administrator"
        case lastAdministrator =
            "This is the last administrator without an end date: give somebody else the role first"
        case reasonMissing = "Say why this access ends"
        case alreadyEnded = "This access has already ended"

        var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    /// `remaining` counts the other enabled accounts whose administrator's grant holds today and has no end date.
    static func decide(
        isOwn: Bool, isAdministrator: Bool, remaining: Int, reason: String
    ) throws(Refusal) {
        guard !isOwn else { throw .ownAccess }
        guard !reason.isEmpty else { throw .reasonMissing }
        guard !isAdministrator || remaining > 0 else { throw .lastAdministrator }
    }
}
