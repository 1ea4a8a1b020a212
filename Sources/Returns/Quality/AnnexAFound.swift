import Kernel
import ReturnFormats

/// The rules of Annex A as findings that are kept.
enum AnnexAFound {
    static func found(in file: AnnexA, asAt: Day) -> [FoundRule] {
        AnnexACheck.run(file, asAt: asAt).map { finding in
            let result = finding.result
            return FoundRule(
                rule: result.rule, severity: FoundRule.Severity(result.severity), title: result.title,
                count: result.count, children: result.children,
                lists: Set(finding.rule.reads.map(\.list)).sorted(),
                places: finding.hits.map { hit in
                    FoundRule.Place(
                        list: UInt8(hit.list.rawValue), row: Int32(clamping: hit.place),
                        child: Int32(clamping: hit.child ?? -1))
                })
        }
    }
}
