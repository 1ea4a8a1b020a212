/// A value of a coded column that nobody recognised, for the authority to map.
package struct UnrecognisedValue: Hashable, Sendable {
    package let list: AnnexAList
    package let field: AnnexAField
    /// As written.
    package let text: String
    /// In how many rows of the list.
    package let rows: Int
}

extension ValueRecogniser {
    /// Of how many different texts of a column the likeness is looked at: a column with more holds something else than
    /// codes, and would take minutes.
    private static let mostLiked = 4_000

    /// For each text the place of its code in the set, or `CodeColumn.missing`, `.unrecognised` or `.groupOnly`.
    package func recognise(column texts: [String]) -> [Int16] {
        texts.enumerated().map { number, text in
            guard !ValueKnowledge.trimmed(text).isEmpty else { return CodeColumn.missing }
            let value = recognise(text, byLikeness: number < ValueRecogniser.mostLiked)
            return value.code ?? (value.group == nil ? CodeColumn.unrecognised : CodeColumn.groupOnly)
        }
    }
}

extension AnnexAReader {
    /// Knows what was learned, after an authority's own mapping: for a field, spelling → group or code.
    package static func learned(mapping: [AnnexAField: [String: String]] = [:]) -> Recognition {
        { texts, set, field in
            guard let column = ValueColumn.of(field) else {
                return texts.map { _ in CodeColumn.unrecognised }
            }
            // What is written as the template has it needs none of what was learned, which takes a while to lay out.
            let own = mapping[field] ?? [:]
            let written = set.places
            let places = texts.map { own[$0] == nil ? written[$0] : nil }
            guard places.contains(nil) else { return places.compactMap(\.self) }
            let recogniser = ValueRecogniser(column, mapping: own)
            let unknown = zip(texts, places).filter { $1 == nil }.map(\.0)
            var learned = recogniser.recognise(column: unknown).makeIterator()
            return places.map { $0 ?? learned.next() ?? CodeColumn.unrecognised }
        }
    }
}

extension CodeSet {
    /// The place of each code by how the template wants it written.
    fileprivate var places: [String: Int16] {
        Dictionary(
            codes.enumerated().map { ($1.written, Int16($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

extension AnnexA {
    /// Says for every coded column what its texts stand for. `mapping` is the authority's own: for a field, spelling →
    /// group or code.
    package mutating func recognise(mapping: [AnnexAField: [String: String]] = [:]) {
        var recognisers: [AnnexAField: ValueRecogniser] = [:]
        for (list, table) in tables {
            for (field, column) in table.columns {
                guard case .codes(var codes) = column, let named = ValueColumn.of(field) else { continue }
                let recogniser = recognisers[field] ?? ValueRecogniser(named, mapping: mapping[field] ?? [:])
                recognisers[field] = recogniser
                codes.codes = recogniser.recognise(column: codes.text.distinct)
                tables[list]?.columns[field] = .codes(codes)
            }
        }
    }

    /// What was not recognised, by list, then the most rows first.
    package var unrecognised: [UnrecognisedValue] {
        tables.sorted { $0.key < $1.key }.flatMap { list, table in
            table.columns.flatMap { field, column -> [UnrecognisedValue] in
                guard case .codes(let codes) = column else { return [] }
                var counts = [Int](repeating: 0, count: codes.text.distinct.count)
                for place in codes.text.rows { counts[Int(place)] += 1 }
                return counts.indices.filter { counts[$0] > 0 && codes.codes[$0] == CodeColumn.unrecognised }
                    .map {
                        UnrecognisedValue(
                            list: list, field: field, text: codes.text.distinct[$0], rows: counts[$0])
                    }
            }
            .sorted { ($1.rows, $0.field.rawValue, $0.text) < ($0.rows, $1.field.rawValue, $1.text) }
        }
    }
}
