/// The files of an invented authority: Annex A month by month, a census each year, local returns, and the faults that
/// were planted in them.
package struct ExampleData: Sendable {
    package var children: Int
    package var months: Int
    package var seed: UInt64

    package init(children: Int, months: Int, seed: UInt64) {
        self.children = children
        self.months = months
        self.seed = seed
    }
}
