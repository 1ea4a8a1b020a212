"""Every page of every role: found by its links, opened, judged."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error

from browsing import PLAN, come_in, violations, width_needed

PEOPLE = [
    "Arthur Quill", "Daniel Prewett", "Denise Aldous", "Grace O'Malley", "Helen Marsh", "Imran Shah",
    "Ines Farrow", "Lucy Penhaligon", "Maya Okonkwo", "Owen Castellane", "Paul Idris Hale", "Priya Nair",
    "Ruth Ashworth-Bello", "Simon Okafor", "Siân Llewellyn-Whitcombe", "Tom Hallam", "Victor Stroud",
]
SIGNED_OUT = ["/sign-in", "/sign-in/help", "/accessibility", "/words", "/privacy"]
# So many pages of one kind are opened for each person.
OF_A_KIND = 2

# A page is known by its route. The more fixed words a pattern has, the sooner it is asked.
SOURCES = Path(__file__).parents[2] / "Sources"
ROUTES = sorted(
    {route for file in SOURCES.rglob("*.swift")
     for route in re.findall(r'case \w+ = "GET (/[^"]*)"', file.read_text())},
    key=lambda route: (route.count("{"), -len(route)))
PATTERNS = [(re.compile(re.sub(r"{\w+}", "[^/]+", route) + "$"), route) for route in ROUTES]
# What a filter made, and lists to take away: opened once among everybody. The page itself is opened for each.
ONCE = re.compile(r"\?|/export/|/export$|/csv$")

# Elements with what decides how they are judged, without the words: a page is judged when it brings one that no
# page before it had, or is the first of its route.
SKELETON = """() => {
    const seen = new Set();
    for (const one of document.querySelectorAll('body *')) {
        const path = one.closest('svg') && one.tagName !== 'svg' ? 'svg' : [
            one.parentElement.tagName, one.parentElement.className, one.tagName, one.getAttribute('class'),
            ...['role', 'type', 'tabindex', 'scope', 'open', 'aria-current', 'aria-invalid'].map(
                name => one.getAttribute(name)),
            one.getAttribute('aria-label') === null, one.textContent.trim() === ''].join('|');
        seen.add(path);
    }
    return [...seen];
}"""
INLINE = "[style], style, script:not([src]), [onclick], [onchange], [onsubmit], [onload], a[href^='javascript:']"

judged = set()
once = set()
# Kinds of pages that somebody has opened already: one more of them is enough for everybody after.
familiar = set()


def kind(address):
    """The route of the address, with the names of its query; the values are left out."""
    path, _, query = address.partition("?")
    path = next((route for pattern, route in PATTERNS if pattern.match(path)), path)
    names = "&".join(sorted({part.split("=")[0] for part in query.split("&") if part}))
    return path + ("?" + names if names else "")


def judge(page, who, address):
    """What is wrong with the page that is open, each in a line that says where."""
    wrong = []
    where = f"{who}, {kind(address)} ({address})"
    if not re.search(r"\w.* – Plumbline$", page.title()):
        wrong.append(f"{where}: the title is “{page.title()}”")
    if page.locator("h1").count() != 1:
        wrong.append(f"{where}: {page.locator('h1').count()} first headings")
    for one in page.locator(INLINE).all():
        wrong.append(f"{where}: inline style or script: {one.evaluate('it => it.outerHTML')[:120]}")
    skeleton = {kind(address).partition("?")[0], *page.evaluate(SKELETON)}
    is_new = not skeleton <= judged
    if is_new:
        judged.update(skeleton)
        wrong += [f"{where}: axe, light: {one}" for one in violations(page)]
        page.emulate_media(color_scheme="dark")
        contrast = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
        wrong += [f"{where}: axe, dark: {one}" for one in violations(page, contrast)]
        page.emulate_media(color_scheme="light")
    # 320 px is also what a window of 1280 px has at a zoom of 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    if (needed := width_needed(page)) > 320:
        wrong.append(f"{where}: needs {needed} px at 320 px and 400 %")
    if is_new:
        wrong += [f"{where}: axe, 320 px: {one}" for one in violations(page, {"runOnly": ["wcag22aa", "wcag2a"]})]
    page.set_viewport_size({"width": 1280, "height": 900})
    return wrong


def crawl(page, who, begin):
    """Breadth first along every link of the site; returns what is wrong and how many pages were opened."""
    wrong, opened, waiting, known = [], {}, list(begin), set(begin)
    # That a page is missing is reported below, with its address.
    page.on("console", lambda said: said.type == "error" and "status of 404" not in said.text
            and wrong.append(f"{who}, {page.url}: {said.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{who}, {page.url}: {error}"))
    while waiting:
        address = waiting.pop(0)
        if opened.get(kind(address), 0) >= (1 if "?" in address or kind(address) in familiar else OF_A_KIND):
            continue
        opened[kind(address)] = opened.get(kind(address), 0) + 1
        if ONCE.search(address):
            if kind(address) in once:
                continue
            once.add(kind(address))
        try:
            reply = page.goto(address)
        except Error as error:
            # A file to keep, not a page.
            if "Download is starting" not in str(error):
                wrong.append(f"{who}, {address}: {error}")
            continue
        if reply.status != 200:
            wrong.append(f"{who}, {address}: {reply.status}")
            continue
        if "text/html" not in reply.headers["content-type"]:
            continue
        wrong += judge(page, who, address)
        for link in page.locator("a[href^='/']").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
            link = link.partition("#")[0]
            if link not in known:
                known.add(link)
                waiting.append(link)
    familiar.update(opened)
    return wrong, opened


def report(wrong):
    return f"{len(wrong)} faults:\n" + "\n".join(wrong)


def test_everybody_on_the_sign_in_page_is_one_whose_pages_are_opened(open_page):
    page = open_page()
    offered = page.get_by_role("button", name="Come in as ").all_inner_texts()
    assert sorted(re.match("Come in as ([^,]+)", one)[1] for one in offered) == sorted(PEOPLE)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_page_that_this_person_can_reach_is_well(open_page, name):
    page = open_page()
    come_in(page, name)
    begin = ["/"]
    if name.startswith("Ruth"):
        # Only so has the review of an import something to show.
        page.goto("/import")
        page.set_input_files("#file", PLAN)
        page.get_by_role("button", name="Read this plan").click()
        begin.append(page.url.removeprefix(page.context.pages[0].evaluate("location.origin")))
    wrong, opened = crawl(page, name, begin)
    assert not wrong, report(wrong)
    assert len(opened) >= 4, f"{name} reaches only {sorted(opened)}"


def test_every_page_of_those_who_are_signed_out_is_well(open_page):
    page = open_page()
    wrong, _ = crawl(page, "signed out", SIGNED_OUT)
    assert not wrong, report(wrong)


def test_a_page_that_is_not_there_says_so_and_is_well(open_page):
    page = open_page()
    come_in(page, "Ruth Ashworth-Bello")
    assert page.goto("/no-such-page").status == 404
    wrong = judge(page, "Ruth", "/no-such-page")
    assert not wrong, report(wrong)
