"""Puts the tests' samples where the fuzzers begin: make_seeds.py SAMPLES SEEDS

Archives are also laid open into their parts, and PDFs into what poppler prints of them, as the targets take them.
"""

import pathlib
import subprocess
import sys
import zipfile

samples, seeds = map(pathlib.Path, sys.argv[1:3])
KINDS = {"Text": ".txt", "Markdown": ".md", "HTML": ".html", "CSV": ".csv", "Word": ".docx", "Workbook": ".xlsx"}
PARTS = {
    "Word": ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"],
    "Workbook": ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"],
}
WRITTEN = {
    "Text": "Area\tAction\tBy\n1.1 Files\t<p>a) Audit</p> <ul><li>b) Train</li></ul>\tMay\n\n\tand more\t\n"
            "| **A** | B |\n|---|---|\n| x \\| y | z<br/>w &amp; v |\n\n# Head\n- 1.1 item\n  (a) deep\n\f2. Next\n",
    "Markdown": "Plan\n====\n\n> quote [link](http://a/b) ![p](x.png)\n\n1. one\n   * two **bold _it_**\n\n"
                "<table><tr><td rowspan=2>a</td></tr></table>\n",
    "HTML": "<!DOCTYPE html><html><head><title>t</title><style>.a{background:#f00;font-weight:700}</style></head><body>"
            "<h1>P</h1><ol type=i start=3><li value=9>x</ol><table><caption>c</caption><thead><tr><th rowspan=2 "
            "colspan=0>A<th>B</thead><tr><td class=a bgcolor=red>&pound;&#163;<br><del>x</del><table><tr><td>n</table>"
            "</table><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.</span>w</p>",
    "CSV": "sep=;\nPlan;;\nArea;Action;By\n\"1;2\";\"a \"\"b\"\"\nc\";\n'x';,|\t\n",
}
# A census of every element and of every year's rules: what the fuzzer puts together from.
CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{year}-03-31
</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header><Children><Child><ChildIdentifiers><LAchildID>A1
</LAchildID><UPN>H801200001001</UPN><FormerUPN/><UPNunknown>UN7</UPNunknown><PersonBirthDate>2015-03-27</PersonBirthDate>
<ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate><GenderCurrent>1</GenderCurrent><Sex>F</Sex><PersonDeathDate>
2025-07-01</PersonDeathDate></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>MOB
</Disability><Disability>VIS</Disability></Disabilities></ChildCharacteristics>{episode}{episode}</Child></Children></Message>"""
EPISODE = """<CINdetails><CINreferralDate>2025-06-02</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1
</PrimaryNeedCode><CINclosureDate>2025-12-01</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure><DateOfInitialCPC>2025-06-20
</DateOfInitialCPC><Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate><AssessmentAuthorisationDate>
2025-07-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>21</AssessmentFactors><AssessmentFactors>
18A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments><CINPlanDates><CINPlanStartDate>2025-08-01</CINPlanStartDate>
<CINPlanEndDate>2025-08-30</CINPlanEndDate></CINPlanDates><Section47><S47ActualStartDate>2025-06-04</S47ActualStartDate>
<InitialCPCtarget>2025-06-25</InitialCPCtarget><DateOfInitialCPC>2025-06-20</DateOfInitialCPC><ICPCnotRequired>FALSE
</ICPCnotRequired></Section47><ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-06-20</CPPstartDate><CPPendDate/>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>-1
</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-18</CPPreviewDate></Reviews><Reviews/></ChildProtectionPlans>
<PreProceedingsandFGDM><PPStartDate>2026-01-09</PPStartDate><LBPSentDate>2026-01-20</LBPSentDate><FGDMMeetingOffer>1
</FGDMMeetingOffer><PPOutcome>D</PPOutcome></PreProceedingsandFGDM></CINdetails>"""
(seeds / "CIN").mkdir(parents=True, exist_ok=True)
for year in ["2018", "2024", "2026", "2027", "9999", ""]:
    (seeds / "CIN" / f"census-{year}").write_text(CENSUS.format(year=year, episode=EPISODE))
# Annex A as CSV, and as the parts of a workbook: its own, a sheet, texts that cells share, styles.
ANNEX = {
    "contacts": "sep=;\n\"Child Unique ID\";Date of Contact;\"Contact \"\"Source\"\"\";Age\r\n0012;01/02/2026;q) 6: Police;8.88\r\n"
                ";2026-02-03T00:00;\"x\ny\";-1\r\n;;;\r\nTotal 2\r\n7.0;42029;1st March 26;nan\r\n",
    "leavers": "Child Unique ID,UASC,LA In Touch,Latest Date of Contact,Activity Status\n1,a) Yes,No,31/12/99,F2\n",
}
SHEET = """<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Date of Contact</t></is></c>
<c t="str"><v>Contact Source</v></c></row><row r="3"><c r="A3"><v>1.2E3</v></c><c r="B3" s="1"><v>44090.5</v></c><c r="C3" t="e">
<f>A1&amp;B1</f><v>#N/A</v></c></row><row><c t="b"><v>1</v></c><c s="1"/><c t="d"><v>2026-01-01</v></c></row></sheetData></worksheet>"""
BOOK = """<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="List 1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
TEXTS = "<sst><si><t>Child Unique ID</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh><r><t>&#x41;</t></r></si></sst>"
STYLES = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/>
</cellXfs></styleSheet>"""
annex = seeds / "AnnexA"
annex.mkdir(parents=True, exist_ok=True)
for name, text in ANNEX.items():
    (annex / name).write_text(text)
    (annex / f"{name}-utf16").write_text(text, encoding="utf-16")
(annex / "book").write_text("\x1e".join([BOOK, SHEET, TEXTS, STYLES]))
for sample in (samples.parent.parent / "ReturnFormatsTests" / "Samples").glob("*.xlsx"):
    (annex / sample.name).write_bytes(sample.read_bytes())
for kind in [*KINDS, "PDF"]:
    folder = seeds / kind
    folder.mkdir(parents=True, exist_ok=True)
    if kind in WRITTEN:
        (folder / "written").write_text(WRITTEN[kind])
        (folder / "written-utf16").write_text(WRITTEN[kind], encoding="utf-16")
    for sample in samples.glob(f"*{KINDS.get(kind, '.pdf')}"):
        if kind == "PDF":
            runs = [["pdftotext", "-bbox-layout", sample, "-"], ["pdftocairo", "-svg", "-l", "1", sample, "-"],
                    ["pdfinfo", "-struct-text", sample]]
            printed = [subprocess.run(run, capture_output=True).stdout for run in runs]
            # Glyphs tell the reader nothing, and would be most of the seed.
            start, end = printed[1].find(b"<defs>"), printed[1].rfind(b"</defs>")
            if start >= 0:
                printed[1] = printed[1][:start] + printed[1][end + 7:]
            (folder / sample.name).write_bytes(b"\x1e".join(printed))
            continue
        (folder / sample.name).write_bytes(sample.read_bytes())
        if kind in PARTS:
            with zipfile.ZipFile(sample) as archive:
                names = archive.namelist()
                parts = [archive.read(name) if name in names else b"" for name in PARTS[kind]]
            (folder / f"{sample.name}.parts").write_bytes(b"\x1e".join(parts))
