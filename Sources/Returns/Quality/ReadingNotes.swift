import ReturnFormats

/// What of a file could not be taken as it stands, as findings of the reading itself.
///
/// Errors are cells and parts whose content is lost to measures; notes are what was settled by a rule of reading.
enum ReadingNotes {
    static func found(in census: CINReturn) -> [FoundRule] {
        let findings = census.findings
        var found = findings.counts.sorted {
            ($0.key.kind.rawValue, $0.key.element) < ($1.key.kind.rawValue, $1.key.element)
        }.map { subject, count in
            let places = findings.examples.filter { $0.subject == subject }
            return FoundRule(
                rule: "reading.\(key(subject.kind.rawValue, subject.element))",
                severity: subject.kind == .unreadableValue ? .error : .note,
                title: "\(sentence(subject.kind.rawValue)): \(subject.element)", count: count,
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

    /// Values that stand for no code and columns that are missing or unknown have places of their own.
    private static let shownElsewhere: Set<AnnexAFindings.Kind> = [.unrecognisedCode, .missingList]
    private static let errors: Set<AnnexAFindings.Kind> = [
        .unreadableDate, .unreadableCount, .missingReference, .inexactReference,
    ]
    private static let queries: Set<AnnexAFindings.Kind> = [.missingColumn, .repeatedList, .repeatedColumn]

    static func found(in reading: AnnexAReading) -> [FoundRule] {
        reading.findings.counts.filter { !shownElsewhere.contains($0.key.kind) }
            .map { subject, count in
                let list = UInt8(subject.list?.rawValue ?? 0)
                let places = reading.findings.examples.filter { $0.subject == subject }.map {
                    place($0.place, list, in: reading.file)
                }
                let named = [
                    subject.list.map { "list \($0.rawValue)" }, subject.name.isEmpty ? nil : subject.name,
                ].compactMap { $0 }.joined(separator: ", ")
                return FoundRule(
                    rule: "reading.\(key(subject.kind.rawValue, "\(list)", subject.name))",
                    severity: errors.contains(subject.kind)
                        ? .error : queries.contains(subject.kind) ? .query : .note,
                    title: sentence(subject.kind.rawValue) + (named.isEmpty ? "" : ": \(named)"),
                    count: count, children: Set(places.map(\.child).filter { $0 >= 0 }).count,
                    lists: subject.list.map { [$0] } ?? [], places: places)
            }.sorted { $0.rule < $1.rule }
    }

    private static func place(_ row: Int, _ list: UInt8, in file: AnnexA) -> FoundRule.Place {
        let table = AnnexAList(rawValue: Int(list)).flatMap { file[$0] }
        let index = table?.place.firstIndex(of: Int32(clamping: row))
        let child = index.flatMap { index in
            table.flatMap { index < $0.child.count ? $0.child[index] : nil }
        }
        return FoundRule.Place(list: list, row: Int32(clamping: row), child: child ?? -1)
    }

    /// Letters, figures and single dots: it stands in an address.
    private static func key(_ parts: String...) -> String {
        parts.map { part in
            String(
                part.lowercased().prefix { $0 != ":" }.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        }.filter { !$0.isEmpty }.joined(separator: ".")
    }

    private static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
