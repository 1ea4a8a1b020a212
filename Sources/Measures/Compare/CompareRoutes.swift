import Site

extension MeasuresFeature {
    func registerCompare(on site: inout SiteBuilder) {
        site.on(CompareRoute.compare, compare)
        site.on(CompareRoute.load, loadComparators)
        site.on(CompareRoute.keep, takes: .attachment, keepComparators)
        site.on(CompareRoute.withdraw, withdrawComparators)
        site.on(CompareRoute.sheets, weeklySheets)
        site.on(CompareRoute.sheet, weeklySheet)
    }
}
