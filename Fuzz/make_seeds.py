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
