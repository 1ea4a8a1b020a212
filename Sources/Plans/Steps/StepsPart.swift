import Storage

struct StepsPart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> StepsPart {
        StepsPart()
    }
}
