import ReturnFormats

/// What of a census could not be taken as it stands, as findings of the reading itself.
enum CensusNotes {
    static func found(in census: CINReturn) -> [FoundRule] {
        let findings = census.findings
        var found = findings.counts.sorted {
            ($0.key.kind.rawValue, $0.key.element) < ($1.key.kind.rawValue, $1.key.element)
        }
        .map { subject, count in
            let places = findings.examples.filter { $0.subject == subject }
            return FoundRule(
                rule: "reading.\(name(subject.kind)).\(subject.element)",
                severity: subject.kind == .unreadableValue ? .error : .note,
                title: "\(words(subject.kind)): \(subject.element)", count: count,
                children: Set(places.compactMap(\.child)).count,
                places: places.map {
                    FoundRule.Place(list: 0, row: Int32(clamping: $0.line), child: Int32($0.child ?? -1))
                })
        }
        if findings.others > 0 {
            found.append(
                FoundRule(
                    rule: "reading.others", severity: .note, title: "Other things that could not be taken",
                    count: findings.others, children: 0))
        }
        return found
    }

    private static func name(_ kind: CINFindings.Kind) -> String {
        switch kind {
        case .unknownElement: "unknown"
        case .misplacedElement: "misplaced"
        case .repeatedElement: "repeated"
        case .unreadableValue: "unreadable"
        case .strayText: "stray"
        }
    }

    private static func words(_ kind: CINFindings.Kind) -> String {
        switch kind {
        case .unknownElement: "An element that nobody knows"
        case .misplacedElement: "An element in the wrong place"
        case .repeatedElement: "An element given twice"
        case .unreadableValue: "A value that cannot be read"
        case .strayText: "Text between the elements"
        }
    }
}
