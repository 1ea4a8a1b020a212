import Glibc
import Kernel
import Programs

/// Prints a web page of ours as PDF with Chromium, a process of its own without network.
///
/// `docs/decisions/list-exports.md` says what holds it and why.
package enum PDFPrinter {
    /// Why there is no PDF, in words for the page.
    package enum Refused: String, Refusal, CaseIterable {
        case missing =
            "PDF files are made with the program chromium, which is not installed: install the package chromium, or take the list away as a web page and print that"
        case notStarted = "The program that makes PDF files could not be started. Try again in a minute"
        case slow =
            "The PDF took longer than a minute. Filter the list, or take it away as a web page or for Excel"
        case busy = "Too many PDF files are being made at once. Try again in a minute"
    }

    private static let programs = ["chromium", "chromium-browser"]
    private static let seconds = 60
    private static let mostBytes = 128 << 20
    private static let gate = PDFGate()

    /// The page as a tagged PDF, laid out by the page's own print styles.
    package static func pdf(_ page: [UInt8]) async throws -> [UInt8] {
        guard await gate.enter() else { throw Refused.busy }
        do {
            let bytes = try await Blocking.run { () throws(Refused) in try printed(page) }
            await gate.leave()
            return bytes
        } catch {
            await gate.leave()
            throw error
        }
    }

    private static func printed(_ page: [UInt8]) throws(Refused) -> [UInt8] {
        guard let folder = PrivateFolder(holding: page, named: "page.html") else { throw .notStarted }
        defer { folder.remove() }
        var failure = Refused.missing
        for name in programs {
            do throws(OutsideProgram.Failure) {
                _ = try OutsideProgram(name: name, package: "chromium").run(
                    arguments(folder), in: folder.path,
                    limits: OutsideProgram.Limits(
                        until: .now + .seconds(seconds), seconds: seconds, memory: .data(megabytes: 1024),
                        outputBytes: 1 << 20))
                if let bytes = folder.contents(of: "page.pdf", limit: mostBytes),
                    bytes.starts(with: "%PDF-".utf8)
                {
                    return bytes
                }
                failure = .notStarted
            } catch {
                switch error {
                case .missing: continue
                case .late: throw .slow
                case .notStarted, .tooLong: throw .notStarted
                }
            }
        }
        throw failure
    }

    private static func arguments(_ folder: PrivateFolder) -> [String] {
        var arguments = [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-pings",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-default-apps", "--disable-sync", "--disable-breakpad", "--js-flags=--jitless",
            // No name resolves, and what would go out goes to a port where nobody listens.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
            "--print-to-pdf=\(folder.path)/page.pdf", "file://\(folder.file)",
        ]
        // Chromium will not start as root with its sandbox; nobody but a container's root meets this.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
        return arguments
    }
}

/// Two at a time: each may use as much memory as the rest of Plumbline.
private actor PDFGate {
    private var inside = 0

    func enter() -> Bool {
        guard inside < 2 else { return false }
        inside += 1
        return true
    }

    func leave() { inside -= 1 }
}
