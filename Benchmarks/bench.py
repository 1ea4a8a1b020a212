"""Prints the rows of the speed table that exist so far. Called by scripts/bench with the built program.

Every figure is a median of several runs; CPU seconds are the child's own, from the operating system.
"""
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import returns
from peers import write_census, write_database, write_document, write_large_document

PROGRAM = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = []


def row(work, figure, aim, peer="nobody does it"):
    ROWS.append((work, figure, aim, peer))


def child_seconds(command, ends=(0,)):
    """Wall and CPU milliseconds of one run of a command, which may end with one of these statuses."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    status = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
    wall = time.perf_counter() - began
    if status not in ends:
        raise SystemExit(f"{command} ended with {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, cpu * 1000


def read_plan(folder):
    for name in write_document(folder):
        runs = [child_seconds([PROGRAM, "plan", "read", name, "--format", "json"]) for _ in range(21)]
        wall, cpu = (statistics.median(figures) for figures in zip(*runs))
        row(
            f"read a plan of 50 actions ({name.rsplit('.')[-1]}), whole process",
            f"{wall:.0f} ms, {cpu:.0f} ms CPU", "30 ms",
        )
        checks = [child_seconds_any([PROGRAM, "plan", "check", name]) for _ in range(11)]
        row(f"check it ({name.rsplit('.')[-1]}), whole process", f"{statistics.median(checks):.0f} ms", "–")


def child_seconds_any(command):
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def check_census(folder):
    """A census of 10,000 children, read and held against every rule, beside its bytes parsed and nothing more."""
    path = write_census(folder, 10_000)
    size = os.path.getsize(path) / 1e6
    runs = [child_seconds([PROGRAM, "return", "check", path, "--format", "json"], ends=(0, 1)) for _ in range(11)]
    wall, cpu = (statistics.median(figures) for figures in zip(*runs))
    parse = f"import xml.etree.ElementTree as E; E.parse({path!r})"
    _, peer = child_seconds([sys.executable, "-c", parse])
    row(
        f"a CIN census of 10,000 children ({size:.0f} MB), read and all 109 rules, whole process",
        f"{wall:.0f} ms, {cpu:.0f} ms CPU", "300 ms CPU",
        f"Data to Insight’s validator 155 s CPU (design, another day); Python’s own XML parser alone {peer:.0f} ms CPU",
    )


def wait_for(port):
    began = time.perf_counter()
    while time.perf_counter() - began < 20:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1).read()
            return (time.perf_counter() - began) * 1000
        except OSError:
            time.sleep(0.001)
    raise SystemExit("The server did not answer.")


class Session:
    """Cookies kept by hand: the site's are Secure, which urllib does not send to a plain address."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, path, form=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=form)
        request.add_header("Cookie", self.header)
        opener = urllib.request.build_opener(NoRedirect)
        try:
            answer = opener.open(request)
        except urllib.error.HTTPError as error:
            answer = error
        for cookie in answer.headers.get_all("set-cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.read().decode()

    @property
    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def load(port, path, cookie=None):
    """Requests a second and the 99th percentile in milliseconds, 16 connections for 8 seconds."""
    command = ["wrk", "-t2", "-c16", "-d8s", "--latency", f"http://127.0.0.1:{port}{path}"]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in printed:
        raise SystemExit(f"{path} did not answer well:\n{printed}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", printed).group(1))
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", printed).groups()
    return rate, float(amount) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def start_to_first_answer(folder):
    data = os.path.join(folder, "started")
    serve(data, 8171, example=True).wait_then_stop()
    times = []
    for _ in range(7):
        server = serve(data, 8171)
        times.append(server.first_answer)
        server.wait_then_stop()
    row("start to first answer", f"{statistics.median(times):.0f} ms", "50 ms")


class serve:
    def __init__(self, data, port, example=False):
        command = [PROGRAM, "serve", "--data", data, "--port", str(port)] + (["--example"] if example else [])
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.first_answer = wait_for(port)

    def wait_then_stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def sign_in(port, name):
    session = Session(port)
    page = session.ask("/sign-in")
    account = re.search(rf'name="account" value="(\w+)"[^>]*>[^<]*{name}', page).group(1)
    key = re.search(r'name="form-key" value="([^"]+)"', page).group(1)
    session.ask("/sign-in/example", f"form-key={key}&back=&account={account}".encode())
    return session


# What a plan's people open; {plan} and {action} are filled in.
LARGE_PAGES = [
    "/plans/{plan}/overview", "/plans/{plan}", "/plans/{plan}?work=green", "/plans/{plan}?words=area+12",
    "/plans/{plan}/timeline", "/plans/{plan}/actions/{action}", "/plans/{plan}/proof", "/plans/{plan}/evidence",
    "/plans/{plan}/evidence/none", "/plans/{plan}/dates", "/plans/{plan}/documents", "/plans/{plan}/versions",
    "/plans/{plan}/answers", "/plans/{plan}/checks", "/plans/{plan}/changes", "/plans/{plan}/findings",
    "/plans/{plan}/as-at?day=2026-11-20", "/missing", "/work", "/calendar?month=2027-06",
    "/search?q=practice+standard",
]


