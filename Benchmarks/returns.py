"""Rows of the speed table about files of child-level data: ours as whole processes, peers as the time of reading alone.

    returns.py BENCHREADERS     prints the rows alone

CPU seconds are those of the process, all its threads together, from the operating system; medians of seven runs.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from returns_data import write_csv, write_workbook

RUNS = 7

# Each is run in a process of its own; what it imports is not counted.
PEERS = {
    "python-calamine": """
import python_calamine
def read(path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
""",
    "polars xlsx": """
import polars
def read(path):
    return sum(len(sheet) for sheet in polars.read_excel(path, sheet_id=0, read_options={"header_row": 1}).values())
""",
    "pandas": """
import pandas
def read(path):
    return len(pandas.read_csv(path))
""",
    "polars": """
import polars
def read(path):
    return len(polars.read_csv(path, try_parse_dates=True))
""",
}
TIMED = """
import resource, sys, time
def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
before, began = cpu(), time.perf_counter()
rows = read(sys.argv[1])
print(time.perf_counter() - began, cpu() - before, rows)
"""


def peer(name, path):
    runs = []
    for _ in range(RUNS):
        printed = subprocess.run(
            [sys.executable, "-c", PEERS[name] + TIMED, path], check=True, capture_output=True, text=True).stdout
        runs.append([float(word) for word in printed.split()[:2]])
    return [statistics.median(figures) for figures in zip(*runs)]


def ours(program, kind, path):
    runs = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        subprocess.run([program, kind, path], check=True, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append((wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return [statistics.median(figures) for figures in zip(*runs)]


def words(figures):
    return f"{figures[0]:.3f} s, {figures[1]:.3f} s CPU"


def rows(program, folder):
    """(work, figure, aim, peers) of each."""
    book, count, cells = write_workbook(folder)
    table = write_csv(folder)
    found = []
    for work, kind, path, names, aim in [
        (f"Annex A workbook, {count:,} rows, {cells:,} cells, to typed columns", "annex-a", book,
         ["python-calamine", "polars xlsx"], "half of calamine's CPU"),
        (f"CSV of 1,000,000 rows, {os.path.getsize(table) // 10**6} MB, to typed columns", "csv", table,
         ["pandas", "polars"], "no more CPU than pandas"),
    ]:
        peers = "; ".join(f"{name} {words(peer(name, path))}" for name in names)
        found.append((work, words(ours(program, kind, path)), aim, peers))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as place:
        for line in rows(sys.argv[1], place):
            print("| " + " | ".join(line) + " |")
