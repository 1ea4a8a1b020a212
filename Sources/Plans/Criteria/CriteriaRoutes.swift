import Site

extension PlansFeature {
    func registerCriteria(on site: inout SiteBuilder) {}
}
