"""Reckons the agreement of random tables by a program of its own, and holds that against Plumbline's.

    swift build --product plumbline
    python3 Tests/peers/agreement.py .build/debug/plumbline [--seed 1] [--tables 300]

Needs Python 3.10 and nothing else; scikit-learn, krippendorff and irrCAC are asked too where they are installed.
Written from the definitions, not from Plumbline's formulas: coefficients in whole-number fractions, pair by pair; chance
of kappa by meeting every self grade with every verifier's; chance of AC1 and AC2 from Gwet's table; alpha from the list
of all values and of the pairs within a case. Standard errors by the infinitesimal jackknife, that is, from the slope of
the coefficient itself as the weight of one case changes, so that the formulas of Fleiss, Cohen and Everitt and of Gwet
are not used at all. The sign test sums whole binomials. Tables have 2 to 6 grades and 1 to 400 cases; many are nearly all
in one grade. Compared: n, table, exact, within one, all values with observed, expected and standard error, alpha,
direction and its test, and where each is "not computable". Prints what differs by more than 1e-9, or 1e-6 of a standard
error, and ends with 1 where something did.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import comb, sqrt

WEIGHTS = {"": lambda i, j, q: Fraction(int(i == j)), "Linear": lambda i, j, q: 1 - Fraction(abs(i - j), q - 1),
           "Quadratic": lambda i, j, q: 1 - Fraction((i - j) ** 2, (q - 1) ** 2)}


def kappa(mass, q, weight):
    """Of cases by pair of grades, each with a mass that need not be whole."""
    total = sum(mass.values())
    observed = sum(m * weight(i, j, q) for (i, j), m in mass.items()) / total
    expected = sum(a * b * weight(i, j, q) for (i, _), a in mass.items() for (_, j), b in mass.items()) / total ** 2
    return observed, expected


def gwet(mass, q, weight):
    total = sum(mass.values())
    observed = sum(m * weight(i, j, q) for (i, j), m in mass.items()) / total
    share = [sum(m * ((i == k) + (j == k)) for (i, j), m in mass.items()) / (2 * total) for k in range(q)]
    weights = sum(weight(k, l, q) for k in range(q) for l in range(q))
    return observed, weights * sum(p * (1 - p) for p in share) / (q * (q - 1))


def value(parts):
    observed, expected = parts
    return None if expected == 1 else (observed - expected) / (1 - expected)


def error(chance, mass, q, weight, unbiased):
    """The infinitesimal jackknife: each case's slope of the coefficient, by a step either way."""
    n = sum(mass.values())
    if n < 2 or value(chance(mass, q, weight)) is None:
        return None
    step = Fraction(1, 10 ** 7)
    slopes = {}
    for cell in mass:
        more, less = dict(mass), dict(mass)
        more[cell] += step
        less[cell] -= step
        slopes[cell] = (value(chance(more, q, weight)) - value(chance(less, q, weight))) / (2 * step)
    squares = float(sum(m * slopes[cell] ** 2 for cell, m in mass.items()))
    return sqrt(squares * (n / (n - 1) if unbiased else 1))


def alpha(pairs, distance):
    """1 - Do/De: within cases, and between any two of all values."""
    values = sorted(v for pair in pairs for v in pair)
    counts = {v: values.count(v) for v in set(values)}
    between = sum(a * b * distance(c, k, counts) ** 2 for c, a in counts.items() for k, b in counts.items())
    if not between:
        return None
    within = sum(2 * distance(a, b, counts) ** 2 for a, b in pairs)
    return 1 - Fraction(within, len(values)) / (Fraction(between) / (len(values) * (len(values) - 1)))


def ordinal(c, k, counts):
    low, high = min(c, k), max(c, k)
    inside = sum(count for grade, count in counts.items() if low <= grade <= high)
    return inside - Fraction(counts[c] + counts[k], 2)


def sign(few, many):
    n = few + many
    if n == 0:
        return None
    return float(min(1, Fraction(2 * sum(comb(n, k) for k in range(min(few, many) + 1)), 2 ** n)))


