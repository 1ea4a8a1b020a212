/// The one stylesheet: tokens first, then what they are used for, print last.
enum Stylesheet {
    static let text = [
        tokens, base, frame, words, records, lists, tree, month, forms, sources, charts, audits, narrow,
        print,
    ]
    .joined(separator: "\n")
}
