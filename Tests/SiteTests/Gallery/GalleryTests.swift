import Foundation
import Kernel
import Markup
import Testing

@testable import Site

/// Pages that show every component with invented content, as the pictures of the visual direction have them.
///
/// `PLUMBLINE_GALLERY=/some/folder swift test --filter Gallery` writes them there, to be looked at in a browser.
@Suite struct GalleryTests {
    static let pages: [(name: String, page: Page)] = [
        ("components", Gallery.components), ("plan", Gallery.plan), ("overview", Gallery.overview),
        ("timeline", Gallery.timeline), ("action", Gallery.action), ("checks", Gallery.checks),
        ("review", Gallery.review),
    ]

    @Test func `every component stands on a page that needs no style of its own`() throws {
        for (name, page) in GalleryTests.pages {
            let text = Gallery.html(page).text
            #expect(!text.contains(" style="), "\(name)")
            #expect(!text.contains("onclick"), "\(name)")
            try write(text, name)
        }
    }

    private func write(_ text: String, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["PLUMBLINE_GALLERY"] else { return }
        let root = URL(filePath: folder)
        try FileManager.default.createDirectory(
            at: root.appending(path: "assets"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: root.appending(path: "\(name).html"))
        for asset in [Assets.stylesheet, Assets.icon, Assets.script] {
            try Data(asset.bytes).write(to: root.appending(path: String(asset.path.dropFirst())))
        }
    }
}
