import ReturnFormats

/// Any bytes at all must give a census whose every rule runs, or an `UnusableFile`: never a trap, never a hang.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let census = try? CINReader.read(bytes) else { return 0 }
    for counting in WorkingDaysBack.allCases {
        let check = CINRules.check(census, counting: counting)
        for found in check.found {
            // What a page asks of the first hits and of the last.
            for hit in found.hits.prefix(3) + found.hits.suffix(3) { _ = check.place(of: hit) }
        }
        _ = check.results
    }
    return 0
}
