"""Counts what an Annex A workbook holds by another reader, and holds that against Plumbline's.

    swift build --product plumbline
    python3 Tests/peers/annex_a_counts.py .build/debug/plumbline FILE.xlsx…

Needs openpyxl. For each sheet that Plumbline took for a list: rows under the header that hold more than one cell, and
filled cells of each column. Ends with 1 where one differs.
"""
import json
import subprocess
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def filled(value):
    return value is not None and str(value).strip() != ""


def main():
    program, files = sys.argv[1], sys.argv[2:]
    different = 0
    for file in files:
        printed = subprocess.run(
            [program, "return", "read", file, "--format", "json"], check=True, capture_output=True, text=True).stdout
        book = openpyxl.load_workbook(file, data_only=True)
        parts = [part for part in json.loads(printed)["parts"] if part["state"] == "taken"]
        for part in parts:
            rows = [
                row for row in book[part["name"]].iter_rows(min_row=part["header"] + 1, values_only=True)
                if sum(map(filled, row)) > 1
            ]
            counts = [sum(filled(row[column["place"] - 1]) for row in rows) for column in part["columns"]]
            ours = [column["filled"] for column in part["columns"]]
            if len(rows) != part["rows"] or counts != ours:
                different += 1
                print(f"{file}, {part['name']}: {len(rows)} rows {counts}; Plumbline {part['rows']} rows {ours}")
        print(f"{file}: {len(parts)} lists, {sum(part['rows'] for part in parts)} rows, {different} differences")
    sys.exit(1 if different else 0)


main()
