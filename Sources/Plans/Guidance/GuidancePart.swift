import Storage

struct GuidancePart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> GuidancePart {
        GuidancePart()
    }
}
