/// What the words of a header may mean, before the rest of the table settles it.
enum HeaderSense: String, CaseIterable {
    case reference, areaReference, actionReference
    case area, outcome, priority, theme, change, action, milestone
    case lead, timescale, start, finish, actualFinish
    case success, progress, impact, progressAndImpact, target, baseline
    case monitoring, monitoredBy, evidence, status, source, remark
    // Words that tell tables of other kinds.
    case risk, likelihood, version, person, post, amount, term, audience, meeting
}
