"""Two ways of doing the same job: by keyboard alone, and without a script. A journey is told once for both."""

import re

from browsing import come_in, press, retype, tab_to


class Keyboard:
    options = {}

    def __init__(self, page):
        self.page = page

    def follow(self, words):
        tab_to(self.page, "a", words)
        press(self.page)

    def write(self, name, text):
        tag = self.page.locator(f"[name='{name}']").first.evaluate("one => one.tagName.toLowerCase()")
        tab_to(self.page, tag, name=name)
        retype(self.page, text)

    def choose(self, name, value):
        """One of a group of which none is chosen yet: Tab comes to the first, the arrows to the others."""
        tab_to(self.page, "input", name=name)
        values = self.page.locator(f"[name='{name}']").evaluate_all("all => all.map(one => one.value)")
        self.page.keyboard.press("Space")
        for _ in range(values.index(value)):
            self.page.keyboard.press("ArrowDown")
        assert self.page.locator(f"[name='{name}']:checked").get_attribute("value") == value

    def give_file(self, name, path):
        tab_to(self.page, "input", name=name)
        self.page.set_input_files(f"[name='{name}']", path)

    def do(self, words):
        tab_to(self.page, "button", f"^{words}$")
        press(self.page)


class WithoutScript:
    options = {"java_script_enabled": False}

    def __init__(self, page):
        self.page = page

    def follow(self, words):
        self.page.get_by_role("link", name=re.compile(words)).first.click()

    def write(self, name, text):
        self.page.locator(f"[name='{name}']").first.fill(text)

    def choose(self, name, value):
        self.page.locator(f"[name='{name}'][value='{value}']").check()

    def give_file(self, name, path):
        self.page.set_input_files(f"[name='{name}']", path)

    def do(self, words):
        self.page.get_by_role("button", name=words, exact=True).first.click()


def day(hand, name, number, month, year):
    for part, value in [("day", number), ("month", month), ("year", year)]:
        hand.write(f"{name}-{part}", str(value))


def said(hand):
    """What the page says after a deed."""
    status = hand.page.get_by_role("status")
    assert status.count() > 0, f"{hand.page.url}: nothing is said; {hand.page.get_by_role('alert').all_inner_texts()}"
    return status.first.inner_text()


def somebody(open_page, kind, name):
    """A person of the invented authority, who works in that way."""
    page = open_page(**kind.options)
    come_in(page, name)
    return kind(page)
