import SiteTesting

extension Visitor {
    /// Comes in as one of the example's people.
    mutating func comeIn(as name: String) async {
        await get("/sign-in")
        let person = text.split(separator: "name=\"account\" value=\"").dropFirst().first {
            $0.contains(name.replacing("'", with: "&#39;"))
        }
        await post("/sign-in/example", [("account", String(person?.prefix { $0 != "\"" } ?? ""))])
    }
}
