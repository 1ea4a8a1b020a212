import Site

extension PlansFeature {
    func registerCalendar(on site: inout SiteBuilder) {}
}
