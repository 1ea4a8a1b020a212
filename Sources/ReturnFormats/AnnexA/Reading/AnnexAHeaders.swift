/// Finds the header of a list among the first rows of a part, and which column is which.
struct AnnexAHeaders {
    let list: AnnexAList
    /// For each column of the row the field it holds; nil where none is so called or another column already has it.
    let fields: [AnnexAField?]
    /// Columns whose field another one before them already has.
    let repeated: [Int: AnnexAField]

    /// How far down a header may stand, in rows that hold something.
    static let mostRows = 40
    private static let fewestColumns = 3

    /// Nil where the row is no header. Columns tell more than a name: `named` decides only between lists that share all of
    /// the row's columns.
    init?(_ words: [String], named: AnnexAList?) {
        guard words.count(where: { !$0.isEmpty }) >= AnnexAHeaders.fewestColumns else { return nil }
        var best: (list: AnnexAList, fields: [AnnexAField?], repeated: [Int: AnnexAField])?
        var bestScore = 0
        var isTied = false
        for list in AnnexAList.allCases {
            let (fields, repeated) = AnnexAHeaders.match(words, list)
            let score = fields.count { $0 != nil }
            if score > bestScore || score == bestScore && list == named {
                isTied = score == bestScore && list != named
                bestScore = score
                best = (list, fields, repeated)
            } else if score == bestScore, best?.list != named {
                isTied = true
            }
        }
        guard let best, bestScore >= AnnexAHeaders.fewestColumns, !isTied else { return nil }
        let reference: AnnexAField = best.list == .adopters ? .adopter : .child
        guard best.list == named || best.fields.contains(reference) else { return nil }
        list = best.list
        fields = best.fields
        repeated = best.repeated
    }

    /// Columns by their exact names first, then by the names that other programs give them, then by patterns.
    private static func match(
        _ words: [String], _ list: AnnexAList
    ) -> (fields: [AnnexAField?], repeated: [Int: AnnexAField]) {
        var fields = [AnnexAField?](repeating: nil, count: words.count)
        var repeated: [Int: AnnexAField] = [:]
        var taken: Set<AnnexAField> = []
        let keys = words.map(key)
        let known = AnnexAAliases.exact(list)
        for (column, key) in keys.enumerated() where !key.isEmpty {
            guard let field = known[key] else { continue }
            if taken.insert(field).inserted { fields[column] = field } else { repeated[column] = field }
        }
        for (column, text) in words.enumerated() where !text.isEmpty && fields[column] == nil {
            guard repeated[column] == nil, let field = AnnexAAliases.byPattern(text, list) else { continue }
            if taken.insert(field).inserted { fields[column] = field } else { repeated[column] = field }
        }
        return (fields, repeated)
    }

    /// Letters and figures alone, in small letters: white space of any kind, quotes straight or curly, a question mark,
    /// brackets and a `(Y/N)` behind make no difference.
    static func key(_ text: String) -> String {
        var letters = String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "/"
                }))
        if letters.hasSuffix("y/n") { letters.removeLast(3) }
        return letters.filter { $0 != "/" }
    }
}
