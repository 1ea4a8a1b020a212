import Site

extension PlansFeature {
    func registerCriteria(on site: inout SiteBuilder) {
        site.on(CriteriaRoute.proof, proof)
        site.on(CriteriaRoute.criterion, criterion)
        site.on(CriteriaRoute.claim, claim)
        site.on(CriteriaRoute.sayClaim, sayClaim)
        site.on(CriteriaRoute.baseline, baseline)
        site.on(CriteriaRoute.giveBaseline, giveBaseline)
        site.on(CriteriaRoute.target, target)
        site.on(CriteriaRoute.proposeTarget, proposeTarget)
        site.on(CriteriaRoute.ruleValue, ruleValue)
        site.on(CriteriaRoute.giveRuleValue, giveRuleValue)
        site.on(CriteriaRoute.agreement, agreement)
        site.on(CriteriaRoute.recordAgreement, recordAgreement)
        site.on(CriteriaRoute.value, value)
        site.on(CriteriaRoute.enterValue, enterValue)
        site.on(CriteriaRoute.measure, tieMeasure)
        site.on(CriteriaRoute.setMeasure, setMeasure)
        site.on(CriteriaRoute.audit, tieAudit)
        site.on(CriteriaRoute.setAudit, setAudit)
    }
}
