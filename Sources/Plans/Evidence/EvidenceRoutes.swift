import Kernel
import Site
import Storage

extension PlansFeature {
    func registerEvidence(on site: inout SiteBuilder) {
        site.on(EvidenceRoute.evidence, evidence)
        site.on(EvidenceRoute.withoutEvidence, withoutEvidence)
        site.on(EvidenceRoute.newEvidence, newEvidence)
        site.on(EvidenceRoute.addEvidence, takes: .attachment, addEvidence)
        site.on(EvidenceRoute.item, evidenceItem)
        site.on(EvidenceRoute.openEvidence, openEvidence)
        site.on(EvidenceRoute.judge, judgeEvidence)
        site.on(EvidenceRoute.toWithdraw, evidenceToWithdraw)
        site.on(EvidenceRoute.withdraw, withdrawEvidence)
    }
}
