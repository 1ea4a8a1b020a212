import Documents

/// Records of a small file, refused in the words of this target.
enum AuditRecords {
    /// More cases than any authority has.
    static let most = 200_000

    static func read(_ bytes: [UInt8]) throws(UnusableFile) -> CSVRecords {
        do throws(Unreadable) {
            return try CSVRecords.read(bytes, most: most)
        } catch {
            throw UnusableFile(error.reason == .empty ? "It is empty." : error.sentence)
        }
    }
}
