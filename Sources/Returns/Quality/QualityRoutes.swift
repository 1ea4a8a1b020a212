import Site

extension ReturnsFeature {
    func registerQuality(on site: inout SiteBuilder) {}
}
