import Site

extension ReturnsFeature {
    func registerFiles(on site: inout SiteBuilder) {}
}
