"""What both sides of a comparison are given: a plan of 50 actions, as documents and as a database."""
import os
import random
import sqlite3
from datetime import date, timedelta

import docx

AREAS = 10
ACTIONS = [
    (
        f"{area}.{number}",
        f"Agree step {number} of area {area} with every team and put it in the practice standard",
        f"{10 + number} {month} 2027", f"Lead {area} (Head of Service {number})",
        f"{60 + area + number}% of {100 + area} files show the step by 31 December 2027, from {20 + area}% in May 2026",
    )
    for area, month in zip(
        range(1, AREAS + 1),
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"],
    )
    for number in range(1, 6)
]


def write_document(folder):
    """The plan as a Word table and as pasted text; the names of the two files."""
    word = os.path.join(folder, "fifty.docx")
    document = docx.Document()
    document.add_heading("Improvement plan of fifty actions, May 2026", 0)
    heads = ["Area for development", "We will", "Timescale", "Lead", "Success criteria"]
    table = document.add_table(rows=1, cols=5)
    for cell, head in zip(table.rows[0].cells, heads):
        cell.text = head
    lines = ["Improvement plan of fifty actions, May 2026", "", "\t".join(heads)]
    for reference, text, when, lead, criterion in ACTIONS:
        area = f"{reference.split('.')[0]} Area number {reference.split('.')[0]}" if reference.endswith(".1") else ""
        values = [area, f"{reference} {text}", when, lead, f"{reference} {criterion}"]
        for cell, value in zip(table.add_row().cells, values):
            cell.text = value
        lines.append("\t".join(values))
    document.save(word)
    pasted = os.path.join(folder, "fifty.txt")
    with open(pasted, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return [word, pasted]


def write_database(folder):
    path = os.path.join(folder, "peer.sqlite")
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE plan_action (id INTEGER PRIMARY KEY, reference TEXT, text TEXT, due TEXT, lead TEXT, criterion TEXT)"
    )
    connection.executemany(
        "INSERT INTO plan_action (reference, text, due, lead, criterion) VALUES (?, ?, ?, ?, ?)", ACTIONS
    )
    connection.commit()
    connection.close()
    return path


def write_large_document(folder):
    """A plan of 500 actions in 50 areas, each with a criterion, as pasted text; the file's name."""
    months = ["January", "February", "March", "April", "May", "June", "July", "September", "October", "November"]
    lines = ["Improvement plan of five hundred actions, May 2026", ""]
    lines.append("\t".join(["Area for development", "We will", "Timescale", "Lead", "Success criteria"]))
    for area in range(1, 51):
        for number in range(1, 11):
            reference = f"{area}.{number}"
            lines.append("\t".join([
                f"{area} Area number {area}" if number == 1 else "",
                f"{reference} Agree step {number} of area {area} with every team and put it in the practice standard",
                f"{10 + number} {months[area % 10]} 2027", f"Lead {area} (Head of Service {number})",
                f"{reference} {60 + number}% of {100 + area} files show the step by 31 December 2027,"
                f" from {20 + number}% in May 2026",
            ]))
    path = os.path.join(folder, "five-hundred.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def write_census(folder, children):
    """A CIN census of 2025-26 with so many invented children: an episode or two each, with all that one can hold."""
    rng = random.Random(7)
    first = date(2025, 4, 1)

    def put(name, value):
        return f"<{name}>{value}</{name}>"

    def episode(start):
        def on(days):
            return (start + timedelta(days)).isoformat()

        closed = rng.random() < 0.6
        parts = [put("CINreferralDate", on(0)), put("ReferralSource", "1A"), put("PrimaryNeedCode", "N1")]
        if closed:
            parts += [put("CINclosureDate", on(120)), put("ReasonForClosure", "RC7")]
        factors = "".join(put("AssessmentFactors", code) for code in rng.sample(["1A", "3B", "4A", "16A", "17A"], 2))
        parts.append(put("Assessments", put("AssessmentActualStartDate", on(1))
                         + put("AssessmentAuthorisationDate", on(40)) + put("FactorsIdentifiedAtAssessment", factors)))
        protected = rng.random() < 0.3
        if protected:
            parts.append(put("Section47", put("S47ActualStartDate", on(3)) + put("InitialCPCtarget", on(21))
                             + put("DateOfInitialCPC", on(20)) + put("ICPCnotRequired", "false")))
        else:
            parts.append(put("CINPlanDates", put("CINPlanStartDate", on(45))
                             + (put("CINPlanEndDate", on(119)) if closed else "")))
        parts.append(put("ReferralNFA", "false"))
        if protected:
            parts.append(put("ChildProtectionPlans", put("CPPstartDate", on(20))
                             + (put("CPPendDate", on(119)) if closed else "") + put("InitialCategoryOfAbuse", "NEG")
                             + put("LatestCategoryOfAbuse", "NEG") + put("NumberOfPreviousCPP", "0")
                             + put("Reviews", put("CPPreviewDate", on(100)))))
        return put("CINdetails", "".join(parts))

    def child(number):
        born = date(2008, 1, 1) + timedelta(rng.randint(0, 6000))
        start = first + timedelta(rng.randint(0, 100))
        episodes = episode(start) + (episode(start + timedelta(130)) if rng.random() < 0.3 else "")
        return put("Child", put("ChildIdentifiers", put("LAchildID", f"A{number:07d}") + put("UPNunknown", "UN2")
                                + put("PersonBirthDate", born) + put("Sex", rng.choice("MF")))
                   + put("ChildCharacteristics", put("Ethnicity", "WBRI")
                         + put("Disabilities", put("Disability", "NONE"))) + episodes)

    path = os.path.join(folder, f"census-{children}.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
                   "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children>\n")
        file.writelines(child(number) + "\n" for number in range(children))
        file.write("</Children></Message>\n")
    return path
