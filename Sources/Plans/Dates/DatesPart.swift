import Storage

struct DatesPart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> DatesPart {
        DatesPart()
    }
}
