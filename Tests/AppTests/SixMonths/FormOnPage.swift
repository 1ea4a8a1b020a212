import Kernel
import SiteTesting
import Testing

/// A form as it stands on a page, read the way a browser does before it is sent.
struct FormOnPage {
    var address: String
    var fields: [(String, String)] = []
    var isMultipart: Bool

    /// The first POST form of the page whose address contains those words.
    init?(_ page: String, to address: String) {
        let forms = page.components(between: "<form", and: "</form>")
        guard
            let form = forms.first(where: { form in
                let head = form.prefix { $0 != ">" }
                return head.contains("method=\"post\"")
                    && (String(head).attribute("action") ?? "").contains(address)
            })
        else { return nil }
        let head = String(form.prefix { $0 != ">" })
        self.address = head.attribute("action") ?? ""
        isMultipart = head.contains("multipart/form-data")
        for tag in form.components(between: "<input", and: ">") {
            guard let name = tag.attribute("name"), name != "form-key" else { continue }
            let type = tag.attribute("type") ?? "text"
            if type == "file" { continue }
            if type == "radio" || type == "checkbox", !tag.contains(" checked") { continue }
            fields.append((name, tag.attribute("value") ?? ""))
        }
        for area in form.components(between: "<textarea", and: "</textarea>") {
            guard let name = area.attribute("name"), let start = area.firstIndex(of: ">") else { continue }
            fields.append((name, String(area[area.index(after: start)...]).unescaped))
        }
        for select in form.components(between: "<select", and: "</select>") {
            guard let name = select.attribute("name") else { continue }
            let options = select.components(between: "<option", and: ">")
            let chosen = options.first { $0.contains(" selected") } ?? options.first
            fields.append((name, chosen?.attribute("value") ?? ""))
        }
    }

    /// Types over what stands there.
    func filled(_ typed: [(String, String)]) -> [(String, String)] {
        let names = Set(typed.map(\.0))
        return fields.filter { !names.contains($0.0) } + typed
    }
}

extension Visitor {
    /// Opens the page, fills its form and sends it. The answer's status and text are then the visitor's.
    mutating func fill(
        _ page: String, form address: String? = nil, _ typed: [(String, String)] = []
    ) async {
        await get(page)
        guard status == 200 else { return }
        let path = String(page.prefix { $0 != "?" })
        guard let form = FormOnPage(text, to: address ?? path) else {
            Issue.record("no form to \(address ?? path) on \(page)")
            return
        }
        if form.isMultipart {
            await upload([], named: "", to: form.address, form.filled(typed))
        } else {
            await post(form.address, form.filled(typed))
        }
    }
}

extension String {
    func components(between start: String, and end: String) -> [String] {
        split(separator: start).dropFirst().compactMap { part in
            part.firstRange(of: end).map { String(part[..<$0.lowerBound]) }
        }
    }

    func attribute(_ name: String) -> String? {
        guard let start = firstRange(of: " \(name)=\"")?.upperBound else { return nil }
        return String(self[start...].prefix { $0 != "\"" }).unescaped
    }

    var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
