import Site

extension PlansFeature {
    func registerMissing(on site: inout SiteBuilder) {}
}
