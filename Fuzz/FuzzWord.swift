import Documents

/// Any bytes at all must give a document or an `Unreadable`: never a trap, never a hang.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? DocumentReader.read(OfficeParts.word(bytes), named: "plan.docx")
    return 0
}
