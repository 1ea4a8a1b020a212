import pytest
from playwright.sync_api import sync_playwright

from serving import Served


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def example():
    """The invented authority. Tests may change it, and none stands on what another changed."""
    served = Served("--example")
    yield served
    served.stop()


@pytest.fixture
def open_page(chromium, example):
    """Makes a page in a browser of its own, at the sign-in page of the invented authority."""
    contexts = []

    def make(**options):
        context = chromium.new_context(base_url=example.address, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in")
        return page

    yield make
    for context in contexts:
        context.close()
