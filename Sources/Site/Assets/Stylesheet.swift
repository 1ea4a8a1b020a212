/// The one stylesheet.
enum Stylesheet {
    static let text = "body{font-family:sans-serif}"
}
