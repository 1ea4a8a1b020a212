package import Kernel
import Markup
package import Site

/// The addresses of files that councils already hold, with who may come to them.
package enum FilesRoute: String, RouteTable {
    case files = "GET /returns/files"
    case newFile = "GET /returns/files/new"
    case upload = "POST /returns/files/new"
    case draft = "GET /returns/files/drafts/{draft}"
    case load = "POST /returns/files/drafts/{draft}/load"
    case discard = "POST /returns/files/drafts/{draft}/discard"
    case originals = "GET /returns/files/originals"
    case setOriginals = "POST /returns/files/originals"
    case erasure = "GET /returns/files/erasure"
    case erase = "POST /returns/files/erasure"
    case file = "GET /returns/files/{file}"
    case toWithdraw = "GET /returns/files/{file}/withdrawal"
    case withdraw = "POST /returns/files/{file}/withdrawal"
    case original = "GET /returns/files/{file}/original"

    /// Who loads files, maps their values and takes them back.
    package static let loaders: Set<Role> = [.analyst]
    /// Who has case access: to whom case references are shown, as far as their scope reaches. Auditors and verifiers
    /// have it to the cases that are drawn for them, and to no file.
    package static let caseAccess: Set<Role> = [.director, .qualityLead, .teamManager]
    /// Who decides what is kept of the files, and erases a child's reference from them.
    package static let keepers: Set<Role> = [.administrator]

    package var access: Access {
        switch self {
        case .files, .file: .roles(Role.innerCircle, in: .authority)
        case .newFile, .upload, .draft, .load, .discard, .toWithdraw, .withdraw:
            .roles(FilesRoute.loaders, in: .authority)
        case .originals, .setOriginals, .erasure, .erase: .roles(FilesRoute.keepers, in: .authority)
        case .original: .roles(FilesRoute.caseAccess, in: .authority)
        }
    }
}

extension ReturnsFeature {
    func registerFiles(on site: inout SiteBuilder) {
        site.on(FilesRoute.files, files)
        site.on(FilesRoute.newFile, newFile)
        site.on(FilesRoute.upload, takes: .files, uploadReturn)
        site.on(FilesRoute.draft, draft)
        site.on(FilesRoute.load, loadDraft)
        site.on(FilesRoute.discard, discardDraft)
        site.on(FilesRoute.originals, originals)
        site.on(FilesRoute.setOriginals, setOriginals)
        site.on(FilesRoute.erasure, erasure)
        site.on(FilesRoute.erase, eraseReference)
        site.on(FilesRoute.file, file)
        site.on(FilesRoute.toWithdraw, toWithdraw)
        site.on(FilesRoute.withdraw, withdrawFile)
        site.on(FilesRoute.original, original)
    }
}

/// The way to the pages of files.
enum FilesCrumbs {
    static let section = [Link("Returns", "/returns")]
    static let files = section + [Link("Files", FilesRoute.files.link())]

    enum Place { case units, files, quality, mapping, questions }

    enum Keeping { case originals, erasure }

    /// What an administrator decides about files, and the page of the files where they may see it.
    static func keeping(_ place: Keeping) -> [Tab] {
        [
            Tab("Original files", FilesRoute.originals.link(), isCurrent: place == .originals),
            Tab("Erase a case reference", FilesRoute.erasure.link(), isCurrent: place == .erasure),
        ]
    }

    /// The section's own pages, those that the officer may open.
    static func tabs(_ place: Place, _ officer: Officer) -> [Tab] {
        var tabs = [Tab("From units", LocalRoute.home.link(), isCurrent: place == .units)]
        if officer.holds(Role.innerCircle) {
            tabs.append(Tab("Files", FilesRoute.files.link(), isCurrent: place == .files))
        }
        if officer.holds(QualityRoute.readers) {
            tabs.append(Tab("Data quality", QualityRoute.quality.link(), isCurrent: place == .quality))
        }
        if officer.holds(FilesRoute.loaders) {
            tabs.append(
                Tab("What values stand for", MappingRoute.mapping.link(), isCurrent: place == .mapping))
        }
        if officer.holds(LocalRoute.fillers) {
            tabs.append(Tab("Why?", WhyRoute.list.link(), isCurrent: place == .questions))
        }
        return tabs
    }
}
