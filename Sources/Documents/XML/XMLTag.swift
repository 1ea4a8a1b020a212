/// The elements that the readers know, by the namespace's usual prefix; every other element has no tag.
enum XMLTag: String, CaseIterable, Sendable {
    // Word's body, tables and paragraphs.
    case wDocument = "w:document", wBody = "w:body", wP = "w:p", wR = "w:r", wT = "w:t", wTbl = "w:tbl"
    case wTr = "w:tr", wTc = "w:tc", wPPr = "w:pPr", wRPr = "w:rPr", wTblPr = "w:tblPr", wTrPr = "w:trPr"
    case wTcPr = "w:tcPr", wTblGrid = "w:tblGrid", wGridCol = "w:gridCol", wSectPr = "w:sectPr"
    case wTab = "w:tab", wPTab = "w:ptab", wBr = "w:br", wCr = "w:cr", wSym = "w:sym"
    case wSoftHyphen = "w:softHyphen", wNoBreakHyphen = "w:noBreakHyphen"
    case wLastRenderedPageBreak = "w:lastRenderedPageBreak", wPageBreakBefore = "w:pageBreakBefore"
    case wSdt = "w:sdt", wSdtPr = "w:sdtPr", wSdtContent = "w:sdtContent"
    case wShowingPlcHdr = "w:showingPlcHdr", wDocPartGallery = "w:docPartGallery", wDocPartObj =
        "w:docPartObj"
    case wHyperlink = "w:hyperlink", wSmartTag = "w:smartTag", wCustomXml = "w:customXml"
    case wFldSimple = "w:fldSimple", wFldChar = "w:fldChar", wInstrText = "w:instrText"
    case wFfData = "w:ffData", wCheckBox = "w:checkBox", wDDList = "w:ddList", wListEntry = "w:listEntry"
    case wResult = "w:result", wDefault = "w:default", wChecked = "w:checked"
    case wIns = "w:ins", wDel = "w:del", wMoveFrom = "w:moveFrom", wMoveTo = "w:moveTo", wDelText =
        "w:delText"
    case wCellDel = "w:cellDel", wRuby = "w:ruby", wRubyBase = "w:rubyBase", wDir = "w:dir", wBdo = "w:bdo"
    case wFootnoteReference = "w:footnoteReference", wEndnoteReference = "w:endnoteReference"
    case wFootnote = "w:footnote", wEndnote = "w:endnote", wComment = "w:comment"
    case wDrawing = "w:drawing", wPict = "w:pict", wObject = "w:object", wTxbxContent = "w:txbxContent"
    case wAltChunk = "w:altChunk", wSubDoc = "w:subDoc"
    // Properties.
    case wPStyle = "w:pStyle", wRStyle = "w:rStyle", wOutlineLvl = "w:outlineLvl", wNumPr = "w:numPr"
    case wNumId = "w:numId", wIlvl = "w:ilvl", wB = "w:b", wI = "w:i", wU = "w:u", wStrike = "w:strike"
    case wDStrike = "w:dstrike", wColor = "w:color", wHighlight = "w:highlight", wShd = "w:shd"
    case wVanish = "w:vanish", wRFonts = "w:rFonts", wCaps = "w:caps"
    case wGridSpan = "w:gridSpan", wVMerge = "w:vMerge", wHMerge = "w:hMerge", wTblHeader = "w:tblHeader"
    case wGridBefore = "w:gridBefore", wTblCaption = "w:tblCaption"
    // Styles and numbering.
    case wStyles = "w:styles", wStyle = "w:style", wName = "w:name", wBasedOn = "w:basedOn"
    case wDocDefaults = "w:docDefaults", wRPrDefault = "w:rPrDefault"
    case wNumbering = "w:numbering", wAbstractNum = "w:abstractNum", wNum = "w:num", wLvl = "w:lvl"
    case wAbstractNumId = "w:abstractNumId", wLvlOverride = "w:lvlOverride", wStartOverride =
        "w:startOverride"
    case wStart = "w:start", wNumFmt = "w:numFmt", wLvlText = "w:lvlText", wLvlRestart = "w:lvlRestart"
    case wIsLgl = "w:isLgl", wNumStyleLink = "w:numStyleLink", wStyleLink = "w:styleLink"
    case wLvlPicBulletId = "w:lvlPicBulletId"
    // Drawings, old and new, and what stands in them.
    case mcAlternateContent = "mc:AlternateContent", mcChoice = "mc:Choice", mcFallback = "mc:Fallback"
    case wpDocPr = "wp:docPr", wpInline = "wp:inline", wpAnchor = "wp:anchor", picPic = "pic:pic"
    case cChart = "c:chart", dgmRelIds = "dgm:relIds", mT = "m:t"
    case vShape = "v:shape", vTextbox = "v:textbox", vImagedata = "v:imagedata", oOLEObject = "o:OLEObject"
    // Packages.
    case relRelationships = "rel:Relationships", relRelationship = "rel:Relationship", dcTitle = "dc:title"
    // Workbooks.
    case sWorkbook = "s:workbook", sSheets = "s:sheets", sSheet = "s:sheet", sWorkbookPr = "s:workbookPr"
    case sDefinedName = "s:definedName"
    case sSst = "s:sst", sSi = "s:si", sR = "s:r", sRPr = "s:rPr", sT = "s:t", sRPh = "s:rPh"
    case sB = "s:b", sI = "s:i", sU = "s:u", sStrike = "s:strike", sColor = "s:color", sSz = "s:sz"
    case sStyleSheet = "s:styleSheet", sNumFmts = "s:numFmts", sNumFmt = "s:numFmt", sFonts = "s:fonts"
    case sFont = "s:font", sFills = "s:fills", sFill = "s:fill", sPatternFill = "s:patternFill"
    case sFgColor = "s:fgColor", sBgColor = "s:bgColor", sCellXfs = "s:cellXfs", sXf = "s:xf"
    case sColors = "s:colors", sIndexedColors = "s:indexedColors", sRgbColor = "s:rgbColor"
    case sWorksheet = "s:worksheet", sCols = "s:cols", sCol = "s:col", sSheetData = "s:sheetData"
    case sRow = "s:row", sC = "s:c", sV = "s:v", sF = "s:f", sIs = "s:is", sMergeCell = "s:mergeCell"
    case sOleObject = "s:oleObject", sTable = "s:table", sSheetFormatPr = "s:sheetFormatPr"
    case sComment = "s:comment"
    case aClrScheme = "a:clrScheme", aSrgbClr = "a:srgbClr", aSysClr = "a:sysClr", aT = "a:t", aP = "a:p"
    case aDk1 = "a:dk1", aLt1 = "a:lt1", aDk2 = "a:dk2", aLt2 = "a:lt2", aAccent1 = "a:accent1"
    case aAccent2 = "a:accent2", aAccent3 = "a:accent3", aAccent4 = "a:accent4", aAccent5 = "a:accent5"
    case aAccent6 = "a:accent6", aHlink = "a:hlink", aFolHlink = "a:folHlink"

    static let byName = [String: XMLTag](
        allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The attributes that the readers know, by local name.
enum XMLAttribute: String, CaseIterable, Sendable {
    case val, id, type, fill, color, font, char, abstractNumId, numId, ilvl, styleId, ascii, hAnsi
    case `default`, instr, fldCharType, descr, name, alt, title, embed, format, customMarkFollows
    case progID = "ProgID", drawAspect = "DrawAspect", shapeID = "ShapeID", requires = "Requires"
    case relationshipID = "Id", target = "Target", targetMode = "TargetMode", relationshipType = "Type"
    // Workbooks; lower-case letters are the format's own names.
    case r, s, t, state, sheetId, date1904, hidden, min, max, ref, numFmtId, formatCode, fontId, fillId
    case rgb, theme, tint, indexed, patternType, lastClr, headerRowCount, progId, zeroHeight, localSheetId

    static let byName = [String: XMLAttribute](
        allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
}
