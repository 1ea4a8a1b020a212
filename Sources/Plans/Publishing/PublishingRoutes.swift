import Site

extension PlansFeature {
    func registerPublishing(on site: inout SiteBuilder) {}
}
