/// A value about a child: it prints, logs and dumps as `[withheld]`, and has no way into JSON or HTML.
///
/// `reveal(for:)` is the only way out; each call is a place to audit.
package struct Sensitive<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package var description: String { "[withheld]" }
    package var debugDescription: String { "[withheld]" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

    /// Gives the value up for one stated purpose.
    package func reveal(for purpose: Purpose) -> Value { value }

    /// Why a sensitive value may be shown; the caller has logged the view.
    package enum Purpose: Sendable {
        case caseAccess, storing, comparing
    }
}

extension Sensitive: Equatable where Value: Equatable {}
extension Sensitive: Hashable where Value: Hashable {}
