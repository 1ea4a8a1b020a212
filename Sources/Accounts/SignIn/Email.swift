/// An email address in lower case, looked at only as far as is sure: something, one @, something with no blank.
struct Email: Hashable, Sendable {
    let text: String

    init?(_ typed: String) {
        let lower = typed.lowercased()
        let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), lower.utf8.count <= 254,
            !lower.contains(where: { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "<" || $0 == ">" })
        else { return nil }
        text = lower
    }
}
