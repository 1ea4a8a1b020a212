@testable import Documents

/// What poppler prints of a page, whole or broken: the words, the lines drawn, and the tags, split by 0x1E.
///
/// Poppler itself is another program, in a process of its own; only what reads its output is tried here.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false).map { Array($0) }
    try? read(layout: parts[0], svg: parts.count > 1 ? parts[1] : [], tree: parts.count > 2 ? parts[2] : [])
    return 0
}

private func read(layout: [UInt8], svg: [UInt8], tree: [UInt8]) throws {
    let limits = ReadingLimits.standard
    let deadline = Deadline(limits)
    var pages = try PDFPage.pages(layout, until: deadline)
    let drawings = try PDFDrawing.pages(svg, until: deadline)
    for (index, drawing) in drawings.enumerated() where index < pages.count { pages[index].drawing = drawing }
    var reading = PDFReading(pages, limits: limits, deadline: deadline)
    try reading.run()
    var tagged = HTMLReading(PDFTags(pages).html(tree), limits: limits)
    try tagged.run()
    _ = PDFPages(pages).placed(tagged.blocks)
}
