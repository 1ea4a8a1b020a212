"""Counts what some forty rules of the CIN census find, by a program of its own, and holds that against Plumbline's.

    swift build --product plumbline
    python3 Tests/peers/cin_rules.py .build/debug/plumbline [--seed 1] [--files 40] [--children 60] [--keep FOLDER]

Needs Python 3.10 and nothing else. Written from the sentences of the rules alone: each rule looks at every pair where
one is asked about, and knows nothing of how Plumbline counts. It makes small censuses whose dates crowd round a few
days, so that equal days, gaps, empty elements and overlaps are common, runs `plumbline return check` on each, and
prints every rule whose count differs. Ends with 1 where one did.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from datetime import date, timedelta

# England, as the bank holidays of these years are published.
HOLIDAYS = {date.fromisoformat(day) for day in """
2016-12-26 2016-12-27 2017-01-02 2017-04-14 2017-04-17 2017-12-25 2017-12-26 2018-01-01 2018-03-30 2018-04-02
2018-12-25 2018-12-26 2019-01-01 2019-04-19 2019-04-22 2019-12-25 2019-12-26 2020-01-01 2020-04-10 2020-04-13
2020-12-25 2020-12-28 2021-01-01 2021-04-02 2021-04-05 2021-12-27 2021-12-28 2022-01-03 2022-04-15 2022-04-18
2022-12-26 2022-12-27 2023-01-02 2023-04-07 2023-04-10 2023-12-25 2023-12-26 2024-01-01 2024-03-29 2024-04-01
2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06
2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29
""".split()}
YES, NO = {"1", "true"}, {"0", "false"}


# MARK: Reading, with nothing but ElementTree


def text(element, name):
    """The first text of that name that is not empty."""
    for found in element.findall(name):
        if found.text and found.text.strip():
            return found.text.strip()
    return None


def day(element, name):
    try:
        return date.fromisoformat(text(element, name) or "")
    except ValueError:
        return None


def flag(element, name):
    word = (text(element, name) or "").lower()
    return True if word in YES else False if word in NO else None


class Child:
    def __init__(self, element):
        ids, characteristics = element.find("ChildIdentifiers"), element.find("ChildCharacteristics")
        self.id, self.upn, self.former = (text(ids, n) for n in ("LAchildID", "UPN", "FormerUPN"))
        self.unknown, self.gender, self.sex = (text(ids, n) for n in ("UPNunknown", "GenderCurrent", "Sex"))
        self.birth, self.expected, self.death = (
            day(ids, n) for n in ("PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate"))
        self.disabilities = [d.text.strip() for d in characteristics.iter("Disability") if d.text and d.text.strip()]
        self.episodes = [Episode(e, self) for e in element.findall("CINdetails")]

    def every(self, kind):
        return [part for episode in self.episodes for part in getattr(episode, kind)]


class Episode:
    def __init__(self, element, child):
        self.child = child
        self.referral, self.closure, self.conference = (
            day(element, n) for n in ("CINreferralDate", "CINclosureDate", "DateOfInitialCPC"))
        self.reason, self.nfa = text(element, "ReasonForClosure"), flag(element, "ReferralNFA")
        self.assessments = [Part(e, "AssessmentActualStartDate", "AssessmentAuthorisationDate")
                            for e in element.findall("Assessments")]
        self.plans = [Part(e, "CINPlanStartDate", "CINPlanEndDate") for e in element.findall("CINPlanDates")]
        self.enquiries = [Part(e, "S47ActualStartDate", "DateOfInitialCPC") for e in element.findall("Section47")]
        self.protection = [Part(e, "CPPstartDate", "CPPendDate") for e in element.findall("ChildProtectionPlans")]


class Part:
    def __init__(self, element, start, end):
        self.start, self.end = day(element, start), day(element, end)
        self.not_required = flag(element, "ICPCnotRequired")
        self.factors = [f.text.strip() for f in element.iter("AssessmentFactors") if f.text and f.text.strip()]
        self.reviews = []
        for wrapper in element.findall("Reviews"):
            dates = wrapper.findall("CPPreviewDate")
            for found in dates:
                try:
                    self.reviews.append(date.fromisoformat((found.text or "").strip()))
                except ValueError:
                    self.reviews.append(None)
            if not dates:
                self.reviews.append(None)


# MARK: The rules


class Census:
    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.year = int(root.findtext("Header/CollectionDetails/Year"))
        self.last = date.fromisoformat(root.findtext("Header/CollectionDetails/ReferenceDate"))
        self.first = date(self.last.year - 1, 4, 1)
        self.children = [Child(e) for e in root.iter("Child")]
        self.episodes = [e for c in self.children for e in c.episodes]

    def outside(self, when):
        return when is not None and not self.first <= when <= self.last

    def back(self, count, when):
        """The day itself is day 1, or the next working day where it is none."""
        def works(d):
            return d.weekday() < 5 and d not in HOLIDAYS
        while not works(when):
            when += timedelta(1)
        for _ in range(count - 1):
            when -= timedelta(1)
            while not works(when):
                when -= timedelta(1)
        return when

    def counts(self):
        return {name[1:]: sum(1 for hit in getattr(self, name)() if hit)
                for name in dir(Census) if name.startswith("r") and name[1:2].isdigit()}

    def parts(self, kind):
        return [(e, p) for e in self.episodes for p in getattr(e, kind)]

    # A pupil number's check letter: weights 2 to 13 on characters 2 to 13, sum modulo 23.
    def r1510(self):
        letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
        for c in self.children:
            if c.upn and len(c.upn) == 13 and all(x in "0123456789" for x in c.upn[1:]):
                yield c.upn[0] != letters[sum(w * int(x) for w, x in zip(range(2, 14), c.upn[1:])) % 23]

    def r1520(self):
        for c in self.children:
            yield c.upn and sum(o.upn == c.upn for o in self.children) > 1

    def r8510(self):
        for c in self.children:
            yield c.id and sum(o.id == c.id for o in self.children) > 1

    def r2883(self):
        def within(dates):
            return sum(1 for d in dates if d and not self.outside(d))
        starts = within(p.start for _, p in self.parts("protection"))
        held = within(e.conference for e in self.episodes) + within(p.end for _, p in self.parts("enquiries"))
        return [starts > held]

    def r2884(self):
        for e, s in self.parts("enquiries"):
            yield s.end and any(o.conference == s.end for o in e.child.episodes)

    def r2885(self):
        for e, p in self.parts("protection"):
            if p.start and not self.outside(p.start):
                asked = [s for s in e.enquiries if s.not_required is not True]
                yield p.start not in ([s.end for s in asked] if asked else [e.conference])

    def r2886Q(self):
        born = [c for c in self.children if c.expected is None]
        unknown = [c for c in born if (c.sex if self.year >= 2025 else c.gender) in (None, "U" if self.year >= 2025 else "0")]
        return [len(unknown) > 0.02 * len(born)]

    def r2888Q(self):
        return [not any(len(set(c.disabilities) - {"NONE"}) > 1 for c in self.children)]

    def r4001(self):
        for e in self.episodes:
            yield any(p.end is None for p in e.plans) and any(p.end is None for p in e.protection)

    def r4003(self):
        for e, c in self.parts("protection"):
            for review in c.reviews:
                yield review and review != c.end and any(
                    p.start and p.start <= review and (review < p.end if p.end else review <= self.last)
                    for p in e.plans)

    def r4004(self):
        for c in self.children:
            yield sum(p.end is None for p in c.every("plans")) > 1

    def within_other(self, one, others, handover):
        """The start falls from a start to an end, or to the last day of the year while there is none."""
        for other in others:
            if other is one or not one.start or not other.start or one.start < other.start:
                continue
            if other.end is None:
                if one.start <= self.last:
                    return True
            elif one.start < other.end or one.start == other.end and not handover:
                return True
        return False

    def r4014(self):
        for e, p in self.parts("plans"):
            yield self.within_other(p, e.child.every("plans"), handover=False)

    def r4016(self):
        for e, p in self.parts("plans"):
            yield self.within_other(p, e.child.every("protection"), handover=True)

    def r4017(self):
        for e, p in self.parts("protection"):
            yield self.within_other(p, e.child.every("plans"), handover=True)

    def r8525Q(self):
        for c in self.children:
            yield (c.birth is None) == (c.expected is None)

    def r8530Q(self):
        latest = date(self.last.year, 12, 31)
        for c in self.children:
            yield c.expected and (c.expected < self.last - timedelta(30) or c.expected > latest)

    def r8540(self):
        known = "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA".split()
        for c in self.children:
            if c.birth and any(e.nfa is False for e in c.episodes):
                yield not c.disabilities or any(d not in known for d in c.disabilities)

    def r8565(self):
        for e in self.episodes:
            dates = [e.conference] + [p.end for p in e.protection]
            for kind in (e.assessments, e.enquiries, e.plans):
                dates += [d for p in kind for d in (p.start, p.end)]
            yield e.closure and any(d and d > e.closure for d in dates)

    def r8569Q(self):
        for e in self.episodes:
            yield e.nfa is True and e.referral and e.referral < self.back(1, self.first)

    def r8606(self):
        for e in self.episodes:
            births = [d for d in (e.child.birth, e.child.expected) if d]
            yield e.referral and any((d - e.referral).days > 280 for d in births)

    def r8670Q(self):
        for _, a in self.parts("assessments"):
            yield a.end is None and a.start and a.start < self.back(45, self.last)

    def r8675Q(self):
        for _, s in self.parts("enquiries"):
            yield s.end is None and s.not_required is False and s.start and s.start < self.back(15, self.last)

    def r8736(self):
        for _, a in self.parts("assessments"):
            yield a.end is None and self.outside(a.start)

    def r8740(self):
        for _, s in self.parts("enquiries"):
            yield s.end is None and s.not_required is False and self.outside(s.start)

    def r8770Q(self):
        for c in self.children:
            if not c.birth or not any(e.nfa is False for e in c.episodes):
                continue
            if self.year >= 2025:
                old, reasons = c.birth <= date(self.year - 6, 8, 31), range(2, 8)
            else:
                old, reasons = c.birth < date(self.year - 6, 3, 31), range(1, 8)
            yield old and not c.upn and c.unknown not in [f"UN{n}" for n in reasons]

    def r8772(self):
        for c in self.children:
            yield c.unknown == "UN7" and any(e.nfa is not True for e in c.episodes)

    def r8775Q(self):
        def birthday(born, years):
            try:
                return born.replace(year=born.year + years)
            except ValueError:
                return date(born.year + years, 2, 28)
        for e in self.episodes:
            born = e.child.birth
            yield born and born < birthday(self.last, -25) and (not e.closure or e.closure > birthday(born, 25))

    def r8815(self):
        for c in self.children:
            yield sum(e.closure is None and e.nfa is False for e in c.episodes) > 1

    def r8816(self):
        for e in self.episodes:
            if e.closure is None and e.nfa is False and e.referral:
                yield any(o.referral and o.referral > e.referral for o in e.child.episodes)

    def r8820(self):
        for e in self.episodes:
            yield e.referral and any(
                o is not e and o.referral and o.referral <= e.referral
                and (e.referral < o.closure if o.closure else o.nfa is False and e.referral <= self.last)
                for o in e.child.episodes)

    def r8831(self):
        for e in self.episodes:
            yield e.nfa is True and any([e.conference] + [d for p in e.assessments + e.enquiries for d in (p.start, p.end)])

    def r8839(self):
        for e in self.episodes:
            yield sum(s.end is None and s.not_required is not True for s in e.enquiries) > 1

    def r8841(self):
        for _, p in self.parts("protection"):
            for review in p.reviews:
                yield review and p.start and review <= p.start

    def r8842Q(self):
        for _, p in self.parts("protection"):
            for review in p.reviews:
                yield review is None

    def r8863Q(self):
        for e, a in self.parts("assessments"):
            yield self.within_other(a, e.assessments, handover=False)

    def r8868(self):
        for e, s in self.parts("enquiries"):
            yield e.closure and s.end is None and s.not_required is not True

    def r8869(self):
        for _, a in self.parts("assessments"):
            yield "21" in a.factors and set(a.factors) != {"21"}

    def r8873Q(self):
        for e in self.episodes:
            yield len(e.assessments) == 1 and "21" in e.assessments[0].factors and e.reason not in ("RC8", "RC9")

    def r8890(self):
        for e, s in self.parts("enquiries"):
            others = [o for o in e.enquiries if o.end or o.not_required is not True]
            yield self.within_other(s, others, handover=False)

    def r8896(self):
        for e in self.episodes:
            yield sum(a.end is None for a in e.assessments) > 1

    def r8897Q(self):
        known = {f"{n}{x}" for n in range(1, 7) for x in "ABC"} | {f"8{x}" for x in "BCDEF"} | {"20", "21", "7A"}
        known |= {f"{n}A" for n in (9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 22, 23)}
        known |= {"18B", "18C", "19B", "19C"} if self.year >= 2021 else set()
        known |= {"24A"} if self.year >= 2022 else set()
        for _, a in self.parts("assessments"):
            if a.end and not self.outside(a.end):
                yield not a.factors or not set(a.factors) <= known

    def r8898(self):
        for _, a in self.parts("assessments"):
            yield len(set(a.factors)) < len(a.factors)

    def r8935(self):
        for c in self.children:
            yield sum(p.end is None for p in c.every("protection")) > 1

    def r8940(self):
        for e, p in self.parts("protection"):
            yield self.within_other(p, e.child.every("protection"), handover=False)

    def r8945Q(self):
        for _, a in self.parts("assessments"):
            yield "18A" in a.factors

    def r8950Q(self):
        for _, a in self.parts("assessments"):
            yield "19A" in a.factors


# MARK: Censuses of no council


def made_up(rng, year, children):
    first, last = date(year - 1, 4, 1), date(year, 3, 31)
    marks = [first - timedelta(1), first, first + timedelta(60), last - timedelta(63), last - timedelta(20), last]

    def when(missing=0.15):
        roll = rng.random()
        if roll < missing:
            return rng.choice([None, None, "", f"{year}-02-30"])
        if roll < 0.75:
            return (rng.choice(marks) + timedelta(rng.randint(-4, 4))).isoformat()
        return (first + timedelta(rng.randint(-30, 400))).isoformat()

    def put(name, value):
        return "" if value is None else f"<{name}/>" if value == "" else f"<{name}>{value}</{name}>"

    def flag_text():
        return rng.choice(["true", "TRUE", "1", "false", "False", "0", "0", "false", "", None, "no"])

    def some(make, most=3):
        return "".join(make() for _ in range(rng.choice([0, 0, 1, 1, 2, most])))

    def assessment():
        codes = rng.choices(["1A", "16A", "21", "18A", "18B", "19A", "24A", "99", ""], k=rng.randint(0, 3))
        factors = "".join(put("AssessmentFactors", c) for c in codes)
        return ("<Assessments>" + put("AssessmentActualStartDate", when()) + put("AssessmentAuthorisationDate", when(0.4))
                + rng.choice(["", f"<FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment>"])
                + "</Assessments>")

    def enquiry():
        return ("<Section47>" + put("S47ActualStartDate", when()) + put("DateOfInitialCPC", when(0.4))
                + put("ICPCnotRequired", flag_text()) + "</Section47>")

    def plan():
        return "<CINPlanDates>" + put("CINPlanStartDate", when()) + put("CINPlanEndDate", when(0.4)) + "</CINPlanDates>"

    def reviews():
        return "<Reviews>" + "".join(put("CPPreviewDate", when() or "") for _ in range(rng.randint(0, 2))) + "</Reviews>"

    def protection():
        return ("<ChildProtectionPlans>" + put("CPPstartDate", when()) + put("CPPendDate", when(0.4))
                + some(reviews) + "</ChildProtectionPlans>")

    def episode():
        return ("<CINdetails>" + put("CINreferralDate", when()) + put("CINclosureDate", when(0.5))
                + put("ReasonForClosure", rng.choice([None, "RC7", "RC8", "RC9", ""]))
                + put("DateOfInitialCPC", when(0.6)) + some(assessment) + some(plan) + some(enquiry)
                + put("ReferralNFA", flag_text()) + some(protection, 2) + "</CINdetails>")

    def birth():
        old = rng.choice([0, 6, 6, 10, 25, 26])
        base = rng.choice([date(year - old, 3, 31), date(year - old, 8, 31), date(year - old - 1, 9, 1)])
        if rng.random() < 0.1:
            base = date(2000, 2, 29)
        return rng.choice([None, "", (base + timedelta(rng.randint(-2, 2))).isoformat(), base.isoformat()])

    def child(number):
        upn = rng.choice([None, None, "", "H801200001001", "A801200001001", f"H8012{number:08d}", "H80120000100B"])
        codes = rng.choices(["NONE", "MOB", "VIS", "XX", ""], k=rng.randint(0, 3))
        expected = rng.choice([None, None, None, "", (last + timedelta(rng.choice([-31, -30, -29, 275, 276]))).isoformat()])
        return ("<Child><ChildIdentifiers>" + put("LAchildID", rng.choice([f"C{number}"] * 9 + ["C1"])) + put("UPN", upn)
                + put("UPNunknown", rng.choice([None, "", "UN1", "UN2", "UN7", "UN8"]))
                + put("PersonBirthDate", birth()) + put("ExpectedPersonBirthDate", expected)
                + put("GenderCurrent", rng.choice(["1"] * 70 + ["0", None])) + put("Sex", rng.choice(["F"] * 70 + ["U", ""]))
                + "</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities>"
                + "".join(put("Disability", c) for c in codes) + "</Disabilities></ChildCharacteristics>"
                + some(episode) + "</Child>")

    return (f"<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>"
            f"<ReferenceDate>{last}</ReferenceDate></CollectionDetails></Header><Children>"
            + "".join(child(n) for n in range(children)) + "</Children></Message>")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("program")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--files", type=int, default=40)
    options.add_argument("--children", type=int, default=60)
    options.add_argument("--keep", help="a folder for the censuses made")
    options = options.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="cin-rules-")
    os.makedirs(folder, exist_ok=True)
    compared, differing, found = 0, 0, set()
    for number in range(options.files):
        rng = random.Random(options.seed * 100_000 + number)
        year = rng.choice([2018, 2019, 2021, 2022, 2023, 2024, 2025, 2026])
        path = os.path.join(folder, f"census-{number}.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(made_up(rng, year, rng.choice([1, 5, options.children])))
        run = subprocess.run([options.program, "return", "check", path, "--format", "json"], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{path}: status {run.returncode}: {run.stderr}")
        ours = {rule["rule"]: rule["count"] for rule in json.loads(run.stdout)["rules"]}
        for rule, count in Census(path).counts().items():
            if rule not in ours:
                continue
            compared += 1
            found |= {rule} if count else set()
            if ours[rule] != count:
                differing += 1
                print(f"{path} ({year}): {rule}: {count} by hand, {ours[rule]} by Plumbline")
    print(f"{compared} counts compared, {differing} differ; {len(found)} rules found something.")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
