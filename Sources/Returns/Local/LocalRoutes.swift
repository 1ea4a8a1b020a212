import Site

extension ReturnsFeature {
    func registerLocal(on site: inout SiteBuilder) {}
}
