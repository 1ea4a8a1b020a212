package import Kernel

/// A value given to a statement: what both engines can hold.
package enum SQLValue: Sendable, Hashable {
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
    case null
    /// A null whose kind is known, so that PostgreSQL need not guess; the helpers make it.
    case nothing(Kind)

    package enum Kind: Sendable, Hashable { case integer, real, text, blob }
}

extension SQLValue {
    package static func id<Owner>(_ id: ID<Owner>) -> SQLValue { .integer(id.rawValue) }
    package static func id<Owner>(_ id: ID<Owner>?) -> SQLValue {
        id.map { .integer($0.rawValue) } ?? .nothing(.integer)
    }
    /// As `2026-11-20`, which sorts as dates do.
    package static func day(_ day: Day) -> SQLValue { .text(day.description) }
    package static func day(_ day: Day?) -> SQLValue { day.map { .text($0.description) } ?? .nothing(.text) }
    /// As `2026-11-20T09:14:05.123Z`.
    package static func instant(_ instant: Instant) -> SQLValue { .text(instant.description) }
    package static func instant(_ instant: Instant?) -> SQLValue {
        instant.map { .text($0.description) } ?? .nothing(.text)
    }
    package static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .nothing(.text) }
    package static func optional(_ value: Double?) -> SQLValue { value.map(SQLValue.real) ?? .nothing(.real) }
    package static func bool(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
    package static func int(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    package static func int(_ value: Int?) -> SQLValue {
        value.map { .integer(Int64($0)) } ?? .nothing(.integer)
    }
    /// As compact JSON text.
    package static func json(_ value: JSON) -> SQLValue { .text(value.text()) }
    /// The one way in for a value about a child; events, hashes and logs have none.
    package static func sensitive(_ value: Sensitive<String>?) -> SQLValue {
        value.map { .text($0.reveal(for: .storing)) } ?? .nothing(.text)
    }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(nilLiteral: ()) { self = .null }
}

extension SQLValue {
    /// The text as the engines can keep it: PostgreSQL holds no NUL, so both get U+FFFD in its place.
    static func storable(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }
}
