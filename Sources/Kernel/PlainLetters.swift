extension String {
    /// Without accents, as people type names in a hurry: the letters of these islands and those near them.
    package var withoutAccents: String {
        var text = ""
        for scalar in unicodeScalars where !scalar.properties.isDiacritic {
            text.unicodeScalars.append(Latin.base[scalar] ?? scalar)
        }
        return text
    }
}

/// Accented letters, each with its plain one; lower case.
private enum Latin {
    static let base: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēėęě"), ("g", "ğģ"), ("i", "ìíîïīį"),
            ("l", "łľ"), ("n", "ñńňņ"), ("o", "òóôõöøō"), ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"),
            ("u", "ùúûüūůű"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        return Dictionary(
            rows.flatMap { row in row.1.unicodeScalars.map { ($0, row.0) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
