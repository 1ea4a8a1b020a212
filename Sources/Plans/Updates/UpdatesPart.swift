import Storage

struct UpdatesPart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> UpdatesPart {
        UpdatesPart()
    }
}
