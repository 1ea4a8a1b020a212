import Site

extension PlansFeature {
    func registerGuidance(on site: inout SiteBuilder) {
        site.on(GuidanceRoute.documents, guidanceList)
        site.on(GuidanceRoute.newDocument, newGuidance)
        site.on(GuidanceRoute.addDocument, addGuidance)
        site.on(GuidanceRoute.document, guidance)
        site.on(GuidanceRoute.editDocument, editGuidance)
        site.on(GuidanceRoute.changeDocument, changeGuidance)
        site.on(GuidanceRoute.newVersion, newGuidanceVersion)
        site.on(GuidanceRoute.addVersion, takes: .files, addGuidanceVersion)
        site.on(GuidanceRoute.file, guidanceFile)
        site.on(GuidanceRoute.askBodies, askBodies)
        site.on(GuidanceRoute.addBodies, addBodies)
        site.on(GuidanceRoute.decision, guidanceDecision)
        site.on(GuidanceRoute.addDecision, addGuidanceDecision)
        site.on(GuidanceRoute.issue, issueGuidance)
        site.on(GuidanceRoute.addIssue, addGuidanceIssue)
        site.on(GuidanceRoute.roll, guidanceRoll)
        site.on(GuidanceRoute.paperReading, paperReading)
        site.on(GuidanceRoute.addPaperReading, addPaperReading)
        site.on(GuidanceRoute.review, reviewGuidance)
        site.on(GuidanceRoute.addReview, addGuidanceReview)
        site.on(GuidanceRoute.withdrawal, withdrawGuidance)
        site.on(GuidanceRoute.addWithdrawal, addGuidanceWithdrawal)
        site.on(GuidanceRoute.readings, readings)
        site.on(GuidanceRoute.reading, reading)
        site.on(GuidanceRoute.readingFile, readingFile)
        site.on(GuidanceRoute.addReading, addReading)
    }
}
