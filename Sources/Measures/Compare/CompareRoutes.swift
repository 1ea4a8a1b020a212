import Site

extension MeasuresFeature {
    func registerCompare(on site: inout SiteBuilder) {}
}
