import Site

extension PlansFeature {
    func registerEvidence(on site: inout SiteBuilder) {}
}
