"""Counts every indicator of an Annex A by month and team, by a program of its own, and holds that against Plumbline's.

    swift build --product plumbline
    pip install polars==2.1.0 fastexcel==0.21.0
    python3 Tests/peers/indicators.py .build/debug/plumbline --file FILE|FOLDER --as-at 2026-10-31
    python3 Tests/peers/indicators.py .build/debug/plumbline --random 20 [--seed 1] [--keep FOLDER]

Written from the sentences of the indicators, and knows nothing of how Plumbline counts: it reads the workbook or the
CSV files itself with polars. With --random it makes small files whose dates crowd round a few days, with children in
two rows and two teams, empty cells and cells that nobody can read. Prints every figure that differs: numerator,
denominator, what is overdue and what is left out, to the unit. Ends with 1 where one did.
"""
import argparse
import calendar
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta

import polars as pl

# England, as published.
HOLIDAYS = {date(int(year), int(day[:2]), int(day[3:])) for year, days in {
    "2017": "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26", "2018": "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    "2019": "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26", "2020": "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    "2021": "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    "2022": "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    "2023": "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    "2024": "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26", "2025": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2026": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28", "2027": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}.items() for day in days.split()}

BAD = "unreadable"
NOBODY = {"", "#n/a", "nan", "-", "unallocated", "not allocated", "duty", "none"}

# MARK: Dates


def working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days(start, end):
    """After the start, up to and with the end."""
    count, day = 0, start
    while day < end:
        day += timedelta(days=1)
        count += working(day)
    return count


def after_working_days(start, count):
    day = start
    while count:
        day += timedelta(days=1)
        count -= working(day)
    return day


def months(day, count):
    """The same day so many months on, or the month's last."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# MARK: Reading

LISTS = {
    1: {"contact": "date of contact", "source": "contact source"},
    3: {"day": "date of referral", "source": "referral source", "nfa": "referral nfa",
        "earlier": "number of referrals in last 12 months"},
    4: {"start": "continuous assessment start date", "end": "continuous assessment date of authorisation",
        "seen": "child seen during continuous assessment",
        "needs": "was the child assessed as requiring la children's social care support"},
    5: {"start": "strategy discussion initiating section 47 enquiry start date",
        "unnecessary": "was an initial child protection conference deemed unnecessary",
        "held": "date of initial child protection conference",
        "led": "did the initial child protection conference result in a child protection plan",
        "earlier": "number of section 47 enquiries in the last 12 months"},
    6: {"start": "cin start date", "seen": "date child was last seen", "closed": "cin closure date",
        "status": "case status"},
    7: {"start": "child protection plan start date", "first": "initial category of abuse",
        "latest": "latest category of abuse", "visit": "date of the last statutory visit",
        "alone": "was the child seen alone", "review": "date of latest review conference",
        "end": "child protection plan end date", "previous": "number of previous child protection plans"},
    8: {"start": "date started to be looked after", "legal": "child's legal status",
        "review": "date of latest statutory review", "visit": "date of last social work visit",
        "permanence": "what is the permanence plan for this child", "health": "date of last health assessment",
        "dental": "date of last dental check", "placements": "number of placements in the last 12 months",
        "end": "date ceased to be looked after", "placed": "start date of most recent placement",
        "type": "placement type", "where": "placement location",
        "missing": "number of episodes the child has been 'missing' from their placement in the last 12 months",
        "offered": "was the child offered a return interview after their last missing episode (y/n)",
        "accepted": "did the child accept a return interview after their last missing episode (y/n)"},
    9: {"adviser": "allocated personal advisor", "category": "eligibility category",
        "pathway": "latest pathway plan review date", "touch": "la in touch", "contact": "latest date of contact",
        "lives": "type of accommodation", "suits": "suitability of accommodation", "does": "activity status"},
}
COMMON = {"child": "child unique id", "birth": "date of birth", "age": "age of child (years)", "team": "allocated team",
          "worker": "allocated worker"}
DATES = {"contact", "start", "end", "held", "seen6", "closed", "visit", "review", "health", "dental", "placed",
         "pathway", "birth", "day"}
CODES = {
    "source": "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10".split(),
    "nfa": ["Yes", "No"], "seen": ["Yes", "No", "Unknown"], "needs": ["Yes", "No"], "unnecessary": ["Yes", "No"],
    "led": ["Yes", "No"], "alone": ["Yes", "No", "Unknown"], "offered": ["Yes", "No", "Unknown"],
    "accepted": ["Yes", "No", "Unknown"], "where": ["In", "Out"], "suits": ["Suitable", "Unsuitable"],
    "status": ["Looked after child", "Child Protection plan", "Child in need plan", "Open assessment", "Closed episode"],
    "first": ["Neglect", "Physical abuse", "Sexual abuse", "Emotional abuse", "Multiple/not recommended"],
    "latest": ["Neglect", "Physical abuse", "Sexual abuse", "Emotional abuse", "Multiple/not recommended"],
    "legal": "C1 C2 D1 E1 V2 L1 L2 L3 J1 J2 J3 V3 V4".split(),
    "permanence": ["Return to family", "Adoption", "SGO/CAO", "Supported living in the community",
                   "Long-term residential placement", "Long-term fostering", "other"],
    "type": "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 H5 K1 K2 K3 R1 R2 R3 R5 S1 Z1 T0 T1 T2 T3 T4".split(),
    "category": ["Relevant child", "Former relevant child", "Qualifying care leaver", "Eligible child"],
    "touch": ["Yes", "No", "Died", "Refu", "NREQ", "Rhom"], "lives": list("BCDEGHKRSTUVWXYZ"),
    "does": "F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6".split(),
}


def folded(header):
    header = header.replace("\u2018", "'").replace("\u2019", "'").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", header).strip().rstrip("?").lower()


def frames(path):
    """Tables of texts: the files of a folder, the sheets of a workbook."""
    if os.path.isdir(path):
        for name in sorted(os.listdir(path)):
            if name.lower().endswith(".csv"):
                yield pl.read_csv(os.path.join(path, name), infer_schema=False, has_header=False)
    else:
        for sheet in pl.read_excel(path, sheet_id=0, has_header=False, infer_schema_length=0).values():
            yield sheet.cast(pl.String)


def read(path):
    """For each list its rows as the file gives them, by short names; None where a column is not there."""
    found = {}
    for frame in frames(path):
        rows = frame.fill_null("").rows()
        for at in range(min(4, len(rows))):
            heads = [folded(cell) for cell in rows[at]]
            for number, columns in LISTS.items():
                own = list(columns.values())[0 if number != 9 else 3]
                if own in heads and (number not in found):
                    names = {**COMMON, **columns}
                    places = {short: heads.index(head) for short, head in names.items() if head in heads}
                    found[number] = [Row(number, places, row) for row in rows[at + 1:] if any(row)]
                    break
    return found


def as_date(text):
    text = text.strip()
    if not text:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d([ T].*)?", text):
            return date.fromisoformat(text[:10])
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text):
            day, month, year = map(int, text.split("/"))
            return date(year, month, day)
        if re.fullmatch(r"\d{5}(\.0)?", text):
            return date(1899, 12, 30) + timedelta(days=int(float(text)))
    except ValueError:
        pass
    return BAD


def as_code(text, names):
    text = text.strip()
    if not text:
        return None
    bare = re.sub(r"^[a-z]{1,2}\d?\)\s*", "", text)
    for name in sorted(names, key=len, reverse=True):
        if bare.lower() == name.lower() or re.match(re.escape(name) + r"\s*(:|-)", bare, re.I):
            return name
    return BAD


class Row:
    def __init__(self, number, places, cells):
        self.list = number
        self.has = set(places)
        raw = {short: cells[place] for short, place in places.items()}
        self.child = raw.get("child", "").strip()
        self.team, self.worker = raw.get("team", "").strip(), raw.get("worker", "").strip()
        for short in {**COMMON, **LISTS[number]}:
            if short in ("child", "team", "worker"):
                continue
            text = raw.get(short, "")
            isDate = short in DATES or (short == "seen" and number == 6)
            if isDate:
                value = as_date(text)
            elif short in CODES:
                value = as_code(text, CODES[short])
            elif short == "adviser":
                value = text.strip()
            else:
                value = None if not text.strip() else int(float(text)) if re.fullmatch(r"-?\d+(\.0)?", text.strip()) else BAD
            setattr(self, short, value)


# MARK: Counting

OUT, LEFT, NO, YES = "out", "left", "no", "yes"


class Figures:
    """Of one indicator, by period and team: numerator, denominator, overdue, left out."""

    def __init__(self):
        self.counts = Counter()

    def add(self, first, team, verdict):
        if verdict == OUT:
            return
        if verdict == LEFT:
            self.counts[first, team, "excluded"] += 1
            return
        self.counts[first, team, "denominator"] += 1
        if verdict == YES:
            self.counts[first, team, "numerator"] += 1


class Peer:
    def __init__(self, lists, as_at):
        self.lists, self.at = lists, as_at
        start = months(as_at, -6)
        first = start if start.day == 1 else months(start.replace(day=1), 1)
        self.months = []
        while first <= as_at:
            self.months.append((first, min(months(first, 1) - timedelta(days=1), as_at)))
            first = months(first, 1)
        self.found = {}
        self.plans = {row.child: row for row in self.once(7, "start") if row.child}

    def rows(self, number, *columns):
        rows = self.lists.get(number)
        if rows is None or rows and not set(columns) <= rows[0].has:
            return None
        return rows

    def month(self, day):
        return next((first for first, last in self.months if first <= day <= last), None)

    def once(self, number, start):
        """Of each child the row that started last, of those the last one; rows without a child all."""
        latest, kept = {}, set()
        for place, row in enumerate(self.lists.get(number, [])):
            key = getattr(row, start) if start else date.min
            order = (1, key) if isinstance(key, date) else (0, date.min) if key == BAD else (-1, date.min)
            if not row.child:
                kept.add(place)
            elif row.child not in latest or order >= latest[row.child][0]:
                latest[row.child] = (order, place)
        kept |= {place for _, place in latest.values()}
        return [row for place, row in enumerate(self.lists.get(number, [])) if place in kept]

    # The shapes of counting.

    def by_month(self, name, rows, day, verdict, may_be_open=False, is_count=False):
        if rows is None:
            return
        figures = self.found[name] = Figures()
        figures.is_count = is_count
        for row in rows:
            when = day(row)
            if isinstance(when, date):
                if (first := self.month(when)):
                    figures.add(first, row.team, verdict(row))
            elif when == BAD or not may_be_open:
                figures.add(self.months[-1][0], row.team, LEFT)

    def children_by_month(self, name, rows, day):
        if rows is None:
            return
        figures = self.found[name] = Figures()
        figures.is_count = True
        latest = {}
        for place, row in enumerate(rows):
            when = day(row)
            first = self.month(when) if isinstance(when, date) else self.months[-1][0]
            if first is None:
                continue
            if not isinstance(when, date) or not row.child:
                figures.add(first, row.team, LEFT)
            else:
                key = (first, row.child)
                if key not in latest or latest[key][0] <= (when, place):
                    latest[key] = ((when, place), row)
        for (first, _), (_, row) in latest.items():
            figures.add(first, row.team, YES)

    def today(self, name, number, start, verdict, *columns, is_count=False):
        rows = self.rows(number, *columns)
        if rows is None:
            return
        figures = self.found[name] = Figures()
        figures.is_count = is_count
        kept = {id(row) for row in self.once(number, start)}
        for row in rows:
            said = verdict(row)
            figures.add(self.at, row.team, LEFT if id(row) not in kept and said != OUT else said)

    def timed(self, name, rows, start, end, limit, awaited):
        if rows is None:
            return
        figures = self.found[name] = Figures()
        for row in rows:
            began, done = start(row), end(row)
            if not isinstance(began, date) or done == BAD:
                first = self.month(done) if isinstance(done, date) else self.months[-1][0]
                if first:
                    figures.add(first, row.team, LEFT)
                continue
            if done and (first := self.month(done)):
                figures.add(
                    first, row.team,
                    LEFT if done < began else YES if working_days(began, done) <= limit else NO)
            for first, last in self.months:
                if began <= last and (done is None or done > last) and working_days(began, last) > limit:
                    if awaited(row, last) == YES:
                        figures.counts[first, row.team, "overdue"] += 1

    def waiting(self, name, rows, start, end, limit, awaited):
        if rows is None:
            return
        figures = self.found[name] = Figures()
        for row in rows:
            began, done = start(row), end(row)
            if isinstance(done, date) and done <= self.at:
                continue
            if not isinstance(began, date) or began > self.at or done == BAD:
                figures.add(self.at, row.team, LEFT)
                continue
            said = awaited(row, self.at)
            figures.add(self.at, row.team, (YES if working_days(began, self.at) > limit else NO) if said == YES else said)

    def is_open(self, start, end):
        if end == BAD:
            return LEFT
        if end and end <= self.at:
            return OUT
        return YES if isinstance(start, date) and start <= self.at else LEFT

    def last_event(self, day, since):
        """A day, None where there was none since, BAD where it cannot be."""
        if day is None:
            return None
        if day == BAD or day > self.at:
            return BAD
        return None if since and day < since else day

    def in_date(self, event, due, first):
        if event == BAD:
            return LEFT
        return YES if (due(event) if event else first()) >= self.at else NO

    def is_under(self, years, row):
        if isinstance(row.birth, date):
            return months(row.birth, 12 * years) > self.at
        return row.age < years if isinstance(row.age, int) else None

    def run(self):
        self.front_door()
        self.assessments()
        self.enquiries()
        self.protection()
        self.need()
        self.care()
        self.leavers()
        return self.found

    # MARK: The front door

    def front_door(self):
        groups = {"people": "1A 1B 1C 1D", "education": "2A 2B", "health": "3A 3B 3C 3D 3E 3F", "housing": "4",
                  "council": "5A 5B 5C 5D", "police": "6", "legal": "7", "other": "8", "anonymous": "9", "unknown": "10"}
        contacts, referrals = self.rows(1, "contact"), self.rows(3, "day")
        self.by_month("contacts.received", contacts, lambda r: r.contact, lambda r: YES, is_count=True)
        self.children_by_month("contacts.children", contacts, lambda r: r.contact)
        self.by_month("referrals.received", referrals, lambda r: r.day, lambda r: YES, is_count=True)
        self.children_by_month("referrals.children", referrals, lambda r: r.day)
        for group, codes in groups.items():
            for kind, rows, day in (
                    ("contacts", self.rows(1, "contact", "source"), lambda r: r.contact),
                    ("referrals", self.rows(3, "day", "source"), lambda r: r.day)):
                self.by_month(f"{kind}.from.{group}", rows, day, lambda r: coded(r.source, codes.split()))
        self.by_month("referrals.noFurtherAction", self.rows(3, "day", "nfa"), lambda r: r.day,
                      lambda r: coded(r.nfa, ["Yes"]))
        last = {id(row) for row in self.once(3, "day") if row.child}
        self.by_month("referrals.repeatChildren", self.rows(3, "day", "earlier"), lambda r: r.day,
                      lambda r: counted(r.earlier, 1) if id(r) in last else LEFT)
        self.contacts_of_children(contacts, referrals)
        self.not_in_need(referrals)

    def contacts_of_children(self, contacts, referrals):
        if contacts is None:
            return
        figures = self.found["contacts.repeat"] = Figures()
        first, counts = months(self.at, -6), Counter()
        for row in contacts:
            if not isinstance(row.contact, date) or not row.child:
                figures.add(first, "", LEFT)
            elif first <= row.contact <= self.at:
                counts[row.child] += 1
        for count in counts.values():
            figures.add(first, "", YES if count >= 2 else NO)
        if referrals is None:
            return

        def verdict(row):
            if not row.child or row.contact + timedelta(days=7) > self.at:
                return LEFT
            return YES if any(
                r.child == row.child and isinstance(r.day, date)
                and timedelta(0) <= r.day - row.contact <= timedelta(days=7) for r in referrals) else NO
        self.by_month("contacts.toReferral", contacts, lambda r: r.contact, verdict)

    def not_in_need(self, referrals):
        assessments = self.rows(4, "start", "end", "needs")
        if referrals is None or assessments is None:
            return

        def verdict(row):
            if not row.child:
                return LEFT
            later = [r.day for r in referrals if r.child == row.child and isinstance(r.day, date) and r.day > row.day]
            before = min(later, default=date.max)
            return YES if any(
                a.child == row.child and a.needs == "No" and isinstance(a.start, date) and row.day <= a.start < before
                and isinstance(a.end, date) and a.end <= self.at for a in assessments) else NO
        self.by_month("referrals.notInNeed", referrals, lambda r: r.day, verdict)

    # MARK: Assessments and enquiries

    def assessments(self):
        rows = self.rows(4, "start", "end")
        start, end = (lambda r: r.start), (lambda r: r.end)
        self.timed("assessments.within45", rows, start, end, 45, lambda r, d: YES)
        self.waiting("assessments.openOver45", rows, start, end, 45, lambda r, d: YES)

        def taken(row):
            if not isinstance(row.start, date) or row.start > row.end:
                return LEFT
            return YES if 41 <= working_days(row.start, row.end) <= 45 else NO
        self.by_month("assessments.lastDays", rows, end, taken, may_be_open=True)
        self.by_month("assessments.childSeen", self.rows(4, "end", "seen"), end, lambda r: coded(r.seen, ["Yes"]), True)
        self.by_month("assessments.needsSupport", self.rows(4, "end", "needs"), end,
                      lambda r: coded(r.needs, ["Yes"]), True)

    def on_plan(self, child, day):
        plan = self.plans.get(child)
        return bool(plan and isinstance(plan.start, date) and plan.start <= day
                    and not (isinstance(plan.end, date) and plan.end <= day))

    def awaited(self, row, day):
        if row.unnecessary == BAD:
            return LEFT
        if row.unnecessary != "No":
            return OUT
        return LEFT if self.on_plan(row.child, day) else YES

    def enquiries(self):
        rows = self.rows(5, "start", "unnecessary")
        start, held = (lambda r: r.start), (lambda r: r.held)
        self.timed("conferences.within15", rows, start, held, 15, self.awaited)
        self.waiting("conferences.overdue", rows, start, held, 15, self.awaited)
        self.by_month("enquiries.started", rows, start, lambda r: YES, is_count=True)
        self.children_by_month("enquiries.children", rows, start)
        last = {id(row) for row in self.once(5, "start") if row.child}
        if rows is not None and (not rows or "earlier" in rows[0].has):
            self.by_month("enquiries.repeatChildren", rows, start,
                          lambda r: counted(r.earlier, 1) if id(r) in last else LEFT)
        self.by_month("enquiries.toConference", rows, start,
                      lambda r: LEFT if r.held == BAD else YES if r.held and r.held <= self.at else NO)
        if rows is not None and (not rows or "led" in rows[0].has):
            self.by_month("conferences.toPlan", rows, held, lambda r: coded(r.led, ["Yes"]), True)

    # MARK: Plans

    def protection(self):
        if self.rows(7, "start") is None:
            return
        start, end = (lambda r: r.start), (lambda r: r.end)

        def opened(verdict):
            def inner(row):
                said = self.is_open(row.start, row.end)
                return verdict(row) if said == YES else said
            return inner
        self.today("plans.open", 7, "start", opened(lambda r: YES), is_count=True)
        names = {"neglect": "Neglect", "physical": "Physical abuse", "sexual": "Sexual abuse",
                 "emotional": "Emotional abuse", "multiple": "Multiple/not recommended"}
        for key, name in names.items():
            self.today(f"plans.category.{key}", 7, "start", opened(lambda r: coded(r.latest, [name])), "latest")
            self.by_month(f"plans.startedFor.{key}", self.rows(7, "start", "first"), start,
                          lambda r: coded(r.first, [name]))
        for count in (18, 24):
            self.today(f"plans.open{count}", 7, "start",
                       opened(lambda r: YES if months(r.start, count) <= self.at else NO))
        rows = self.rows(7, "start")
        self.by_month("plans.started", rows, start, lambda r: YES, is_count=True)
        self.by_month("plans.repeat", self.rows(7, "start", "previous"), start, lambda r: counted(r.previous, 1))
        rows = self.rows(7, "start", "end")
        self.by_month("plans.ended", rows, end, lambda r: YES, True, is_count=True)
        for name, check in (("plans.endedAfter24", lambda r: r.end >= months(r.start, 24)),
                            ("plans.endedWithin3", lambda r: r.end <= months(r.start, 3))):
            self.by_month(name, rows, end, lambda r: LEFT if not isinstance(r.start, date) or r.start > r.end
                          else YES if check(r) else NO, True)
        self.today("plans.reviewInDate", 7, "start", opened(lambda r: self.in_date(
            self.last_event(r.review, r.start), lambda d: months(d, 6), lambda: months(r.start, 3))))
        self.today("plans.visitInDate", 7, "start", opened(lambda r: self.in_date(
            self.last_event(r.visit, r.start), lambda d: after_working_days(d, 10),
            lambda: after_working_days(r.start, 10))))
        self.today("plans.seenAlone", 7, "start", opened(lambda r: coded(r.alone, ["Yes"], NO)), "alone")
        self.today("plans.seenAloneUnknown", 7, "start", opened(lambda r: coded(r.alone, ["Unknown"], YES)), "alone")

    # MARK: Need and workload

    def need(self):
        if self.rows(6, "status") is None:
            return

        def opened(verdict):
            def inner(row):
                if row.status in (None, BAD):
                    return LEFT
                return OUT if row.status == "Closed episode" else verdict(row)
            return inner
        self.today("need.open", 6, "start", opened(lambda r: YES), is_count=True)
        for key, name in {"lookedAfter": "Looked after child", "protection": "Child Protection plan",
                          "plan": "Child in need plan", "assessment": "Open assessment"}.items():
            self.today(f"need.status.{key}", 6, "start", opened(lambda r: YES if r.status == name else NO))

        def unseen(row):
            if row.seen is None:
                return YES
            if row.seen == BAD or row.seen > self.at:
                return LEFT
            return YES if self.at - row.seen > timedelta(days=42) else NO
        self.today("need.notSeen", 6, "start", opened(unseen), "seen")
        self.today("need.unallocated", 6, "start", opened(lambda r: YES if nobody(r) else NO), "worker")
        if self.rows(6, "worker") is not None:
            self.workload()

    def workload(self):
        held, left, counted_children = {}, Counter(), set()
        for row in self.once(6, "start"):
            is_open = row.status not in (None, BAD, "Closed episode") or (
                row.status in (None, BAD) and not isinstance(row.closed, date))
            if row.child and is_open:
                counted_children.add(row.child)
                self.hold(row, held, left)
        # Children of Lists 7 and 8 whom List 6 lacks are open cases, but stand in no caseload.
        for number in (8, 7):
            for row in self.once(number, "start"):
                if self.is_open(row.start, row.end) == YES and not (number == 8 and row.legal in ("V3", "V4")):
                    if row.child:
                        counted_children.add(row.child)
        for row in self.once(9, None):
            if row.child and row.child not in counted_children and row.touch not in ("Died", "Rhom"):
                self.hold(row, held, left)
        mean, over = Figures(), Figures()
        for worker, teams in held.items():
            team = min(teams, key=lambda name: (-teams[name], name))
            children = sum(teams.values())
            mean.counts[self.at, team, "numerator"] += children
            mean.counts[self.at, team, "denominator"] += 1
            over.add(self.at, team, YES if children > 18 else NO)
        for team, count in left.items():
            mean.counts[self.at, team, "excluded"] += count
            over.counts[self.at, team, "excluded"] += count
        self.found["workers.caseload"], self.found["workers.overLimit"] = mean, over

    @staticmethod
    def hold(row, held, left):
        if nobody(row):
            left[row.team] += 1
        else:
            held.setdefault(row.worker, Counter())[row.team] += 1

    # MARK: Care

    def care(self):
        if self.rows(8, "start") is None:
            return

        def opened(verdict):
            def inner(row):
                said = self.is_open(row.start, row.end)
                if said == YES and row.legal in ("V3", "V4"):
                    return LEFT
                return verdict(row) if said == YES else said
            return inner
        self.today("care.open", 8, "start", opened(lambda r: YES), is_count=True)
        self.today("care.threePlacements", 8, "start", opened(lambda r: counted(r.placements, 3)), "placements")
        self.today("care.outOfArea", 8, "start", opened(lambda r: coded(r.where, ["Out"])), "where")
        kinds = ["H5", "P2"] + (["K3"] if self.at >= date(2024, 4, 1) else [])
        self.today("care.supportedAccommodation", 8, "start", opened(lambda r: coded(r.type, kinds)), "type")
        self.today("care.missing", 8, "start", opened(lambda r: counted(r.missing, 1)), "missing")
        for name, column in (("interviewOffered", "offered"), ("interviewAccepted", "accepted")):
            def asked(row):
                went = counted(row.missing, 1)
                return coded(getattr(row, column), ["Yes"], NO) if went == YES else OUT if went == NO else LEFT
            self.today(f"care.{name}", 8, "start", opened(asked), "missing", column)

        def reviewed(row):
            first = after_working_days(row.start, 20)
            early = self.at < months(first, 3)
            return self.in_date(self.last_event(row.review, row.start), lambda d: months(d, 3 if early else 6),
                                lambda: first)
        self.today("care.reviewInDate", 8, "start", opened(reviewed))
        self.today("care.visitInDate", 8, "start", opened(self.visited))

        def a_year(verdict):
            return lambda row: verdict(row) if months(row.start, 12) <= self.at else OUT

        def within(day, count):
            if day is None:
                return NO
            return LEFT if day == BAD or day > self.at else YES if months(day, count) >= self.at else NO

        def healthy(row):
            young = self.is_under(5, row)
            return LEFT if young is None else within(row.health, 6 if young else 12)
        self.today("care.healthInDate", 8, "start", opened(a_year(healthy)))
        self.today("care.dentalInDate", 8, "start", opened(a_year(lambda r: within(r.dental, 12))))

    def visited(self, row):
        if not isinstance(row.placed, date) or row.placed > self.at:
            return LEFT

        def due(last):
            if row.type == "P1" and row.legal == "C1":
                reviewed = self.last_event(row.review, row.start)
                return last + timedelta(days=28 if isinstance(reviewed, date) else 7)
            lasting = row.permanence in ("Long-term fostering", "Long-term residential placement")
            if lasting and last >= months(row.placed, 12) and not (row.type == "P1" and row.legal == "C2"):
                return months(last, 3)
            return last + timedelta(days=42)
        return self.in_date(self.last_event(row.visit, row.placed), due, lambda: row.placed + timedelta(days=7))

    # MARK: Leavers

    def leavers(self):
        if self.rows(9, "touch") is None:
            return

        def group(verdict):
            def inner(row):
                if row.touch in (None, BAD):
                    return LEFT
                return OUT if row.touch in ("Died", "Rhom") else verdict(row)
            return inner
        asked = {"inTouch": ("touch", ["Yes"]), "suitable": ("suits", ["Suitable"]),
                 "eet": ("does", [code for code in CODES["does"] if code[0] in "FP"]),
                 "neet": ("does", ["G4", "G5", "G6"]), "bedAndBreakfast": ("lives", ["W"]), "custody": ("lives", ["X"]),
                 "homeless": ("lives", ["S"])}
        bands = {"17": (17, 17), "18": (18, 18), "19to21": (19, 21), "22to25": (22, 25)}
        for key, (column, codes) in asked.items():
            def said(row):
                return coded(getattr(row, column), codes, NO)
            self.today(f"leavers.{key}", 9, None, group(said), column)
            for band, (low, high) in bands.items() if key in ("inTouch", "suitable", "eet") else ():
                def aged(row):
                    below, within = self.is_under(low, row), self.is_under(high + 1, row)
                    return LEFT if below is None else said(row) if within and not below else OUT
                self.today(f"leavers.{key}.{band}", 9, None, group(aged), column)

        def pathway(row):
            if row.category in (None, BAD):
                return LEFT
            if row.category == "Qualifying care leaver":
                return OUT
            return recent(row.pathway, lambda day: months(day, 6))

        def recent(day, due):
            if day is None:
                return NO
            return LEFT if day == BAD or day > self.at else YES if due(day) >= self.at else NO
        self.today("leavers.pathwayReviewed", 9, None, group(pathway), "pathway", "category")
        self.today("leavers.adviser", 9, None, group(
            lambda r: NO if " ".join(r.adviser.lower().split()) in NOBODY else YES), "adviser")
        self.today("leavers.contact", 9, None, group(lambda r: recent(r.contact, lambda d: d + timedelta(weeks=8))),
                   "contact")


def coded(value, yes, empty=LEFT):
    return empty if value is None else LEFT if value == BAD else YES if value in yes else NO


def counted(value, least):
    return LEFT if not isinstance(value, int) or value < 0 else YES if value >= least else NO


def nobody(row):
    worker = " ".join(row.worker.lower().split())
    return worker in NOBODY or worker == " ".join(row.team.lower().split())


# MARK: Holding one against the other

MEDIANS = {"assessments.medianDays", "conferences.medianDays", "workers.caseloadMedian"}
KINDS = ("numerator", "denominator", "overdue", "excluded")


def ours(program, path, as_at):
    printed = subprocess.run(
        [program, "measure", "compute", "--file", path, "--as-at", str(as_at), "--format", "json", "--by", "team"],
        check=True, capture_output=True, text=True).stdout
    return {
        entry["id"]: {
            (date.fromisoformat(period["first"]), unit["team"], kind): unit[kind]
            for period in entry["periods"] for unit in period["units"] for kind in KINDS if unit[kind]
        }
        for entry in json.loads(printed)["indicators"]
    }


def compare(program, path, as_at):
    theirs = Peer(read(path), as_at).run()
    found = ours(program, path, as_at)
    wrong = compared = 0
    for name in sorted(set(theirs) | set(found) - MEDIANS):
        expected = {} if name not in theirs else {
            key: count for key, count in theirs[name].counts.items()
            if count and not (key[2] == "denominator" and getattr(theirs[name], "is_count", False))}
        if name not in theirs or name not in found:
            print(f"{name}: only {'Plumbline' if name in found else 'the peer'} counts it")
            wrong += 1
            continue
        compared += 1
        for key in sorted(set(expected) | set(found[name])):
            if expected.get(key, 0) != found[name].get(key, 0):
                wrong += 1
                first, team, kind = key
                print(f"{path}: {name}, {first}, {team or 'no team'}, {kind}:"
                      f" Plumbline {found[name].get(key, 0)}, the peer {expected.get(key, 0)}")
    print(f"{path}: {compared} indicators compared, {wrong} figures differ")
    return wrong


# MARK: Files of chance


def write_random(folder, chance, as_at):
    """The eight lists with a team as CSV files, dates near the day and near each other."""
    def day(reach):
        return as_at - timedelta(days=chance.choice([0, 1, 7, 10, 14, 15, 20, 21, 28, 42, 43, 56, 57, 63, 64, 90, 91, 92,
                                                     180, 181, 183, 184, 364, 365, 366, 730, 731, chance.randrange(reach)]))
    for number, columns in LISTS.items():
        names = {**COMMON, **columns}
        if number == 1:
            names = {key: name for key, name in names.items() if key not in ("team", "worker")}
        lines = [list(names.values())]
        for _ in range(chance.randrange(5, 60)):
            cells = []
            for short in names:
                roll = chance.random()
                if short == "child":
                    cells.append("" if roll < 0.03 else f"C{chance.randrange(25)}")
                elif short == "team":
                    cells.append(chance.choice(["North", "South", "East"]))
                elif short in ("worker", "adviser"):
                    cells.append(chance.choice(["Ann", "Bo", "Cy", "Duty", "", "North"]))
                elif short == "birth":
                    cells.append("" if roll < 0.2 else str(as_at - timedelta(days=chance.randrange(400, 9500))))
                elif short in CODES and not (short == "seen" and number == 6):
                    cells.append("" if roll < 0.1 else "zzqx" if roll < 0.13 else written(chance, short))
                elif short in DATES or short == "seen":
                    empty = 0.5 if short in ("end", "held", "closed") else 0.08
                    cells.append("" if roll < empty else "zzqx" if roll < empty + 0.02 else str(day(400)))
                else:
                    cells.append("" if roll < 0.05 else str(chance.randrange(5 if short != "age" else 26)))
            lines.append(cells)
        with open(os.path.join(folder, f"list_{number}.csv"), "w", encoding="utf-8") as file:
            for cells in lines:
                file.write(",".join('"' + cell + '"' for cell in cells) + "\n")


WRITTEN = {"Yes": "a) Yes", "No": "b) No", "Unknown": "c) Unknown"}


def written(chance, short):
    name = chance.choice(CODES[short])
    return name if short == "touch" else WRITTEN.get(name, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--file")
    parser.add_argument("--as-at", type=date.fromisoformat, default=date(2026, 10, 31))
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    given = parser.parse_args()
    if given.file:
        sys.exit(1 if compare(given.program, given.file, given.as_at) else 0)
    wrong, chance = 0, random.Random(given.seed)
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(given.random):
            folder = os.path.join(given.keep or scratch, f"{given.seed}-{number}")
            os.makedirs(folder, exist_ok=True)
            as_at = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
            write_random(folder, chance, as_at)
            wrong += compare(given.program, folder, as_at)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
