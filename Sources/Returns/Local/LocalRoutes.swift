import Site

extension ReturnsFeature {
    func registerLocal(on site: inout SiteBuilder) {
        site.on(LocalRoute.home, returnsHome)
        site.on(LocalRoute.templates, templates)
        site.on(LocalRoute.template, template)
        site.on(LocalRoute.adopt, adopt)
        site.on(LocalRoute.newReturn, newReturn)
        site.on(LocalRoute.addReturn, addReturn)
        site.on(LocalRoute.local, localReturn)
        site.on(LocalRoute.period, localPeriod)
        site.on(LocalRoute.terms, terms)
        site.on(LocalRoute.changeTerms, changeTerms)
        site.on(LocalRoute.end, endReturn)
        site.on(LocalRoute.newQuestion, newQuestion)
        site.on(LocalRoute.addQuestion, addQuestion)
        site.on(LocalRoute.question, localQuestion)
        site.on(LocalRoute.changeQuestion, changeQuestion)
        site.on(LocalRoute.senders, localSenders)
        site.on(LocalRoute.addSender, addSender)
        site.on(LocalRoute.endSender, endSender)
        site.on(LocalRoute.fill, fill)
        site.on(LocalRoute.send, send)
        site.on(LocalRoute.file, localFile)
        site.on(LocalRoute.load, takes: .attachment, loadFile)
        site.on(LocalRoute.fileTemplate, fileTemplate)
    }
}
