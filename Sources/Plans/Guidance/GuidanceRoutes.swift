import Site

extension PlansFeature {
    func registerGuidance(on site: inout SiteBuilder) {}
}
