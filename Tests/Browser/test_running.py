"""A plan is run: published, updated, shown, moved, closed, measured, read. By keyboard alone, and without a script."""

import re

import pytest

from browsing import PLAN, come_in
from hands import Keyboard, WithoutScript, day, said, somebody

TODAY = (20, 11, 2026)
STANDARD = {"name": "Standard.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nthe standard of every team"}
EVERY_WAY = pytest.mark.parametrize("way", [Keyboard, WithoutScript])


class Running:
    """A plan of three actions that nothing else touches; Ruth answers for the first, Denise chairs its board."""

    def __init__(self, open_page, title):
        page = open_page()
        come_in(page, "Ruth")
        self.page = page
        page.goto("/import")
        page.set_input_files("#file", PLAN)
        page.get_by_role("button", name="Read this plan").click()
        page.get_by_role("button", name="Keep as read, see the next").click()
        page.get_by_role("button", name="Keep as read").click()
        page.get_by_role("link", name="Check and accept").click()
        page.get_by_label("Name of the plan").fill(title)
        page.get_by_role("button", name="Accept this plan").click()
        self.plan = re.search(r"/plans/\w+", page.url)[0]
        page.goto(self.plan)
        self.action = page.get_by_role("link", name="Set a visiting standard").first.get_attribute("href")
        page.goto(self.action + "/answers")
        page.locator("[name=who]").select_option("Improvement Manager (Ruth Ashworth-Bello)")
        page.get_by_role("button", name="Save who answers").click()
        page.goto(self.plan + "/board/new")
        page.locator("[name=person]").select_option("Denise Aldous")
        page.get_by_label("Chair").check()
        page.get_by_label("Body").fill("Improvement Board")
        page.locator("[name=from-year]").fill("2025")
        page.get_by_role("button", name="Add this person").click()

    def accept_every_error(self):
        while True:
            self.page.goto(self.plan + "/versions/new")
            errors = self.page.get_by_role("link", name="Accept with a reason")
            if errors.count() == 0:
                return
            errors.first.click()
            self.page.locator("[name=reason]").fill("The board agreed to it on 5 October")
            self.page.get_by_role("button", name="Accept this finding").click()


@EVERY_WAY
def test_a_plan_is_published_run_and_an_action_of_it_closed(open_page, way):
    running = Running(open_page, f"Wendle plan, run {way.__name__}")
    running.accept_every_error()

    ruth = somebody(open_page, way, "Ruth")
    ruth.page.goto(running.plan + "/versions/new")
    ruth.write("name", "1.0")
    ruth.write("approvedBy", "Improvement Board")
    day(ruth, "approvedOn", 18, 11, 2026)
    ruth.do("Publish this version")
    assert "published" in said(ruth)

    ruth.page.goto(running.action + "/update")
    ruth.write("done", "Every team has the standard")
    ruth.choose("claim", "green")
    ruth.do("Give this update")
    assert "update" in said(ruth).lower()
    assert ruth.page.get_by_text("Every team has the standard").count() >= 1

    ruth.page.goto(running.action + "/date")
    day(ruth, "finish", 31, 12, 2026)
    ruth.write("reason", "Two teams joined in September")
    ruth.write("different", "They have a manager now, who asks each week")
    ruth.do("Ask for this date")
    assert "asked for" in said(ruth)
    simon = somebody(open_page, way, "Simon")
    simon.page.goto(running.plan + "/dates")
    simon.page.goto(simon.page.locator(f"a[href^='{running.plan}/dates/']").first.get_attribute("href"))
    simon.choose("verdict", "approve")
    simon.choose("who", "me")
    day(simon, "day", *TODAY)
    simon.write("words", "Agreed, once")
    simon.do("Save the decision")
    assert "The date is now 31 December 2026" in said(simon)

    ruth.page.goto(running.action + "/evidence/new")
    ruth.give_file("file", STANDARD)
    ruth.write("shows", "The standard, as each team has it")
    day(ruth, "dated", 12, 11, 2026)
    ruth.choose("personal", "no")
    ruth.do("Add this evidence")
    assert "evidence is added" in said(ruth)
    tom = somebody(open_page, way, "Tom")
    tom.page.goto(running.action)
    tom.page.goto(tom.page.locator(f"a[href^='{running.plan}/evidence/']").first.get_attribute("href"))
    tom.choose("verdict", "accepted")
    tom.write("reason", "I read it beside the notes of four teams")
    tom.do("Save the verdict")
    assert "accepted" in said(tom)

    ruth.page.goto(running.action + "/closing/proposal")
    ruth.write("different", "Children are seen within five working days")
    day(ruth, "done", 12, 11, 2026)
    ruth.do("Propose closing this action")
    assert "proposed" in said(ruth)
    tom.page.goto(running.action + "/closing/verdict")
    tom.choose("verdict", "accepted")
    tom.write("reason", "Ten children were seen in time, of ten")
    tom.do("Save the verdict")
    assert "board" in said(tom)
    denise = somebody(open_page, way, "Denise")
    denise.page.goto(running.action + "/closing/decision")
    denise.choose("decision", "closed")
    day(denise, "met", *TODAY)
    denise.write("words", "Closed, and looked at again in May")
    denise.write("present", "Denise Aldous, Simon Okafor")
    denise.do("Save the board’s decision")
    assert "closed" in said(denise).lower()


@EVERY_WAY
def test_a_figure_is_entered(open_page, way):
    running = Running(open_page, f"Wendle plan, measured {way.__name__}")
    grace = somebody(open_page, way, "Grace")
    grace.page.goto(running.action)
    criterion = grace.page.locator(f"a[href^='{running.plan}/criteria/']").first.get_attribute("href")
    grace.page.goto(re.match(r"/plans/\w+/criteria/\w+", criterion)[0] + "/value")
    grace.choose("kind", grace.page.locator("[name=kind]").first.get_attribute("value"))
    day(grace, "end", 31, 10, 2026)
    grace.write("numerator", "41")
    grace.write("denominator", "50")
    grace.write("source", "Monthly return of visits")
    grace.do("Enter this figure")
    assert "on record" in said(grace)


@EVERY_WAY
def test_something_is_searched_for_and_a_calendar_address_made(open_page, way):
    tom = somebody(open_page, way, "Tom")
    tom.write("q", "contingency")
    tom.do("Search")
    assert tom.page.title().startswith("Search")
    assert tom.page.get_by_role("link", name="Put a contingency").count() >= 1

    tom.page.goto("/calendar")
    tom.follow("^Follow it in your own calendar")
    has_one = tom.page.get_by_role("button", name="End it and make another").count()
    tom.do("End it and make another" if has_one else "Make a private address")
    assert "/calendar/private/" in tom.page.locator("main").inner_html()
