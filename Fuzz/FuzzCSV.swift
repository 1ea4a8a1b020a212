import Documents

/// Any bytes at all must give a document or an `Unreadable`: never a trap, never a hang.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? CSVReader.read(bytes, limits: .standard)
    return 0
}
