import Markup
import Testing

@Suite struct EscapingTests {
    @Test func `text can close no element and open none`() {
        let markup = Markup { $0.p("</p><script>alert(\"1\") & 'x'") }
        #expect(
            markup.text
                == "<p>&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;</p>")
    }

    @Test func `an attribute cannot be left by a quotation mark`() {
        let markup = Markup { $0.span("x", .label("a\" onclick=\"b")) }
        #expect(markup.text == "<span aria-label=\"a&quot; onclick=&quot;b\">x</span>")
    }

    @Test(arguments: [
        "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "java\nscript:x",
    ])
    func `an address that would run something leads nowhere`(address: String) {
        let markup = Markup { $0.a("x", .href(address)) }
        #expect(markup.text == "<a href=\"#\">x</a>")
    }

    @Test(arguments: [
        "/plans/1?a=b:c", "#part", "https://example.org/a", "mailto:a@example.org", "?page=2", "actions/2",
    ])
    func `an ordinary address stays as it is`(address: String) {
        #expect(Markup { $0.a("x", .href(address)) }.text == "<a href=\"\(address)\">x</a>")
    }

    @Test func `a sentence escapes its text and keeps its parts`() {
        let name = "<Ashmere>"
        let sentence: Markup = "\(strong: "18 of 38") at \(name) & \(link: "see", to: "/a?b=1&c=2")"
        #expect(
            sentence.text
                == "<strong>18 of 38</strong> at &lt;Ashmere&gt; &amp; <a href=\"/a?b=1&amp;c=2\">see</a>")
    }

    @Test func `a control character becomes the replacement character`() {
        #expect(Markup("a\u{0}b\u{1B}c\td").text == "a\u{FFFD}b\u{FFFD}c\td")
    }
}

@Suite struct SentenceTests {
    @Test func `markup inside a sentence stays markup, whatever the sentence is given to`() {
        let words: Markup = "a \(strong: "b")"
        let page = Markup { m in
            m.p("“\(words)”")
            m.add("(\(words))")
            m.li("\(words) & c")
        }
        #expect(
            page.text
                == "<p>“a <strong>b</strong>”</p>(a <strong>b</strong>)<li>a <strong>b</strong> &amp; c</li>")
    }
}

@Suite struct LongTextTests {
    /// Whatever the place of the character among the eight that are looked at together.
    @Test(arguments: 0..<40)
    func `a character that means something is found wherever it stands`(place: Int) {
        let before = String(repeating: "é", count: place / 2) + String(repeating: "a", count: place % 2)
        #expect(Markup("\(before)<é>\(before)").text == "\(before)&lt;é&gt;\(before)")
    }

    @Test func `line ends and tabs in a long text stay as they are`() {
        let text = "The first line of a long text\nand the second\tline of it\r\nand the third"
        #expect(Markup { $0.add(text) }.text == text)
    }
}
