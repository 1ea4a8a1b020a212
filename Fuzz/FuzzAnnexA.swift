import Documents
import ReturnFormats

/// Any bytes at all must give a return or an `UnusableFile`: never a trap, never a hang. As a workbook's parts, an
/// archive, or a CSV file; what is read must be kept and come back.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file = bytes.contains(0x1E) ? OfficeParts.workbook(bytes) : bytes
    if let reading = try? AnnexAReader.read([ReturnSource(name: "List 1.csv", bytes: file)]) {
        guard let back = try? AnnexAStore.decode(AnnexAStore.encode(reading.file)) else {
            fatalError("What was read was not kept")
        }
        precondition(back.children.count == reading.file.children.count)
    }
    _ = try? CSVColumns.read(bytes)
    return 0
}
