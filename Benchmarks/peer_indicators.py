"""Assessments within 45 working days by team and month, a million rows: the file, and polars and duckdb beside it.

    peer_indicators.py FILE AS-AT     prints as JSON the CPU seconds of each and what they counted

Both have the columns in memory with their types before the clock starts, as Plumbline has. CPU seconds are those of
all threads; the median of five runs after one.
"""
import csv
import datetime
import json
import os
import random
import statistics
import sys
import time

HOLIDAYS = [datetime.date.fromisoformat(day) for day in """
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
""".split()]
HEADERS = [
    "Child Unique ID", "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation",
    "Allocated Team",
]


def write_assessments(folder, rows=1_000_000):
    """List 4 as CSV, of 40 teams and the year to 31 October 2026; the path."""
    path = os.path.join(folder, "list_4.csv")
    chance = random.Random(20261121)
    days = [(datetime.date(2025, 11, 1) + datetime.timedelta(days=day)).isoformat() for day in range(365)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADERS)
        for _ in range(rows):
            start = chance.randrange(300)
            taken = chance.randrange(90)
            end = "" if chance.random() < 0.1 or start + taken > 364 else days[start + taken]
            out.writerow([f"C{chance.randrange(300_000)}", days[start], end, f"Team {chance.randrange(40)}"])
    return path


def in_polars(path, as_at):
    import polars as pl
    start, end, team = HEADERS[1:]
    frame = pl.read_csv(path, try_parse_dates=True).with_columns(pl.col(team).cast(pl.Categorical))
    first = datetime.date(2026, 5, 1)

    def run():
        done = frame.filter(pl.col(end).is_between(first, as_at)).select(
            pl.col(team), pl.col(end).dt.truncate("1mo").alias("month"),
            pl.business_day_count(
                pl.col(start).dt.offset_by("1d"), pl.col(end).dt.offset_by("1d"), holidays=HOLIDAYS).alias("days"))
        return done.group_by(team, "month").agg((pl.col("days") <= 45).sum().alias("n"), pl.len().alias("d"))
    return run, lambda found: (int(found["n"].sum()), int(found["d"].sum()))


def in_duckdb(path, as_at):
    import duckdb
    base = duckdb.connect()
    base.execute("CREATE TABLE calendar (day DATE PRIMARY KEY, before INTEGER)")
    day, before = datetime.date(2025, 1, 1), 0
    rows = []
    while day <= as_at:
        before += day.weekday() < 5 and day not in HOLIDAYS
        rows.append((day, before))
        day += datetime.timedelta(days=1)
    base.executemany("INSERT INTO calendar VALUES (?, ?)", rows)
    base.execute(f"""CREATE TABLE assessment AS SELECT "{HEADERS[1]}" AS start, "{HEADERS[2]}" AS finish,
        "{HEADERS[3]}" AS team FROM read_csv('{path}')""")

    def run():
        return base.execute(f"""
            SELECT a.team, date_trunc('month', a.finish) AS month,
                count(*) FILTER (WHERE f.before - s.before <= 45) AS n, count(*) AS d
            FROM assessment a JOIN calendar s ON s.day = a.start JOIN calendar f ON f.day = a.finish
            WHERE a.finish BETWEEN DATE '2026-05-01' AND DATE '{as_at}'
            GROUP BY a.team, month""").fetchall()
    return run, lambda found: (sum(row[2] for row in found), sum(row[3] for row in found))


def main():
    path, as_at = sys.argv[1], datetime.date.fromisoformat(sys.argv[2])
    result = {}
    for name, make in (("polars", in_polars), ("duckdb", in_duckdb)):
        run, total = make(path, as_at)
        found = run()
        spent = []
        for _ in range(5):
            began = time.process_time()
            run()
            spent.append(time.process_time() - began)
        numerator, denominator = total(found)
        result[name] = {"cpu": statistics.median(spent), "numerator": numerator, "denominator": denominator}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
