import Site

extension PlansFeature {
    func registerSearch(on site: inout SiteBuilder) {}
}
