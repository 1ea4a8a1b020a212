import Site

extension PlansFeature {
    func registerUpdates(on site: inout SiteBuilder) {}
}
