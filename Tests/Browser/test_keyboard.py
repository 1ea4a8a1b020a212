"""Every job by keyboard alone. Only the choosing of a file is done for the keyboard: the system's window does that."""

from browsing import PLAN, plan_address, press, retype, tab_to


def come_in_by_keyboard(page):
    tab_to(page, "button", "^Come in as Ruth")
    press(page)
    assert page.title().startswith("Overview")


def test_the_first_tab_leads_past_the_band_to_the_content(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_plan_is_imported_reviewed_and_accepted_by_keyboard(open_page):
    page = open_page()
    come_in_by_keyboard(page)
    page.goto("/import")
    tab_to(page, "input", name="file")
    page.set_input_files("#file", PLAN)
    tab_to(page, "button", "^Read this plan$")
    press(page)
    assert page.title().startswith("Review what was read")
    asked = page.locator("#question h2").inner_text()
    assert asked == "Question 1 of 2"

    tab_to(page, "button", "^Keep as read, see the next$")
    press(page)
    tab_to(page, "button", "^Keep as read$")
    press(page)
    assert page.locator("#question").count() == 0

    tab_to(page, "a", "^Train duty social workers")
    press(page)
    tab_to(page, "textarea", name="leads")
    retype(page, "Ines Calder")
    tab_to(page, "button", "^Save this change$")
    press(page)
    assert page.get_by_role("row", name="Train duty social workers").get_by_text("Ines Calder").count() == 1

    tab_to(page, "a", "^Check and accept$")
    press(page)
    tab_to(page, "input", name="title")
    retype(page, "Wendle plan, by keyboard")
    tab_to(page, "button", "^Accept this plan$")
    press(page)
    assert page.get_by_role("status").get_by_text("Wendle plan, by keyboard").count() == 1


def test_an_action_is_changed_by_keyboard(open_page):
    page = open_page()
    come_in_by_keyboard(page)
    page.goto(plan_address(page))
    tab_to(page, "a", name=None, words="^Put a contingency")
    press(page)
    tab_to(page, "a", "^Change")
    press(page)
    tab_to(page, "textarea", name="leads")
    retype(page, "Maya Okonkwo")
    tab_to(page, "button", "^Save the action$")
    press(page)
    assert page.get_by_role("status").get_by_text("The action is changed.").count() == 1


def test_a_finding_is_accepted_with_a_reason_by_keyboard(open_page):
    page = open_page()
    come_in_by_keyboard(page)
    page.goto(plan_address(page) + "/checks")
    tab_to(page, "a", "^Accept with a reason")
    press(page)
    tab_to(page, "textarea", name="reason")
    page.keyboard.type("The board agreed to it on 5 October")
    tab_to(page, "button", "^Accept this finding$")
    press(page)
    assert page.get_by_role("status").get_by_text("The finding is accepted.").count() == 1


def test_a_list_is_filtered_by_keyboard(open_page):
    page = open_page()
    come_in_by_keyboard(page)
    page.goto(plan_address(page))
    tab_to(page, "input", name="words")
    page.keyboard.type("contingency")
    press(page)
    assert page.locator(".list-count").inner_text().startswith("1 of 24 actions shown")
    tab_to(page, "a", "^Clear the filter$")
    press(page)
    assert page.locator(".list-count").inner_text().startswith("24 actions")


def test_the_menu_of_a_narrow_window_opens_by_keyboard(open_page):
    page = open_page(viewport={"width": 320, "height": 640})
    come_in_by_keyboard(page)
    tab_to(page, "summary", "^Menu$")
    page.keyboard.press("Enter")
    tab_to(page, "a", "^Timeline")
    press(page)
    assert page.title().startswith("Timeline")
