"""What every test does with a page."""

import re
from pathlib import Path

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PLAN = Path(__file__).parent / "wendle-plan.html"


def come_in(page, name):
    page.get_by_role("button", name=f"Come in as {name}").click()


def violations(page, options=None):
    """Each violation as `rule: elements`. Evaluated, not added to the page: its policy forbids other scripts."""
    found = page.evaluate(
        AXE + ";(options) => axe.run(document, options)", options or {"runOnly": WCAG, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: " + ", ".join(" ".join(map(str, node["target"])) for node in one["nodes"][:4])
        for one in found["violations"]
    ]


def width_needed(page):
    return page.evaluate("document.scrollingElement.scrollWidth")


FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const labels = [...(one.labels ?? [])].map(label => label.innerText);
    return {
        tag: one.tagName.toLowerCase(), name: one.getAttribute('name') ?? '',
        words: [one.innerText, ...labels, one.getAttribute('aria-label') ?? ''].join(' ').replace(/\\s+/g, ' ').trim(),
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        bare: one === document.body,
    };
}"""


def tab_to(page, tag, words="", name=None, presses=250):
    """Presses Tab until the focus stands there; every stop on the way must show that it has the focus."""
    passed = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["bare"]:
            continue
        passed.append(f"{focused['tag']} {focused['words'][:40]}")
        assert focused["seen"], f"{page.url}: no outline on {focused}"
        if focused["tag"] == tag and re.search(words, focused["words"]) and name in (None, focused["name"]):
            return
    raise AssertionError(f"{page.url}: Tab never came to {tag} “{words}” {name or ''}; it came to {passed[-40:]}")


def press(page, key="Enter"):
    """Presses a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def retype(page, text):
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def plan_address(page):
    """Where the example's own plan is; other tests import others."""
    page.goto("/plans")
    link = page.get_by_role("link", name="improvement plan after the February 2026").first.get_attribute("href")
    return re.match(r"/plans/\w+", link)[0]
