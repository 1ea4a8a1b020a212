/// One cell of a list before it is written: nothing, a text by its place, a day, or a number.
struct Cell: Equatable, Sendable {
    enum Kind: UInt8 { case empty, text, day, number }

    /// How a day is written.
    enum Form: UInt8 { case date, serial, text }

    var kind: Kind
    var form: Form
    var value: Int32

    static let empty = Cell(kind: .empty, form: .date, value: 0)
    static func text(_ place: Int32) -> Cell { Cell(kind: .text, form: .date, value: place) }
    static func number(_ value: Int) -> Cell { Cell(kind: .number, form: .date, value: Int32(value)) }

    /// Nothing where the day is `never`.
    static func day(_ day: Int32) -> Cell {
        day == Span.never ? empty : Cell(kind: .day, form: .date, value: day)
    }
}

/// Texts, each once.
struct Texts: Sendable {
    private(set) var all: [String] = []
    private var places: [String: Int32] = [:]

    mutating func place(_ text: String) -> Int32 {
        if let place = places[text] { return place }
        let place = Int32(all.count)
        all.append(text)
        places[text] = place
        return place
    }

    mutating func places(_ texts: [String]) -> [Int32] { texts.map { place($0) } }
}
