import Site

extension MeasuresFeature {
    func registerCases(on site: inout SiteBuilder) {}
}
