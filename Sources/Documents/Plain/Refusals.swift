/// What every reader may have to say of a file.
extension Unreadable {
    static let emptyFile = Unreadable(.empty, "The file is empty: choose the file that holds the plan.")

    static let notText = Unreadable(
        .notWhatItsNameSays,
        "The file is not text, whatever its name says: open it in the program that made it, and save it as "
            + "a Word document, a workbook or plain text.")

    static func tooLarge(_ limits: ReadingLimits) -> Unreadable {
        Unreadable(
            .tooLarge,
            "The file is larger than \(limits.fileBytes >> 20) MB, which is more than Plumbline reads: save the "
                + "pages that hold the plan as a file of their own.")
    }

    static func tooManyCells(_ limits: ReadingLimits) -> Unreadable {
        Unreadable(
            .tooLarge,
            "The file's tables hold more than \(limits.cells) cells, which is more than a plan has: save the "
                + "part that holds the plan as a file of its own.")
    }

    static func tooSlow(_ limits: ReadingLimits) -> Unreadable {
        Unreadable(
            .tooSlow,
            "Reading the file took longer than \(Int(limits.seconds)) seconds: save the pages that hold the "
                + "plan as a file of their own.")
    }

    static func tooManyLines(_ limits: ReadingLimits) -> Unreadable {
        Unreadable(
            .tooLarge,
            "The file has more than \(limits.cells) lines, which is more than a plan has: save the part that holds "
                + "the plan as a file of its own.")
    }

    static func tooDeep(_ limits: ReadingLimits) -> Unreadable {
        Unreadable(
            .tooLarge,
            "The file's tables or lists stand inside one another more than \(limits.depth) deep, which no plan "
                + "needs: copy the plan's own table into a new document, and save that.")
    }
}
