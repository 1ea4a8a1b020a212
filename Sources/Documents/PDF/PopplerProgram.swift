import Programs

/// One of poppler's programs, with its failures in the reader's words.
struct PopplerProgram {
    private let program: OutsideProgram

    init(_ name: String) { program = OutsideProgram(name: name, package: "poppler-utils") }

    /// Runs it to its end, within 512 MB and the time that reading may take.
    func run(
        _ arguments: [String], in folder: String, until deadline: Deadline, limits: ReadingLimits,
        withErrors: Bool = false
    ) throws(Unreadable) -> OutsideProgram.Outcome {
        do throws(OutsideProgram.Failure) {
            return try program.run(
                arguments, in: folder,
                limits: OutsideProgram.Limits(
                    until: deadline.end, seconds: Int(limits.seconds) + 1,
                    memory: .addresses(megabytes: 512), outputBytes: limits.expandedBytes),
                withErrors: withErrors)
        } catch {
            switch error {
            case .missing:
                throw Unreadable(
                    .programMissing,
                    "Reading this kind of file needs the program \(program.name), which is not installed: install "
                        + "the package \(program.package), or save the plan as a Word document.")
            case .notStarted:
                throw Unreadable(
                    .programMissing,
                    "The program \(program.name) could not be started: try again when the machine is less busy."
                )
            case .late: throw .tooSlow(limits)
            case .tooLong: throw .tooLarge(limits)
            }
        }
    }
}
