"""Every indicator of every authority of England, from their files: 153 invented Annex A workbooks of 60,000 rows.

Two files are counted at a time, on two cores. For 1, 17, 51 and 153 authorities: wall and CPU seconds, CPU for each
million rows, and the most memory of one process. The cost is in line with the rows when the third figure stands still.
"""

import concurrent.futures
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

AUTHORITIES = 153
ROWS = 60_000
AS_AT = "2026-10-31"
CORES = 2


def invent(program, folder, number):
    """One authority's latest workbook; how many rows it has."""
    out = folder / str(number)
    subprocess.run(
        [program, "example", "data", "--rows", str(ROWS), "--months", "6", "--layout2019", "0", "--seed", str(number),
         "--only-last", "--out", out],
        check=True, stdout=subprocess.DEVNULL)
    return next(out.glob("annex-a/*.xlsx"))


def count(program, workbook):
    """Counts one authority: its CPU seconds, its most memory in KiB, and how many figures it has."""
    read, write = os.pipe()
    started = os.fork()
    if started == 0:
        os.close(read)
        child = subprocess.run(
            [program, "measure", "compute", "--file", workbook, "--as-at", AS_AT, "--format", "json"],
            capture_output=True, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = {"cpu": used.ru_utime + used.ru_stime, "kib": used.ru_maxrss, "status": child.returncode,
                "bytes": len(child.stdout)}
        os.write(write, json.dumps(told).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        told = json.loads(pipe.read())
    os.waitpid(started, 0)
    assert told["status"] == 0 and told["bytes"] > 1000, told
    return told


def main():
    program = sys.argv[1]
    kept = os.environ.get("PLUMBLINE_NATION")
    folder = pathlib.Path(kept or tempfile.mkdtemp(prefix="nation"))
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        begun = time.perf_counter()
        workbooks = list(pool.map(lambda number: invent(program, folder, number), range(1, AUTHORITIES + 1)))
        megabytes = sum(book.stat().st_size for book in workbooks) >> 20
        print(f"{AUTHORITIES} workbooks, {megabytes} MB, invented in {time.perf_counter() - begun:.0f} s", flush=True)
        print("| authorities | rows | wall | CPU | CPU for a million rows | most memory, two at a time |")
        print("|---|---|---|---|---|---|")
        for many in (1, 17, 51, AUTHORITIES):
            begun = time.perf_counter()
            told = list(pool.map(lambda book: count(program, book), workbooks[:many]))
            wall = time.perf_counter() - begun
            cpu = sum(one["cpu"] for one in told)
            rows = many * ROWS
            kib = max(one["kib"] for one in told) * min(many, CORES)
            print(f"| {many} | {rows:,} | {wall:.1f} s | {cpu:.1f} s | {cpu / rows * 1e6:.2f} s | {kib >> 10} MB |")


if __name__ == "__main__":
    main()
