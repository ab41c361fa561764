import pytest
from playwright.sync_api import Page

from tests.support.axe import assert_no_violations
from tests.support.pages import NewPage, PageRecord, is_foreign

POLICY = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"


@pytest.mark.parametrize(
    "url",
    [
        "https://fonts.gstatic.com/icon.svg",
        "wss://example.org/stream",
        "http://127.0.0.1.example.org/",
        "http://192.168.1.20:8501/",
    ],
)
def test_a_request_to_another_host_is_foreign(url: str) -> None:
    assert is_foreign(url)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8501/", "ws://localhost:8501/_stcore/stream", "data:,x", "blob:null/1"],
)
def test_a_request_to_this_machine_is_not_foreign(url: str) -> None:
    assert not is_foreign(url)


def test_a_page_that_asks_another_host_is_found_out(
    phone_page: Page, page_records: dict[Page, PageRecord]
) -> None:
    with phone_page.expect_event("requestfailed"):
        phone_page.set_content("<img src='http://elsewhere.invalid/pixel.png'>")
    record = page_records.pop(phone_page)
    phone_page.close()
    assert record.foreign_requests() == ["http://elsewhere.invalid/pixel.png"]
    with pytest.raises(AssertionError, match=r"elsewhere\.invalid"):
        record.assert_clean()


def test_an_error_nobody_caught_is_found_out(
    desktop_page: Page, page_records: dict[Page, PageRecord]
) -> None:
    with desktop_page.expect_event("pageerror"):
        desktop_page.set_content("<script>throw new Error('torn')</script>")
    record = page_records.pop(desktop_page)
    desktop_page.close()
    with pytest.raises(AssertionError, match="torn"):
        record.assert_clean()


def test_a_page_can_be_had_dark_and_in_the_size_of_a_phone(new_page: NewPage) -> None:
    page = new_page(390, 844, phone=True, dark=True)
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page.evaluate("[innerWidth, devicePixelRatio, navigator.maxTouchPoints > 0]") == [
        390,
        2,
        True,
    ]
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Europe/London"


def test_axe_finds_a_button_without_a_name_under_a_strict_policy(desktop_page: Page) -> None:
    desktop_page.set_content(f"{POLICY}<html lang=en><title>x</title><main><button></button>")
    with pytest.raises(AssertionError, match="button-name"):
        assert_no_violations(desktop_page)


def test_axe_has_nothing_against_a_plain_page(desktop_page: Page) -> None:
    desktop_page.set_content("<html lang=en><title>x</title><main><h1>Today</h1></main>")
    assert_no_violations(desktop_page)
