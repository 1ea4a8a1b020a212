import Site

extension PlansFeature {
    func registerSteps(on site: inout SiteBuilder) {}
}
