import Storage

struct EvidencePart: ActionPart {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> EvidencePart {
        EvidencePart()
    }
}
