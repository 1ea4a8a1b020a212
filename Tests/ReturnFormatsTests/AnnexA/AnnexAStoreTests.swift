import Kernel
import ReturnFormats
import Testing

struct AnnexAStoreTests {
    @Test func `what is kept of a return comes back equal, list by list`() throws {
        let file = try AnnexASamples.read(AnnexASamples.layoutOf2019()).file
        let back = try AnnexAStore.decode(AnnexAStore.encode(file))
        #expect(back.children.count == file.children.count)
        for child in 0..<file.children.count { #expect(back.children[child] == file.children[child]) }
        #expect(Set(back.tables.keys) == Set(file.tables.keys))
        for (list, table) in file.tables {
            let other = try #require(back[list])
            #expect(other.rows == table.rows && other.child == table.child && other.place == table.place)
            #expect(Set(other.columns.keys) == Set(table.columns.keys))
            for field in table.columns.keys {
                #expect(other.dates(field) == table.dates(field))
                #expect(other.counts(field) == table.counts(field))
                #expect(other.texts(field)?.rows == table.texts(field)?.rows)
                #expect(other.texts(field)?.distinct == table.texts(field)?.distinct)
                #expect(other.codes(field)?.codes == table.codes(field)?.codes)
                #expect(other.codes(field)?.text.rows == table.codes(field)?.text.rows)
                #expect(other.codes(field)?.text.distinct == table.codes(field)?.text.distinct)
            }
        }
    }

    @Test func `bytes that were changed or cut are refused`() throws {
        let kept = AnnexAStore.encode(try AnnexASamples.read(AnnexASamples.layoutOf2019()).file)
        let whole = try #require(kept.lists[.care])
        for place in stride(from: 0, to: whole.count, by: 7) {
            var changed = kept
            changed.lists[.care]?[place] ^= 0x10
            #expect(throws: UnusableFile.self) { try AnnexAStore.decode(changed) }
            changed.lists[.care] = Array(whole[..<place])
            #expect(throws: UnusableFile.self) { try AnnexAStore.decode(changed) }
        }
        var swapped = kept
        swapped.lists[.need] = kept.lists[.protection]
        #expect(throws: UnusableFile.self) { try AnnexAStore.decode(swapped) }
    }
}
