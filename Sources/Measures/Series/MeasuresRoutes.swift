import Site

extension MeasuresFeature {
    func registerMeasures(on site: inout SiteBuilder) {}
}