def large_plan(folder):
    """How long each page takes for a plan of 500 actions, one visitor, median of 21 after two to warm up."""
    data = os.path.join(folder, "large")
    serve(data, 8174, example=True).wait_then_stop()
    subprocess.run(
        [PROGRAM, "plan", "import", write_large_document(folder), "--data", data, "--title", "Five hundred"],
        check=True, stdout=subprocess.DEVNULL,
    )
    server = serve(data, 8174)
    session = sign_in(8174, "Ruth")
    plan = re.search(r'href="/plans/(\w+)"[^>]*>Five hundred', session.ask("/plans")).group(1)
    action = re.search(r'/actions/(\w+)"', session.ask(f"/plans/{plan}")).group(1)
    for page in LARGE_PAGES:
        path = page.format(plan=plan, action=action)
        times = []
        for _ in range(23):
            began = time.perf_counter()
            text = session.ask(path)
            times.append((time.perf_counter() - began) * 1000)
        if "There is nothing here" in text or "Something is wrong" in text:
            raise SystemExit(f"{path} did not answer well")
        row(f"a plan of 500 actions: `{page}`", f"{statistics.median(times[2:]):.0f} ms", "50 ms")
    server.wait_then_stop()


def pages(folder):
    data = os.path.join(folder, "pages")
    serve(data, 8172, example=True).wait_then_stop()
    subprocess.run(
        [PROGRAM, "plan", "import", write_document(folder)[0], "--data", data, "--title", "Fifty"],
        check=True, stdout=subprocess.DEVNULL,
    )
    server = serve(data, 8172)
    session = sign_in(8172, "Ruth")
    plan = re.search(r'href="(/plans/\w+)"[^>]*>Fifty', session.ask("/plans")).group(1)
    rate, p99 = load(8172, plan, session.header)
    server.wait_then_stop()
    peers = []
    database = write_database(folder)
    for name, module in [("Django", "peer_django:application"), ("Flask", "peer_flask:application")]:
        peer = subprocess.Popen(
            [os.path.join(os.path.dirname(sys.executable), "gunicorn"), "-w", "2", "-b", "127.0.0.1:8173", module],
            cwd=HERE, env={**os.environ, "BENCH_DATABASE": database},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        wait_for(8173)
        peer_rate, peer_p99 = load(8173, "/plan")
        peer.terminate()
        peer.wait(timeout=30)
        peers.append(f"{name} {peer_rate:.0f}/s, p99 {peer_p99:.0f} ms")
    row(
        "a page of 50 rows from the database, signed in, 16 connections",
        f"{rate:.0f}/s, p99 {p99:.1f} ms", "4,000/s, p99 10 ms", "; ".join(peers),
    )


def indicators(folder):
    """An indicator over a million rows, columns in memory on every side, and all of them over an Annex A."""
    from peer_indicators import write_assessments

    here = os.path.join(folder, "indicators")
    os.makedirs(here)
    path = write_assessments(here)
    command = [PROGRAM, "measure", "compute", "--as-at", "2026-10-31", "--format", "json", "--timings"]
    spent = []
    for _ in range(5):
        ran = subprocess.run(
            [*command, "--file", here, "--only", "assessments.within45", "--by", "team"],
            check=True, capture_output=True, text=True)
        spent.append(float(re.search(r"count .*, ([\d.]+) s CPU", ran.stderr).group(1)))
    periods = json.loads(ran.stdout)["indicators"][0]["periods"]
    ours = tuple(sum(period[kind] for period in periods) for kind in ("numerator", "denominator"))
    peers = json.loads(subprocess.run(
        [sys.executable, os.path.join(HERE, "peer_indicators.py"), path, "2026-10-31"],
        check=True, capture_output=True, text=True).stdout)
    for name, peer in peers.items():
        if (peer["numerator"], peer["denominator"]) != ours:
            raise SystemExit(f"{name} counts {peer}, Plumbline {ours}")
    row(
        "assessments within 45 working days by team and month, 1,000,000 rows, from columns",
        f"{statistics.median(spent):.3f} s CPU", "0.05 s",
        ", ".join(f"{name} {peer['cpu']:.2f} s CPU" for name, peer in peers.items()),
    )


def all_indicators(folder):
    """Every indicator over the workbook of 60,150 rows that the readers are measured with."""
    from returns_data import write_workbook

    path, rows, _ = write_workbook(folder)
    spent = []
    for _ in range(5):
        ran = subprocess.run(
            [PROGRAM, "measure", "compute", "--file", path, "--as-at", "2026-10-31", "--format", "json",
             "--by", "authority", "--timings"], check=True, capture_output=True, text=True)
        spent.append(float(re.search(r"count .*, ([\d.]+) s CPU", ran.stderr).group(1)))
    row(f"every indicator of an Annex A of {rows:,} rows, from columns", f"{statistics.median(spent):.3f} s CPU", "–")


def main():
    folder = tempfile.mkdtemp(prefix="plumbline-bench-")
    try:
        read_plan(folder)
        for line in returns.rows(os.path.join(os.path.dirname(PROGRAM), "BenchReaders"), folder):
            row(*line)
        check_census(folder)
        start_to_first_answer(folder)
        large_plan(folder)
        pages(folder)
        indicators(folder)
        all_indicators(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| work | Plumbline | to reach | peer |\n|---|---|---|---|")
    for line in ROWS:
        print("| " + " | ".join(line) + " |")


main()
