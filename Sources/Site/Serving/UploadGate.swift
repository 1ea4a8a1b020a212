/// Lets a few uploads in at a time, so that many large ones together cannot use the memory up.
actor UploadGate {
    private static let limit = 4
    private var inside = 0

    /// False when as many are being read as may be.
    func enter() -> Bool {
        guard inside < UploadGate.limit else { return false }
        inside += 1
        return true
    }

    func leave() {
        inside -= 1
    }
}
