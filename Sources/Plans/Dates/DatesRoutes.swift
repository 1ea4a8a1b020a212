import Site

extension PlansFeature {
    func registerDates(on site: inout SiteBuilder) {}
}
