"""Pages where scripts are off, forms that are refused, and pages on paper."""

from browsing import PLAN, come_in, plan_address, violations


def test_a_plan_is_imported_and_accepted_without_a_script(open_page):
    page = open_page(java_script_enabled=False)
    come_in(page, "Ruth")
    page.goto("/import")
    page.set_input_files("#file", PLAN)
    page.get_by_role("button", name="Read this plan").click()
    page.get_by_role("button", name="Keep as read, see the next").click()
    page.get_by_role("button", name="Keep as read").click()
    page.get_by_role("link", name="Check and accept").click()
    page.get_by_label("Name of the plan").fill("Wendle plan, without a script")
    page.get_by_role("button", name="Accept this plan").click()
    assert page.get_by_role("status").get_by_text("Wendle plan, without a script").count() == 1
    assert page.get_by_text("Print this page").is_hidden()


def test_a_refused_form_says_why_first_and_keeps_what_was_typed(open_page):
    page = open_page()
    come_in(page, "Ruth")
    address = plan_address(page)
    page.goto(address)
    page.get_by_role("link", name="Put a contingency").first.click()
    page.get_by_role("link", name="Change").first.click()
    page.get_by_label("What will be done").fill("")
    page.get_by_label("Lead", exact=True).fill("Maya Okonkwo, Imran Shah")
    page.get_by_role("button", name="Save the action").click()
    assert page.title().startswith("Error: ")
    summary = page.get_by_role("alert")
    assert "There is a problem" in summary.inner_text()
    assert summary.evaluate("it => it === document.activeElement")
    assert page.get_by_label("Lead", exact=True).input_value() == "Maya Okonkwo, Imran Shah"
    assert not violations(page)
    summary.get_by_role("link", name="Say what will be done").click()
    assert page.evaluate("document.activeElement.id") == "text"


def test_on_paper_only_the_content_stands(open_page):
    page = open_page()
    come_in(page, "Ruth")
    plan = plan_address(page)
    page.goto(plan)
    action = page.locator(f"a[href^='{plan}/actions/']").first.get_attribute("href")
    parts = ["", "/overview", "/checks", "/timeline", "/versions", "/proof", "/dates", "/evidence"]
    for address in ["/", action, "/missing", *(plan + part for part in parts)]:
        page.goto(address)
        page.emulate_media(media="print")
        shown = page.locator(".band, .sections, .filter, .tabs, .skip, button, a.button").evaluate_all(
            "all => all.filter(one => one.getClientRects().length > 0).map(one => one.outerHTML.slice(0, 80))")
        assert shown == [], f"{address}: {shown}"
        assert page.locator("h1").is_visible()
        heads = page.locator("thead").evaluate_all("all => all.map(one => getComputedStyle(one).display)")
        assert set(heads) <= {"table-header-group"}, f"{address}: a table's head does not repeat: {heads}"
        page.emulate_media(media="screen")


def test_a_list_is_taken_away_as_pdf(open_page):
    page = open_page()
    come_in(page, "Ruth")
    reply = page.request.get(plan_address(page) + "/proof?as=pdf")
    assert reply.status == 200 and reply.headers["content-type"] == "application/pdf"
    assert reply.body().startswith(b"%PDF-")
