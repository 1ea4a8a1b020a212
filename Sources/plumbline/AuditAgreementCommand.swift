import ArgumentParser
import Audits
import Kernel
import ReturnFormats
import Statistics

/// `plumbline audit agreement FILE`: how far self grades and a verifier's agree, and which way they differ.
struct AuditAgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Print how far self grades and a verifier's agree, and which way they differ.",
        discussion: """
            Reads a CSV file with the columns case, self and verifier. A row without one of the grades is left out and \
            counted. \(Agreement.bandsHelp)
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The grades of each case.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            "The scale: ofsted (1 is best), five (5 is best), met, or its grades with commas, best first.",
            valueName: "ofsted|five|met|A,B,C"))
    var scale = "ofsted"

    @Option(
        help: ArgumentHelp(
            "The lowest grade that is good or better, where the scale does not say.", valueName: "grade"))
    var good: String?

    @Option(help: "How to print the figures.")
    var format = Format.text

    func validate() throws {
        guard let written = Self.written(scale) else {
            throw ValidationError(
                "--scale takes ofsted, five, met, or two or more different grades with commas, best first.")
        }
        if let good, written.place(of: good) == nil {
            throw ValidationError("--good takes a grade of the scale: \(written.words).")
        }
    }

    private static let mostListed = 20

    /// A scale that comes with Plumbline, by its key, or grades listed best first.
    private static func written(_ text: String) -> WrittenScale? {
        guard let scale = Scale.shipped.first(where: { $0.key == text.lowercased() }) else {
            return WrittenScale(listing: text)
        }
        return WrittenScale(
            scale.grades.map { WrittenScale.Grade(code: $0.code, words: $0.words, isGood: $0.isGood) })
    }

    func run() throws {
        guard let scale = Self.written(scale) else { throw ExitCode.validationFailure }
        let bytes = try InputDocument.bytes(file)
        let grades: GradePairsFile
        do throws(UnusableFile) {
            grades = try GradePairsFile.read(bytes, scale: scale)
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(file). \(error.sentence)", status: 65)
        }
        guard grades.unknown.isEmpty else {
            throw CommandOutput.fail(refusal(grades.unknown, scale), status: 65)
        }
        let pairs = grades.pairs.map { ($0.own, $0.verified) }
        guard let agreement = Agreement(pairs: pairs, scaleLength: scale.grades.count) else {
            throw CommandOutput.fail("Plumbline cannot reckon with the grades of \(file).", status: 70)
        }
        let outline = AgreementOutline(
            agreement: agreement, scale: scale, file: grades,
            good: good.flatMap { scale.place(of: $0) }.map { $0 + 1 } ?? scale.good)
        switch format {
        case .json: CommandOutput.write(outline.json.text(pretty: true) + "\n")
        case .text: CommandOutput.write(outline.text)
        }
    }

    /// A line for each grade that is none of the scale, up to twenty.
    private func refusal(_ unknown: [GradePairsFile.Unknown], _ scale: WrittenScale) -> String {
        var lines = [
            "Plumbline cannot use \(file). \(counted(unknown.count, "grade")) in it "
                + "\(unknown.count == 1 ? "is" : "are") none of the scale \(scale.words): correct "
                + "\(unknown.count == 1 ? "it" : "them"), or give the scale with --scale."
        ]
        lines += unknown.prefix(Self.mostListed).map {
            "Line \($0.line), \($0.column): “\($0.text.prefix(40))”"
        }
        if unknown.count > Self.mostListed { lines.append("and \(unknown.count - Self.mostListed) more") }
        return lines.joined(separator: "\n")
    }
}
