import ReturnFormats

enum AnnexAStore {
    struct Kept {
        var lists: [AnnexAList: [UInt8]]
        var children: [UInt8]
    }
    static func encode(_ file: AnnexA) -> Kept { Kept(lists: [:], children: []) }
    static func decode(_ kept: Kept) throws(UnusableFile) -> AnnexA { throw UnusableFile("It is damaged.") }
}
