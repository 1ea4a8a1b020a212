/// A cell that names a worker, as it is compared with others and with what stands for nobody.
package enum WorkerCell {
    /// Lower case, one space between words and none around.
    package static func fold(_ written: String) -> String {
        written.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
