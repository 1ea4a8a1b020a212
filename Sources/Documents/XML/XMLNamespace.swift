/// The prefix under which a namespace is known here; Office's transitional and strict names are one.
enum XMLNamespace {
    static func prefix(of address: String) -> String? {
        known[address]
    }

    private static let known: [String: String] = {
        let office = "http://schemas.openxmlformats.org/"
        let strict = "http://purl.oclc.org/ooxml/"
        var known = [
            "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
            "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
            "http://purl.org/dc/elements/1.1/": "dc",
            "urn:schemas-microsoft-com:vml": "v",
            "urn:schemas-microsoft-com:office:office": "o",
            "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
        ]
        let shared = [
            "wordprocessingml": ("w", "wordprocessingml/2006/main", "wordprocessingml/main"),
            "spreadsheetml": ("s", "spreadsheetml/2006/main", "spreadsheetml/main"),
            "relationships": ("r", "officeDocument/2006/relationships", "officeDocument/relationships"),
            "drawing": ("a", "drawingml/2006/main", "drawingml/main"),
            "placed": ("wp", "drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing"),
            "picture": ("pic", "drawingml/2006/picture", "drawingml/picture"),
            "chart": ("c", "drawingml/2006/chart", "drawingml/chart"),
            "diagram": ("dgm", "drawingml/2006/diagram", "drawingml/diagram"),
            "math": ("m", "officeDocument/2006/math", "officeDocument/math"),
        ]
        for (prefix, transitional, isoStrict) in shared.values {
            known[office + transitional] = prefix
            known[strict + isoStrict] = prefix
        }
        return known
    }()
}