def expected(pairs, q):
    n = len(pairs)
    mass = {}
    for pair in pairs:
        mass[pair] = mass.get(pair, 0) + 1
    mass = {cell: Fraction(m) for cell, m in mass.items()}
    figures = {"n": n, "exact": sum(i == j for i, j in pairs), "withinOne": sum(abs(i - j) < 2 for i, j in pairs)}
    for name, weight in WEIGHTS.items():
        for key, chance in [("kappa" + name, kappa), ("ac2" + name if name else "ac1", gwet)]:
            parts = chance(mass, q, weight)
            figures[key] = value(parts)
            if figures[key] is not None:
                figures[key + ".observed"], figures[key + ".expected"] = parts
                figures[key + ".error"] = error(chance, mass, q, weight, chance is gwet)
    figures["nominal"] = alpha(pairs, lambda c, k, _: int(c != k))
    figures["ordinal"] = alpha(pairs, ordinal)
    figures["interval"] = alpha(pairs, lambda c, k, _: c - k)
    kinder, harder = sum(i < j for i, j in pairs), sum(i > j for i, j in pairs)
    figures |= {"kinder": kinder, "harder": harder, "same": n - kinder - harder, "sign": sign(kinder, harder),
                "net": Fraction(kinder - harder, n),
                "shift": Fraction(sum(j - i for i, j in pairs), n)}
    return figures


def printed(program, pairs, q, folder):
    grades = [chr(ord("A") + grade) for grade in range(q)]
    path = os.path.join(folder, "grades.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("case,self,verifier\n")
        file.writelines(f"{number},{grades[i]},{grades[j]}\n" for number, (i, j) in enumerate(pairs))
    done = subprocess.run([program, "audit", "agreement", path, "--scale", ",".join(grades), "--format", "json"],
                          capture_output=True, text=True)
    told = json.loads(done.stdout)
    figures = {"n": told["n"], "exact": told["exact"]["count"], "withinOne": told["withinOne"]["count"]}
    for key in ["kappa", "kappaLinear", "kappaQuadratic", "ac1", "ac2Linear", "ac2Quadratic"]:
        coefficient = told[key]
        figures[key] = coefficient and coefficient["value"]
        if coefficient:
            figures |= {f"{key}.observed": coefficient["observed"], f"{key}.expected": coefficient["expected"],
                        f"{key}.error": coefficient["standardError"]}
    figures |= told["alpha"]
    direction = told["direction"]
    figures |= {key: direction[key] for key in ["kinder", "harder", "same", "net"]}
    figures |= {"sign": direction["signTestP"], "shift": direction["meanShift"]}
    return figures


def others(pairs, q):
    """What well-known packages say, where they are here."""
    figures = {}
    ours, theirs = [i for i, _ in pairs], [j for _, j in pairs]
    try:
        from sklearn.metrics import cohen_kappa_score
        for key, weights in [("kappa", None), ("kappaLinear", "linear"), ("kappaQuadratic", "quadratic")]:
            figures[key] = cohen_kappa_score(ours, theirs, labels=list(range(q)), weights=weights)
    except ImportError:
        pass
    try:
        import krippendorff
        for level in ["nominal", "ordinal", "interval"]:
            if len(set(ours + theirs)) > 1:
                figures[level] = krippendorff.alpha([ours, theirs], level_of_measurement=level)
    except ImportError:
        pass
    try:
        import pandas
        from irrCAC.raw import CAC
        table = pandas.DataFrame({"self": ours, "verifier": theirs})
        for key, weights in [("ac1", "identity"), ("ac2Linear", "linear"), ("ac2Quadratic", "quadratic")]:
            told = CAC(table, weights=weights, categories=list(range(q)), digits=12).gwet()["est"]
            figures[key] = told["coefficient_value"]
    except ImportError:
        pass
    return figures


def random_pairs(random):
    q = random.randint(2, 6)
    n = random.choice([1, 2, 5, random.randint(3, 40), random.randint(30, 400)])
    common, shared = random.randrange(q), random.random()

    def grade():
        return common if random.random() < shared else random.randrange(q)

    pairs = []
    for _ in range(n):
        first = grade()
        pairs.append((first, first if random.random() < shared else grade()))
    return pairs, q


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tables", type=int, default=300)
    options = parser.parse_args()
    source = random.Random(options.seed)
    compared = different = 0
    asked = set()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.tables):
            pairs, q = random_pairs(source)
            ours, theirs = printed(options.program, pairs, q, folder), expected(pairs, q)
            told = {key: value for key, value in others(pairs, q).items() if value == value}
            asked |= set(told)
            checks = [(key, ours.get(key), other) for key, other in [*theirs.items(), *told.items()]]
            for key, mine, other in checks:
                compared += 1
                if mine is None or other is None:
                    agrees = mine is None and other is None
                else:
                    agrees = abs(float(mine) - float(other)) <= (1e-6 if key.endswith(".error") else 1e-9)
                if not agrees:
                    different += 1
                    print(f"table {number} (q {q}, n {len(pairs)}), {key}: {other}; Plumbline {mine}")
    print(f"{compared} figures of {options.tables} tables compared, {different} differ"
          + (f"; packages were asked for {', '.join(sorted(asked))}" if asked else ""))
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
