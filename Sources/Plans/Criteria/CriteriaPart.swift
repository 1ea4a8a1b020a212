import Storage

struct CriteriaPart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> CriteriaPart {
        CriteriaPart()
    }
}
