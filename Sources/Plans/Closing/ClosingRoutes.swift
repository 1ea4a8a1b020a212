import Site

extension PlansFeature {
    func registerClosing(on site: inout SiteBuilder) {}
}
