"""The first run on an empty folder, as an authority does it."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest

from browsing import violations
from serving import Served

EMAIL = "r.ashby@ashmere.gov.uk"
PASSWORD = "quarry lantern 48 violin"
NOT_RIGHT = "The email address or the password is not right"


@pytest.fixture
def page(chromium):
    served = Served()
    context = chromium.new_context(base_url=served.address)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.served = served
    yield page
    context.close()
    served.stop()


def code(secret, steps_ahead=0):
    """RFC 6238 with the defaults of every authenticator app: SHA-1, six digits, 30 seconds."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + steps_ahead), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def sign_in(page, email, password):
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page):
    page.get_by_role("button", name="Sign out").first.click()


def well(page):
    assert violations(page) == [], page.url


def test_an_authority_is_founded_and_its_administrator_comes_in_again(page):
    printed = re.search(r"\b[a-z0-9]{5}-[a-z0-9]{5}\b", page.served.output())[0]

    page.goto("/")
    assert page.get_by_role("heading", level=1).inner_text() == "Set Plumbline up"
    well(page)
    fields = {
        "Set-up code": "aaaaa-bbbbb", "Name of the authority": "Ashmere County Council", "Your name": "Rowan Ashby",
        "Your email address": EMAIL, "New password": PASSWORD, "The same password again": PASSWORD,
    }
    for label, value in fields.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Set Plumbline up").click()
    assert page.title().startswith("Error: ")
    assert page.get_by_label("Your name").input_value() == "Rowan Ashby"
    well(page)

    for label, value in (fields | {"Set-up code": printed}).items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Set Plumbline up").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Set up your second step"
    well(page)
    secret = page.locator(".secret code").first.inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(code(secret))
    page.get_by_role("button", name="Finish").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Your recovery codes"
    well(page)
    recovery = page.locator("ol.secret code").first.inner_text()
    page.get_by_role("link", name="I have kept them").click()
    assert page.title().startswith("Import a plan")
    sign_out(page)

    for email, password in [(EMAIL, "not the password at all"), ("nobody@ashmere.gov.uk", PASSWORD)]:
        sign_in(page, email, password)
        assert page.get_by_role("alert").get_by_role("listitem").inner_text() == NOT_RIGHT
    well(page)

    # The step of the first code is spent: the next one holds already.
    sign_in(page, EMAIL, PASSWORD)
    assert page.get_by_role("heading", level=1).inner_text() == "Your second step"
    well(page)
    page.get_by_role("textbox", name="Code").fill(code(secret, steps_ahead=1))
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("button", name="Sign out").count() >= 1
    sign_out(page)

    sign_in(page, EMAIL, PASSWORD)
    page.get_by_role("textbox", name="Code").fill(recovery)
    page.get_by_role("button", name="Sign in").click()
    assert "You came in with a recovery code" in page.get_by_role("status").inner_text()
    sign_out(page)

    sign_in(page, EMAIL, PASSWORD)
    page.get_by_role("textbox", name="Code").fill(recovery)
    page.get_by_role("button", name="Sign in").click()
    assert "has been used" in page.get_by_role("alert").inner_text()
