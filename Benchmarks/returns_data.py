"""Writes the files of child-level data that readers are measured with: invented, seeded, the same on every machine.

    returns_data.py FOLDER      an Annex A workbook of 60,150 rows and a CSV file of 1,000,000 rows
"""
import datetime
import os
import random
import sys

import xlsxwriter

SEED = 20261121
ROWS = {1: 24000, 2: 8000, 3: 12000, 4: 7000, 5: 2500, 6: 4500, 7: 800, 8: 900, 9: 300, 10: 90, 11: 60}
HERE = os.path.dirname(os.path.abspath(__file__))

GENDER = ["a) Male", "b) Female", "c) Not stated/recorded"]
ETHNICITY = [f"{letter}) {code}" for letter, code in zip(
    "abcdefghijklmnopqrs",
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU".split())]
TEAMS = [f"{place} Team {number}" for place in ("Ashmere", "Northbrook", "Westhaven", "Millfield") for number in range(1, 11)]
WORKERS = [f"Worker {number:03d}" for number in range(400)]
FIRST = datetime.date(2026, 5, 1)
EXCEL = datetime.date(1899, 12, 30)


def layout():
    """For each list its headers of 2019 as the template has them, with their kinds and codes."""
    lists = {}
    with open(os.path.join(HERE, "annex_a_columns.tsv"), encoding="utf-8") as file:
        for line in file:
            number, header, kind, codes = line.rstrip("\n").split("\t")
            lists.setdefault(int(number), []).append((header, kind, codes.split("|")))
    return lists


def value(random, header, kind, codes):
    if header == "Child Unique ID" or "identifier" in header:
        return 1_000_000 + random.randrange(40_000)
    if kind == "date":
        if random.random() < 0.08 and header != "Date of Birth":
            return None
        start = datetime.date(2009, 1, 1) if header == "Date of Birth" else FIRST
        return start + datetime.timedelta(days=random.randrange(5800 if header == "Date of Birth" else 200))
    if kind == "int":
        return random.randrange(18) if header.startswith("Age") else random.randrange(4)
    if header == "Allocated Team":
        return random.choice(TEAMS)
    if header == "Allocated Worker":
        return random.choice(WORKERS)
    return random.choice(codes) or "Ashmere"


def write_workbook(folder):
    """The workbook, its sheets as the official template names them; the path, rows and filled cells."""
    path = os.path.join(folder, "annex-a.xlsx")
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": datetime.datetime(2026, 11, 21)})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    chance = random.Random(SEED)
    cells = 0
    for number, headers in layout().items():
        sheet = book.add_worksheet(f"List_{number}")
        sheet.write_string(0, 0, f"List {number}")
        for column, (header, *_) in enumerate(headers):
            sheet.write_string(1, column, header)
        for row in range(ROWS[number]):
            for column, (header, kind, codes) in enumerate(headers):
                found = value(chance, header, kind, codes)
                if found is None:
                    continue
                cells += 1
                if isinstance(found, datetime.date):
                    sheet.write_number(row + 2, column, (found - EXCEL).days, date)
                elif isinstance(found, int):
                    sheet.write_number(row + 2, column, found)
                else:
                    sheet.write_string(row + 2, column, found)
    book.close()
    return path, sum(ROWS.values()), cells


def write_csv(folder, rows=1_000_000):
    """Assessments of many authorities as one file; the path."""
    path = os.path.join(folder, "assessments.csv")
    chance = random.Random(SEED)
    days = [(datetime.date(2008, 1, 1) + datetime.timedelta(days=day)).isoformat() for day in range(7000)]
    with open(path, "w", encoding="utf-8", newline="\r\n") as file:
        file.write("row,child,gender,ethnicity,birth,start,end,authorised_by,team,points,score\n")
        for row in range(rows):
            start = chance.randrange(6000, 6900)
            end = "" if chance.random() < 0.1 else days[start + chance.randrange(90)]
            file.write(
                f"{row},C{chance.randrange(300_000):07d},{chance.choice(GENDER)},{chance.choice(ETHNICITY)},"
                f"{days[chance.randrange(5900)]},{days[start]},{end},{chance.choice(WORKERS)},"
                f"{chance.choice(TEAMS)},{chance.randrange(40)},{chance.randrange(100000) / 1000:.3f}\n")
    return path


if __name__ == "__main__":
    print(write_workbook(sys.argv[1]))
    print(write_csv(sys.argv[1]))
