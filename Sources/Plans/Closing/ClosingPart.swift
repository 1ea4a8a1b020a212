import Storage

struct ClosingPart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> ClosingPart {
        ClosingPart()
    }
}
