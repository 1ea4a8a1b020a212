/// How far a criterion is shown to be met: computed, never typed.
package enum Standing: String, CaseIterable, Sendable {
    case notClaimed, claimed, supported, proven, contradicted
}
