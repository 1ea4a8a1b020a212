"""A round of 5,000 cases through the pages, as browsers would do it, and how long its pages then take.

    python3 Benchmarks/audit_round.py .build/release/plumbline [CASES]

Starts the example authority on a port of its own. Its quality lead sets a round up, gives it a list of so many cases,
locks, draws and gives it out; an independent auditor grades every case and sends it; a tenth of them is verified blind
by another; the round is closed. Then each page is asked for twenty times: the middle and the longest time in
milliseconds, whole answers over one connection.
"""

import datetime
import html
import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PORT = 8331


class Browser:
    def __init__(self):
        self.link = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        self.cookies, self.text, self.status, self.address = {}, "", 0, ""

    def send(self, method, path, body=None, kind=None):
        headers = {"cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if kind:
            headers |= {"content-type": kind, "origin": f"http://127.0.0.1:{PORT}"}
        try:
            self.link.request(method, path, body, headers)
            answer = self.link.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError):
            # The server closes what was idle for long.
            self.link.close()
            self.link.request(method, path, body, headers)
            answer = self.link.getresponse()
        raw = answer.read()
        self.status, self.address = answer.status, path
        self.text = raw.decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        if answer.status == 303:
            self.send("GET", urllib.parse.urldefrag(answer.getheader("location"))[0])
        return self

    def get(self, path):
        return self.send("GET", path)

    def key(self):
        return re.search(r'name="form-key" value="([^"]*)"', self.text)[1]

    def post(self, path, fields):
        pairs = [("form-key", self.key())] + (list(fields.items()) if isinstance(fields, dict) else fields)
        return self.send("POST", path, urllib.parse.urlencode(pairs), "application/x-www-form-urlencoded")

    def upload(self, path, name, data, fields=()):
        body = b""
        for key, value in [("form-key", self.key()), *fields]:
            body += f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        body += (f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n').encode()
        body += data + b"\r\n--edge--\r\n"
        return self.send("POST", path, body, "multipart/form-data; boundary=edge")

    def come_in(self, name):
        self.get("/sign-in")
        for person in self.text.split('name="account" value="')[1:]:
            if name in html.unescape(person):
                return self.post("/sign-in/example", {"account": person.split('"')[0]})
        raise SystemExit(f"{name} is not at the door")

    def inputs(self):
        """The attributes of every input of the page, in order."""
        return [
            {key: html.unescape(value) for key, value in re.findall(r'([a-z-]+)="([^"]*)"', one)}
            for one in re.findall(r"<(?:input|textarea)\b([^>]*)>", self.text)
        ]

    def option(self, words):
        """The value of the choice (option, radio or box) that begins with those words."""
        found = re.search(r'<option[^>]*value="([^"]*)"[^>]*>[\s\u00a0–-]*' + re.escape(words), self.text)
        if found:
            return found[1]
        labels = {key: text for key, text in re.findall(r'<label[^>]*for="([^"]*)"[^>]*>\s*([^<]*)', self.text)}
        for one in self.inputs():
            if labels.get(one.get("id"), "").startswith(words):
                return one["value"]
        raise SystemExit(f"no choice “{words}” at {self.address}")

    def hidden(self):
        return {one["name"]: one["value"] for one in self.inputs() if one.get("type") == "hidden" and one["name"] != "form-key"}


def must(browser, status=200):
    if browser.status != status:
        words = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(style|script).*?</\1>", "", browser.text))
        raise SystemExit(f"{browser.status} at {browser.address}: {' '.join(words.split())[:800]}")
    return browser


def date(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def grade(browser, rank):
    """Answers every question of the form that is shown, and sends it."""
    audit, inputs = browser.address, browser.inputs()
    names = {one.get("name") for one in inputs}
    fields = []
    for one in inputs:
        if not one.get("name", "").startswith("s."):
            continue
        key = one["name"][2:]
        fields += [(one["name"], one["value"]), (f"n.{key}", "")]
        values = [
            other["value"] for other in inputs
            if other.get("name") == f"a.{key}" and other.get("type") == "radio" and other["value"] != "na"]
        if f"d.{key}-day" in names:
            fields += [(f"d.{key}-day", "3"), (f"d.{key}-month", "11"), (f"d.{key}-year", "2026")]
        elif values:
            fields.append((f"a.{key}", values[min(rank, len(values) - 1)]))
    must(browser.post(f"{audit}/answers", fields + [("go", "check")]))
    must(browser.post(f"{audit}/sending", {"mode": "alone"}))


def all_audits(browser):
    found, page = [], 1
    while True:
        must(browser.get(f"/audits/mine?page={page}"))
        more = [link for link in re.findall(r'href="(/audits/mine/[0-9a-z]{13})"', browser.text) if link not in found]
        if not more:
            return found
        found += more
        page += 1


def main():
    program, cases = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    with tempfile.TemporaryDirectory(prefix="round") as folder:
        server = subprocess.Popen(
            [program, "serve", "--example", "--port", str(PORT), "--data", folder], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            run(cases)
        finally:
            server.terminate()
            server.wait()


def wait():
    for _ in range(600):
        try:
            return Browser().get("/health")
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server does not answer.")


def run(cases):
    wait()
    grace = Browser().come_in("Grace O'Malley")
    must(grace.get("/audits/rounds/new"))
    today = datetime.date(2026, 11, 20)
    must(grace.post("/audits/rounds/new", {
        "series": "Large", "title": "A large round", "question": "How long do its pages take?",
        "node": grace.option("Ashmere County Council"), "tool": grace.option("Casework quality"), "kind": "census",
        "size": "", "size-unit": "number", "first": "independent", **date("due", today + datetime.timedelta(28)),
        "verify": "some", "verify-size": "10", "verify-size-unit": "percent",
        **date("verify-due", today + datetime.timedelta(42)), "pass": "80", "most": "", "rest": "",
    }))
    at = re.match(r"/audits/rounds/[0-9a-z]{13}", grace.address)[0]
    must(grace.get(f"{at}/frame"))
    lines = ["Case ID,Allocated worker,Team,Category"] + [
        f"L{number:05d},Worker {number % 150},Harbour team,{'Neglect' if number % 2 else 'Emotional'}"
        for number in range(cases)]
    must(grace.upload(f"{at}/frame/file", "list.csv", "\r\n".join(lines).encode(), list(grace.hidden().items())))
    must(grace.get(f"{at}/lock"))
    must(grace.post(f"{at}/lock", grace.hidden()))
    must(grace.get(f"{at}/draw"))
    must(grace.post(f"{at}/draw", {}))
    must(grace.get(f"{at}/giving"))
    must(grace.post(f"{at}/giving", {"auditors": grace.option("Tom Hallam")}))
    must(grace.get(f"{at}/verification"))
    must(grace.post(f"{at}/verification/draw", {}))
    must(grace.get(f"{at}/verification"))
    must(grace.post(f"{at}/verification", {"verifiers": grace.option("Ines Farrow")}))

    begun = time.perf_counter()
    tom = Browser().come_in("Tom Hallam")
    mine = all_audits(tom)
    for number, audit in enumerate(mine):
        must(tom.get(audit))
        grade(tom, number % 3)
    print(f"{len(mine)} audits filled in and sent: {time.perf_counter() - begun:.0f} s")
    must(grace.get(f"{at}/closing"))
    must(grace.post(f"{at}/closing", {"deed": "first", **grace.hidden()}))
    ines = Browser().come_in("Ines Farrow")
    for number, audit in enumerate(link for link in all_audits(ines)):
        must(ines.get(audit))
        if any(one.get("name", "").startswith("s.") for one in ines.inputs()):
            grade(ines, number % 4)
    must(grace.get(f"{at}/closing"))
    must(grace.post(f"{at}/closing", {"deed": "second", "reason-second": "", **grace.hidden()}))

    denise = Browser().come_in("Denise Aldous")
    print("| page | who | middle, ms | longest, ms |\n|---|---|--:|--:|")
    for who, browser, path in [
        ("quality lead", grace, "/audits"), ("quality lead", grace, at), ("quality lead", grace, f"{at}/frame"),
        ("quality lead", grace, f"{at}/draw"), ("quality lead", grace, f"{at}/result"),
        ("board", denise, f"{at}/result"), ("auditor", tom, "/audits/mine"), ("auditor", tom, mine[0]),
        ("quality lead", grace, "/audits/safety"), ("quality lead", grace, "/audits/actions"),
        ("quality lead", grace, "/work"),
    ]:
        times = []
        for _ in range(20):
            begun = time.perf_counter()
            must(browser.get(path))
            times.append((time.perf_counter() - begun) * 1000)
        shown = re.sub(r"[0-9a-z]{13}", "…", path)
        print(f"| `{shown}` | {who} | {statistics.median(times):.1f} | {max(times):.1f} |", flush=True)


main()
