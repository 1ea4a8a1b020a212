"""What protects the pages, seen from outside."""

import http.client
import re
import urllib.parse

from browsing import come_in, plan_address


def ask(example, method, path, cookies="", form=None):
    """One request without a browser: its status, its headers in a list, its text."""
    place = urllib.parse.urlsplit(example.address)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    headers = {"Cookie": cookies, "Origin": example.address}
    body = None
    if form is not None:
        body = urllib.parse.urlencode(form)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body, headers)
    reply = connection.getresponse()
    text = reply.read().decode()
    connection.close()
    return reply.status, reply.getheaders(), text


def cookies_of(page):
    return "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())


def test_the_policy_of_every_page_allows_no_inline_style_or_script(example):
    for path in ["/sign-in", "/accessibility", "/no-such-page"]:
        _, headers, _ = ask(example, "GET", path)
        said = {name.lower(): value for name, value in headers}
        policy = said["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert said["x-content-type-options"] == "nosniff"
        assert said["cache-control"] == "no-store"
        assert said["referrer-policy"] == "same-origin"


def test_cookies_are_kept_to_this_site_and_away_from_scripts(open_page):
    page = open_page()
    come_in(page, "Ruth")
    cookies = page.context.cookies()
    assert len(cookies) >= 2
    for cookie in cookies:
        assert cookie["name"].startswith("__Host-"), cookie["name"]
        assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] in ("Lax", "Strict")


def test_a_form_without_its_key_is_forbidden_and_changes_nothing(open_page, example):
    page = open_page()
    come_in(page, "Ruth")
    plan = plan_address(page)
    page.goto(plan + "/edit")
    title = page.get_by_label("Name of the plan").input_value()
    status, _, _ = ask(example, "POST", plan + "/edit", cookies_of(page), {"title": "Taken over"})
    assert status == 403
    status, _, _ = ask(
        example, "POST", plan + "/edit", cookies_of(page), {"title": "Taken over", "form-key": "A" * 43})
    assert status == 403
    page.goto(plan + "/edit")
    assert page.get_by_label("Name of the plan").input_value() == title


def test_what_a_role_may_not_see_is_not_found(open_page):
    ruth = open_page()
    come_in(ruth, "Ruth")
    plan = plan_address(ruth)
    priya = open_page()
    come_in(priya, "Priya")
    lucy = open_page()
    come_in(lucy, "Lucy")
    for page, address in [
        (priya, plan), (priya, plan + "/checks"), (priya, "/import"), (ruth, "/access"), (lucy, "/access"),
        (lucy, "/journal"), (lucy, "/import"), (lucy, plan + "/edit"),
    ]:
        assert page.goto(address).status == 404, address


def test_nobody_sees_a_plan_who_is_signed_out(open_page, example):
    page = open_page()
    come_in(page, "Ruth")
    plan = plan_address(page)
    status, headers, text = ask(example, "GET", plan)
    assert status == 303 and dict(headers)["location"].startswith("/sign-in")
    assert "improvement plan" not in text

    kept = cookies_of(page)
    page.get_by_role("button", name="Sign out").first.click()
    assert page.get_by_role("status").get_by_text("You are signed out.").count() == 1
    status, _, _ = ask(example, "GET", plan, kept)
    assert status == 303, "the old session still opens the plan"


def test_the_example_lets_nobody_in_to_an_address_elsewhere(example):
    _, headers, text = ask(example, "GET", "/sign-in?back=https://elsewhere.example/")
    key = re.search(r'name="form-key" value="([^"]+)"', text)[1]
    account = re.search(r'name="account" value="([^"]+)"', text)[1]
    cookie = dict(headers)["set-cookie"].split(";")[0]
    for back in ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"]:
        status, headers, _ = ask(
            example, "POST", "/sign-in/example", cookie, {"form-key": key, "account": account, "back": back})
        assert status == 303
        assert "elsewhere" not in dict(headers)["location"]
