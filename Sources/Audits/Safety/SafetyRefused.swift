import Kernel
import Storage

/// The no of a step on a safety item, and where on the page it belongs.
struct SafetyRefused: Refusal, Hashable {
    let sentence: String
    let field: String?

    init(_ sentence: String, _ field: String? = nil) {
        self.sentence = sentence
        self.field = field
    }

    static let changedMeanwhile = SafetyRefused(
        "Somebody else changed this item meanwhile. Read what stands here now, then save again")

    /// What was typed, if it is long enough to say something and short enough to be read.
    static func words(_ text: String, _ field: String, orSay missing: String) throws(SafetyRefused) -> String
    {
        guard text.count >= 10 else { throw SafetyRefused(missing, field) }
        guard text.count <= 2000 else {
            throw SafetyRefused("Say it in at most 2,000 characters: there are \(text.count)", field)
        }
        return text
    }
}

extension SafetySQL {
    /// The item as the officer may see it, with everybody above it.
    static func found(
        _ connection: Connection, _ officer: Officer, _ item: ID<SafetyRecord>, on today: Day,
        at now: Instant
    ) throws -> (item: SafetyItem, ladders: SafetyLadders)? {
        let scope = try SafetyScope.read(connection, officer, on: today)
        return try items(connection, scope, only: item, at: now, limit: 1).first.map { ($0, scope.ladders) }
    }

    /// Sets columns of an item that nobody has changed since it was read.
    static func change(
        _ item: SafetyItem, _ authority: ID<Authority>, set words: String, _ values: [SQLValue],
        _ connection: Connection
    ) throws {
        let changed = try connection.run(
            """
            UPDATE safety_item SET \(words), revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """, [.id(authority), .id(item.id), .int(item.revision)] + values)
        guard changed == 1 else { throw SafetyRefused.changedMeanwhile }
    }
}
