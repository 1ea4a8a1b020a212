package import Kernel
package import Site

/// The addresses of audit tools.
package enum ToolsRoute: String, RouteTable {
    case list = "GET /audits/tools"
    case new = "GET /audits/tools/new"
    case begin = "POST /audits/tools/new"
    case fromFile = "GET /audits/tools/file"
    case takeIn = "POST /audits/tools/file"
    case shipped = "GET /audits/tools/shipped/{key}"
    case take = "POST /audits/tools/shipped/{key}"
    case tool = "GET /audits/tools/{tool}"
    case version = "GET /audits/tools/{tool}/versions/{version}"
    case file = "GET /audits/tools/{tool}/versions/{version}/file"
    case retire = "POST /audits/tools/{tool}/retirement"
    case bringBack = "POST /audits/tools/{tool}/return"

    /// Who looks at tools: everybody but the administrator, who keeps accounts.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who makes and changes them, for the whole authority: a tool is not of one team.
    package static let keepers: Set<Role> = [.qualityLead]

    package var access: Access {
        switch self {
        case .list, .shipped, .tool, .version, .file: .roles(ToolsRoute.readers, in: .anywhere)
        case .new, .begin, .fromFile, .takeIn, .take, .retire, .bringBack:
            .roles(ToolsRoute.keepers, in: .authority)
        }
    }
}

/// The addresses of the draft of a tool's next version.
package enum DraftRoute: String, RouteTable {
    case draft = "GET /audits/tools/{tool}/draft"
    case begin = "POST /audits/tools/{tool}/draft"
    case discard = "POST /audits/tools/{tool}/draft/removal"
    case about = "GET /audits/tools/{tool}/draft/about"
    case changeAbout = "POST /audits/tools/{tool}/draft/about"
    case newStandard = "GET /audits/tools/{tool}/draft/standards"
    case addStandard = "POST /audits/tools/{tool}/draft/standards"
    case standard = "GET /audits/tools/{tool}/draft/standards/{place}"
    case changeStandard = "POST /audits/tools/{tool}/draft/standards/{place}"
    case arrangeStandard = "POST /audits/tools/{tool}/draft/standards/{place}/place"
    case newQuestion = "GET /audits/tools/{tool}/draft/standards/{place}/questions"
    case addQuestion = "POST /audits/tools/{tool}/draft/standards/{place}/questions"
    case question = "GET /audits/tools/{tool}/draft/questions/{question}"
    case changeQuestion = "POST /audits/tools/{tool}/draft/questions/{question}"
    case arrangeQuestion = "POST /audits/tools/{tool}/draft/questions/{question}/place"
    case newScale = "GET /audits/tools/{tool}/draft/scales"
    case addScale = "POST /audits/tools/{tool}/draft/scales"
    case scale = "GET /audits/tools/{tool}/draft/scales/{scale}"
    case changeScale = "POST /audits/tools/{tool}/draft/scales/{scale}"
    case removeScale = "POST /audits/tools/{tool}/draft/scales/{scale}/removal"
    case check = "GET /audits/tools/{tool}/draft/issue"
    case issue = "POST /audits/tools/{tool}/draft/issue"

    package var access: Access { .roles(ToolsRoute.keepers, in: .authority) }
}

extension Officer {
    /// Whether the officer makes and changes tools.
    var keepsTools: Bool { scopes(for: ToolsRoute.keepers).contains(.authority) }
}

extension AuditsFeature {
    func registerTools(on site: inout SiteBuilder) {
        site.on(ToolsRoute.list, tools)
        site.on(ToolsRoute.new, newTool)
        site.on(ToolsRoute.begin, beginTool)
        site.on(ToolsRoute.fromFile, toolFromFile)
        site.on(ToolsRoute.takeIn, takes: .files, takeInTool)
        site.on(ToolsRoute.shipped, shippedTool)
        site.on(ToolsRoute.take, takeTool)
        site.on(ToolsRoute.tool, tool)
        site.on(ToolsRoute.version, tool)
        site.on(ToolsRoute.file, toolFile)
        site.on(ToolsRoute.retire, retireTool)
        site.on(ToolsRoute.bringBack, bringToolBack)
        site.on(DraftRoute.draft, draft)
        site.on(DraftRoute.begin, beginDraft)
        site.on(DraftRoute.discard, discardDraft)
        site.on(DraftRoute.about, draftAbout)
        site.on(DraftRoute.changeAbout, changeDraftAbout)
        site.on(DraftRoute.newStandard, draftStandard)
        site.on(DraftRoute.addStandard, changeDraftStandard)
        site.on(DraftRoute.standard, draftStandard)
        site.on(DraftRoute.changeStandard, changeDraftStandard)
        site.on(DraftRoute.arrangeStandard, arrangeDraftStandard)
        site.on(DraftRoute.newQuestion, draftQuestion)
        site.on(DraftRoute.addQuestion, changeDraftQuestion)
        site.on(DraftRoute.question, draftQuestion)
        site.on(DraftRoute.changeQuestion, changeDraftQuestion)
        site.on(DraftRoute.arrangeQuestion, arrangeDraftQuestion)
        site.on(DraftRoute.newScale, draftScale)
        site.on(DraftRoute.addScale, changeDraftScale)
        site.on(DraftRoute.scale, draftScale)
        site.on(DraftRoute.changeScale, changeDraftScale)
        site.on(DraftRoute.removeScale, removeDraftScale)
        site.on(DraftRoute.check, checkDraft)
        site.on(DraftRoute.issue, issueDraft)
    }
}
