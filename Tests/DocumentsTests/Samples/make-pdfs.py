"""Makes the PDFs of an invented plan: one from LibreOffice (untagged, ruled lines), one from Chromium (tagged).

Needs python-docx, libreoffice and chromium. Run in this folder: python3 make-pdfs.py
"""

import pathlib
import subprocess
import tempfile

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HERE = pathlib.Path(__file__).parent
HEADER = ["Area for development", "What we will do", "Lead", "By when", "How we will know"]
AREAS = [
    ("1.1 Decisions about referrals take longer than one working day in the west team, and the reasons for them "
     "are not written down.",
     ["a) Train all team managers in recording their decisions and check each month that they do.",
      "b) Report late decisions to the board every week."],
     ["Jo Marsh", "Lee Ford"], ["October 2026", "End Nov"],
     ["All decisions within one working day", "Fewer than 5% of audits find no reason"]),
    ("1.2 Plans for children in need drift.", ["Review every plan older than nine months."], ["Jo Marsh"],
     ["January 2027 onwards"], [""]),
    ("1.3 Chronologies are missing from one file in three.",
     ["a) Write guidance on chronologies, with two worked examples that the practice group has agreed, and put "
      "it where every social worker will find it.", "b) Audit 20 files each month."],
     ["Ann Pell", "Sam Birch"], ["Dec 2026", "monthly"], ["Nine files in ten have an up to date chronology"]),
    ("1.4 Supervision is not regular.", ["Supervise every four weeks."], ["Team managers"], ["In place"],
     ["Records show it"]),
] * 2


def docx_plan(path):
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = "Ashmere County Council: official"
    footer = section.footer.paragraphs[0].add_run("Page ")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            field = OxmlElement("w:fldChar")
            field.set(qn("w:fldCharType"), kind)
        else:
            field = OxmlElement("w:instrText")
            field.text = text
        footer._r.append(field)
    document.add_heading("Improvement plan for help and protection", 1)
    document.add_paragraph(
        "The service was inspected in May 2026. This plan answers the six findings of the report and says who will "
        "do what, by when, and how anybody will know that it has worked.")
    document.add_paragraph("The board meets every month.", style="List Bullet")
    table = document.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, HEADER):
        cell.text = words
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for area, actions, leads, dates, criteria in AREAS:
        rows = [table.add_row().cells for _ in actions]
        for row, action, lead, date in zip(rows, actions, leads, dates):
            row[1].text, row[2].text, row[3].text = action, lead, date
        first = rows[0][0].merge(rows[-1][0])
        first.text = area
        last = rows[0][4].merge(rows[-1][4])
        last.text = criteria[0]
        for more in criteria[1:]:
            last.add_paragraph(more)
    band = table.add_row().cells
    band[0].merge(band[4]).text = "Standard 2: Children in care"
    document.add_paragraph("Signed by the director.")
    document.save(path)


def html_plan():
    rows = []
    for area, actions, leads, dates, criteria in AREAS:
        for index, (action, lead, date) in enumerate(zip(actions, leads, dates)):
            span = f'<td rowspan="{len(actions)}">'
            know = "".join(f"<p>{one}</p>" for one in criteria)
            rows.append(
                "<tr>" + (f"{span}{area}</td>" if index == 0 else "")
                + f"<td>{action}</td><td>{lead}</td><td>{date}</td>"
                + (f"{span}{know}</td>" if index == 0 else "") + "</tr>")
    head = "".join(f"<th>{word}</th>" for word in HEADER)
    return f"""<!DOCTYPE html><html lang="en"><head><title>Improvement plan</title>
<style>@page {{ size: A4 landscape; margin: 15mm }} td, th {{ padding: 4px; vertical-align: top; text-align: left }}
</style></head><body><h1>Improvement plan for help and protection</h1>
<p>The service was inspected in May 2026.</p><h2>Actions</h2>
<table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>
<ul><li>The board meets every month.</li></ul></body></html>"""


with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "ruled-plan.docx")
    docx_plan(source)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(source)], check=True)
    page = pathlib.Path(folder, "tagged.html")
    page.write_text(html_plan())
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--print-to-pdf={HERE / 'tagged-plan.pdf'}", str(page)], check=True)
