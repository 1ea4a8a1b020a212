"""Draws samples from random frames by a program of its own, and holds that against Plumbline's.

    swift build --product plumbline
    python3 Tests/peers/sampling.py .build/debug/plumbline [--seed 1] [--frames 200]

Needs Python 3.10 and nothing else. Frames of 1 to 3,000 ids, in any order, with accents, spaces and other scripts, as a
plain list or as a column of a CSV, with and without a mark of UTF-8 and line ends of Windows; sizes as a number and as a
percentage with up to three decimals. Compared: the ids in order, the count, the hash of the frame, the margin, and what
no finding would still allow, the last in whole numbers: the largest K with C(N - K, n) / C(N, n) over 5 %. Prints what
differs and ends with 1 where something did.
"""
import argparse
import csv
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import ceil, comb, sqrt

LETTERS = "ABCXYZabcxyz0123456789 /-_.éØßЖ漢字😀"


def frame(source):
    ids = set()
    while len(ids) < (wanted := source.choice([1, 2, 20, source.randint(3, 200), source.randint(200, 3000)])):
        while len(ids) < wanted:
            text = "".join(source.choice(LETTERS) for _ in range(source.randint(1, 12))).strip()
            if text and text[0] not in "'\"":
                ids.add(text + str(len(ids)))
    ids = list(ids)
    source.shuffle(ids)
    return ids


def written(source, ids, path):
    """Writes the frame one way or another; gives what --column must say."""
    mark = "\ufeff" if source.random() < 0.3 else ""
    end = source.choice(["\n", "\r\n"])
    if source.random() < 0.5:
        text = mark + ("id" + end if source.random() < 0.5 else "") + end.join(ids) + source.choice(["", end])
        open(path, "w", encoding="utf-8", newline="").write(text)
        return []
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(mark)
        rows = csv.writer(file, lineterminator=end, quoting=source.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        rows.writerow(["Team", "Whom", "Note"])
        rows.writerows([source.choice(["North", "South"]), case, "one, \"two\""] for case in ids)
    return ["--column", "whom"]


def allowed(population, sample):
    """The largest K that a sample of n without one still allows."""
    whole = comb(population, sample)
    low, high = 0, population - sample
    while low < high:
        middle = (low + high + 1) // 2
        if 20 * comb(population - middle, sample) > whole:
            low = middle
        else:
            high = middle - 1
    return low


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frames", type=int, default=200)
    options = parser.parse_args()
    source = random.Random(options.seed)
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "frame")
        for number in range(options.frames):
            ids = frame(source)
            column = written(source, ids, path)
            seed = "".join(source.choice(LETTERS + "|") for _ in range(source.randint(1, 20)))
            if source.random() < 0.5:
                count = source.randint(1, len(ids))
                size = str(count)
            else:
                thousandths = source.choice([source.randint(1, 100) * 1000, source.randint(1, 100_000)])
                count = max(1, ceil(Fraction(thousandths, 100_000) * len(ids)))
                size = f"{thousandths // 1000}.{thousandths % 1000:03}%" if thousandths % 1000 else f"{thousandths // 1000}%"
            done = subprocess.run(
                [program := options.program, "audit", "sample", "--frame", path, f"--seed={seed}", "--size", size,
                 "--format", "json", *column], capture_output=True, text=True)
            if done.returncode:
                different += 1
                print(f"frame {number}: {program} ends with {done.returncode}: {done.stderr.strip()}")
                continue
            told = json.loads(done.stdout)
            order = sorted(ids, key=lambda case: hashlib.sha256(f"{seed}|{case}".encode()).digest())
            lines = b"".join(case + b"\n" for case in sorted(case.encode() for case in ids))
            n, population = count, len(ids)
            margin = 98 * sqrt((population - n) / (n * (population - 1))) if population > 1 else 0
            wanted = {"ids": order[:count], "count": count, "hash": hashlib.sha256(lines).hexdigest(),
                      "population": population, "allows": allowed(population, n)}
            mine = {"ids": told["ids"], "count": told["count"], "hash": told["frame"]["sha256"],
                    "population": told["frame"]["count"], "allows": told["noneFoundAllows"]}
            wrong = [key for key in wanted if wanted[key] != mine[key]]
            if abs(told["marginPoints"] - margin) > 1e-9:
                wrong.append("margin")
            if wrong:
                different += 1
                print(f"frame {number} (N {population}, {size}): {', '.join(wrong)} differ")
    print(f"{options.frames} frames compared, {different} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
