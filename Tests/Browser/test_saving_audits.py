"""The form of an audit: saved by its script as it is filled in, and by its buttons where there is none."""

from playwright.sync_api import expect

from browsing import come_in, violations, width_needed


def open_audit(page):
    come_in(page, "Lucy")
    page.goto("/audits/mine")
    page.get_by_role("table").first.get_by_role("link", name="Case").last.click()


def test_an_answer_is_saved_when_it_is_given_and_stands_after_a_reload(open_page):
    page = open_page()
    open_audit(page)
    part = page.locator("#part-1")
    assert not violations(page)
    part.get_by_role("radio").first.check()
    part.get_by_text("Saved ").wait_for()
    # How many answers of the question are kept, as the page has been told.
    kept = part.locator("input[name^='s.']").first
    before = kept.input_value()
    words = part.get_by_label("Where on the file").first
    words.fill(f"Case note {before} of 4 November")
    page.keyboard.press("Tab")
    expect(kept).not_to_have_value(before)
    page.reload()
    assert part.get_by_role("radio").first.is_checked()
    assert words.input_value() == f"Case note {before} of 4 November"


def test_what_looks_like_a_name_is_said_beside_the_button_and_not_saved(open_page):
    page = open_page()
    open_audit(page)
    part = page.locator("#part-2")
    part.get_by_label("Where on the file").first.fill("Visit to Mia Carter")
    page.keyboard.press("Tab")
    part.get_by_text("a person’s name").wait_for()
    page.reload()
    assert part.get_by_label("Where on the file").first.input_value() == ""


def test_the_form_saves_without_a_script_and_fits_a_narrow_screen(open_page):
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 700})
    open_audit(page)
    part = page.locator("#part-3")
    part.get_by_role("radio").nth(1).check()
    part.get_by_role("button", name="Save and go on").click()
    assert "#part-4" in page.url
    assert part.get_by_role("radio").nth(1).is_checked()
    assert part.get_by_text("Saved ").count() == 1


def test_the_form_fits_a_narrow_screen_and_its_targets_are_large(open_page):
    page = open_page(viewport={"width": 320, "height": 700})
    open_audit(page)
    assert width_needed(page) <= 320
    for label in page.locator(".asked .choice label").all()[:12]:
        assert label.bounding_box()["height"] >= 40
