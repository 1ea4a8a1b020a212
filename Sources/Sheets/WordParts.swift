/// The parts of a Word document beside its words: WordprocessingML as ECMA-376 part 1 has it, A4.
///
/// Measures are twentieths of a point.
struct WordParts {
    let title: String
    /// What stands at the left of every page's foot.
    let foot: String
    let isLandscape: Bool
    let body: String

    /// Between the margins.
    static func width(isLandscape: Bool) -> Int { (isLandscape ? 16838 : 11906) - 2 * 964 }

    var all: [(String, String)] {
        let (head, names) = (Self.head, Self.names)
        return [
            ("[Content_Types].xml", head + Self.contentTypes), ("_rels/.rels", head + Self.packageRelations),
            ("docProps/core.xml", head + Self.properties(title)),
            ("word/_rels/document.xml.rels", head + Self.documentRelations),
            ("word/styles.xml", head + Self.styles(isLandscape: isLandscape)),
            ("word/settings.xml", head + Self.settings),
            ("word/footer1.xml", head + Self.footer(foot)),
            (
                "word/document.xml",
                head + "<w:document \(names)><w:body>\(body)\(page)</w:body></w:document>"
            ),
        ]
    }

    private var page: String {
        let size =
            isLandscape ? #"w:w="16838" w:h="11906" w:orient="landscape""# : #"w:w="11906" w:h="16838""#
        return """
            <w:sectPr><w:footerReference w:type="default" r:id="rId3"/>\
            <w:pgSz \(size)/>\
            <w:pgMar w:top="964" w:right="964" w:bottom="964" w:left="964" w:header="567" w:footer="567" w:gutter="0"/>\
            </w:sectPr>
            """
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let opc = "http://schemas.openxmlformats.org/package/2006"
    private static let media = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private static var contentTypes: String {
        """
        <Types xmlns="\(opc)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(media).document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(media).styles+xml"/>\
        <Override PartName="/word/settings.xml" ContentType="\(media).settings+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="\(media).footer+xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """
    }

    private static var packageRelations: String {
        """
        <Relationships xmlns="\(opc)/relationships">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" Type="\(opc)/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """
    }

    private static var documentRelations: String {
        """
        <Relationships xmlns="\(opc)/relationships">\
        <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
        <Relationship Id="rId2" Type="\(office)/settings" Target="settings.xml"/>\
        <Relationship Id="rId3" Type="\(office)/footer" Target="footer1.xml"/></Relationships>
        """
    }

    private static func properties(_ title: String) -> String {
        """
        <cp:coreProperties xmlns:cp="\(opc)/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title.inXML)</dc:title>\
        <dc:creator>Plumbline</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>
        """
    }

    private static var settings: String {
        """
        <w:settings \(names)><w:themeFontLang w:val="en-GB"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat></w:settings>
        """
    }

    private static func footer(_ title: String) -> String {
        func field(_ name: String) -> String {
            "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        }
        return """
            <w:ftr \(names)><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
            <w:r><w:t xml:space="preserve">\(title.inXML)</w:t></w:r><w:r><w:tab/></w:r>\
            <w:r><w:t xml:space="preserve">Page </w:t></w:r>\(field("PAGE"))\
            <w:r><w:t xml:space="preserve"> of </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
            """
    }

    // MARK: Styles

    private static func styles(isLandscape: Bool) -> String {
        """
        <w:styles \(names)><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>\
        <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        \(paragraphStyles(isLandscape: isLandscape).joined())\
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>\
        <w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan table"/>\
        <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar>\
        <w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>\
        <w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
        """
    }

    private static func paragraphStyles(isLandscape: Bool) -> [String] {
        [
            style("Title", "Title", spacing(0, 160), strong(40)),
            style("Heading1", "heading 1", "<w:keepNext/>" + spacing(280, 120) + level(0), strong(28)),
            style("Heading2", "heading 2", "<w:keepNext/>" + spacing(200, 100) + level(1), strong(23)),
            style("Note", "Note", spacing(0, 160), strong(20)),
            style("Small", "Small", spacing(0, 60), "<w:color w:val=\"505A5F\"/><w:sz w:val=\"15\"/>"),
            style("TableText", "Table text", spacing(0, 40), plain(16)),
            style("TableStrong", "Table strong", spacing(0, 40), strong(16)),
            style("TableNumber", "Table number", spacing(0, 40) + "<w:jc w:val=\"right\"/>", plain(16)),
            style("TableHeading", "Table heading", "<w:keepNext/>" + spacing(0, 40), strong(16)),
            style(
                "Footer", "footer",
                "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(width(isLandscape: isLandscape))\"/></w:tabs>"
                    + spacing(0, 0), plain(16)),
        ]
    }

    private static func spacing(_ before: Int, _ after: Int) -> String {
        "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
    }

    private static func level(_ level: Int) -> String { "<w:outlineLvl w:val=\"\(level)\"/>" }

    /// In half points.
    private static func plain(_ size: Int) -> String { "<w:sz w:val=\"\(size)\"/>" }

    private static func strong(_ size: Int) -> String { "<w:b/>" + plain(size) }

    private static var borders: String {
        ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A9499\"/>"
        }.joined()
    }

    private static func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) -> String {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
        <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }
}
