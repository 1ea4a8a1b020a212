import Kernel
import Storage

/// Keeping safety items and their facts.
enum SafetySQL {
    /// A fact in the order of an item's facts.
    static func add(
        _ kind: String, _ text: String, by person: ID<Person>?, to item: ID<SafetyRecord>,
        _ authority: ID<Authority>, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO safety_fact (authority, item, sequence, kind, text, person, at)
            SELECT $1, $2, COALESCE(MAX(sequence), 0) + 1, $3, $4, $5, $6
            FROM safety_fact WHERE authority = $1 AND item = $2
            """,
            [
                .id(authority), .id(item), .text(kind), .text(text), .id(person), .instant(now),
            ])
    }

    /// What was done and assured no longer stands; the facts keep it.
    static func openAgain(
        _ item: ID<SafetyRecord>, _ authority: ID<Authority>, _ due: SafetyItems.Due,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE safety_item SET done = NULL, done_at = NULL, done_by = NULL, assurance = NULL,
                assured_at = NULL, assured_by = NULL, due_at = $3, next_due_at = $4,
                revision = revision + 1
            WHERE authority = $1 AND id = $2
            """, [.id(authority), .id(item), .instant(due.first), .instant(due.next)])
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
        guard changed == 1 else { throw StepRefused.changedMeanwhile }
    }
}
