#!/usr/bin/env python3
"""Makes the sample documents beside this file with python-docx 1.2.0 and openpyxl 3.1.5.

All names and plans are invented. Run it again only to change a sample; the files are kept in the repository,
because the tests must not need Python.
"""

import datetime
import pathlib

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table

HERE = pathlib.Path(__file__).parent
MOMENT = datetime.datetime(2026, 3, 2, 9, 0, 0)


def word_plan():
    document = docx.Document()
    document.core_properties.title = "Improvement plan for children’s services"
    document.core_properties.created = document.core_properties.modified = MOMENT
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Ashmere County Council", 0)
    document.add_heading("Our promises", 1)
    document.add_paragraph("What we will do first:")
    for text in ["Visit every child in time", "Write plans that families understand", "Ask children what changed"]:
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Keep asking", style="List Bullet")
    document.add_heading("Area 1: Help and protection", 2)
    table = document.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ["Outcome", "Action", "Lead", "By when", "Success criteria"]):
        cell.paragraphs[0].add_run(text).bold = True
    rows = [
        ("Children are seen", "1.1 Set a visiting standard", "Ines Calder", "31 May 2026", "95% of visits in time"),
        ("", "1.2 Report visits each week", "Tom Okafor", "June 2026", "Report on time for 12 weeks"),
        ("Plans are clear", "1.3 Train all teams", "Principal Social Worker", "Ongoing", "80 workers trained"),
    ]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    last = table.add_row().cells
    last[0].merge(last[4]).text = "Reviewed by the board every four weeks"
    document.save(HERE / "ashmere-plan.docx")


def workbook_plan():
    book = openpyxl.Workbook()
    book.properties.title = "Wendle Borough improvement plan"
    book.properties.created = book.properties.modified = MOMENT
    sheet = book.active
    sheet.title = "Plan"
    sheet["B2"] = "Wendle Borough Council: improvement plan"
    sheet["B2"].font = Font(bold=True, size=16)
    sheet["B3"] = "Agreed by the board"
    sheet["D3"] = None
    header = ["Ref", "Area", "Action", "Lead", "Start", "By when", "Progress", "RAG", "Cost"]
    for column, text in enumerate(header, start=2):
        sheet.cell(5, column, text).font = Font(bold=True)
        sheet.cell(5, column).fill = PatternFill("solid", fgColor="FFD9E1F2")
    rows = [
        ("1.1", "Leadership", "Appoint a lead member", "Chief Executive", (2026, 1, 5), (2026, 3, 31), 0.2, "92D050", 12500),
        ("1.2", None, "Publish the board’s minutes", "Ravi Holt", (2026, 2, 1), (2026, 4, 30), 0.455, "FFC000", 0),
        ("2.1", "Front door", "Audit 20 contacts\nReport to the board", "Mina Vale", (2026, 2, 28), (2026, 12, 1), 1, "FF0000", 999.5),
    ]
    for number, row in enumerate(rows, start=6):
        ref, area, action, lead, start, due, progress, colour, cost = row
        for column, value in enumerate([ref, area, action, lead], start=2):
            sheet.cell(number, column, value)
        sheet.cell(number, 6, datetime.date(*start)).number_format = "dd/mm/yyyy"
        sheet.cell(number, 7, datetime.date(*due)).number_format = "mmm-yy"
        sheet.cell(number, 8, progress).number_format = "0%"
        sheet.cell(number, 9).fill = PatternFill("solid", fgColor="FF" + colour)
        sheet.cell(number, 10, cost).number_format = '"£"#,##0.00'
    sheet.merge_cells("C6:C7")
    sheet.cell(11, 2, "Key")
    sheet.cell(11, 3, "Red: late")
    sheet.row_dimensions[12].hidden = True
    sheet.cell(12, 2, "Not for print")
    sheet.column_dimensions["L"].hidden = True
    sheet.cell(6, 12, "private note")

    risks = book.create_sheet("Risks")
    risks.append(["Risk", "Likelihood", "Answer"])
    risks.append(["Staff leave", 3, CellRichText("Pay ", TextBlock(InlineFont(b=True), "retention"), " for 12 months")])
    risks.append(["Money runs out", 2, True])
    risks.add_table(Table(displayName="Risks", ref="A1:C3"))
    draft = book.create_sheet("Draft")
    draft["A1"] = "Old wording"
    draft.sheet_state = "hidden"
    book.save(HERE / "wendle-plan.xlsx")


if __name__ == "__main__":
    word_plan()
    workbook_plan()
