import Site

extension MeasuresFeature {
    func registerMeasures(on site: inout SiteBuilder) {
        site.on(MeasuresRoute.list, measures)
        site.on(MeasuresRoute.measure, measure)
        site.on(MeasuresRoute.settings, settings)
        site.on(MeasuresRoute.changeSettings, changeSettings)
        site.on(MeasuresRoute.target, target)
        site.on(MeasuresRoute.setTarget, setTarget)
        site.on(MeasuresRoute.rebase, rebase)
        site.on(MeasuresRoute.setRebase, setRebase)
    }
}
