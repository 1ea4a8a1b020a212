extension Stylesheet {
    static let charts = ""
}
