import ReturnFormats

/// One list as it will be written, row after row.
struct ListTable: Sendable {
    let list: AnnexAList
    private(set) var fields: [AnnexAField]
    var cells: [Cell] = []
    /// For each row the person it is about; -1 for an adopter.
    var people: [Int32] = []

    init(_ list: AnnexAList, layout: Int) {
        self.list = list
        fields = list.slots.filter { $0.since <= layout }.map(\.field)
    }

    var width: Int { fields.count }
    var rows: Int { people.count }

    func column(_ field: AnnexAField) -> Int? { fields.firstIndex(of: field) }

    subscript(row: Int, field: AnnexAField) -> Cell {
        get { column(field).map { cells[row * width + $0] } ?? .empty }
        set { if let column = column(field) { cells[row * width + column] = newValue } }
    }

    /// The row once more, at the end.
    mutating func duplicate(_ row: Int) {
        cells += cells[(row * width)..<((row + 1) * width)]
        people.append(people[row])
    }

    mutating func remove(_ row: Int) {
        cells.removeSubrange((row * width)..<((row + 1) * width))
        people.remove(at: row)
    }
}

extension ListTable {
    mutating func removeColumn(_ field: AnnexAField) {
        guard let column = column(field) else { return }
        let width = self.width
        cells = cells.indices.filter { $0 % width != column }.map { cells[$0] }
        fields.remove(at: column)
    }

    mutating func removeAll() {
        cells = []
        people = []
    }
}
