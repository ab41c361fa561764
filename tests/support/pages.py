"""Browser pages that notice what they must not do."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

OUR_HOSTS = frozenset({"127.0.0.1", "localhost"})
# These stay inside the browser.
LOCAL_SCHEMES = frozenset({"about", "blob", "data", "file"})
PATIENCE_MS = 20_000
PHONE = (390, 844)
DESKTOP = (1280, 800)


@dataclass(slots=True)
class PageRecord:
    """What a page, and every page it opened, has asked for and stumbled over."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def foreign_requests(self) -> list[str]:
        """List the requests that went, or tried to go, to another host."""
        return [url for url in self.requests if is_foreign(url)]

    def assert_clean(self) -> None:
        """Fail if a request left this machine or a script broke."""
        assert not self.foreign_requests(), f"requests left: {self.foreign_requests()}"
        assert not self.errors, f"uncaught in the page: {self.errors}"


class NewPage(Protocol):
    """Opens one more page, in a browser profile that no other page of the test has."""

    def __call__(self, width: int, height: int, *, phone: bool = False, dark: bool = False) -> Page:
        """Open an empty page of this size, light or dark."""


def places_asked(record: PageRecord) -> set[tuple[str | None, int | None]]:
    """Gather the hosts and ports that were asked; what stays inside the browser asks nobody."""
    asked = [urlsplit(url) for url in record.requests]
    return {(url.hostname, url.port) for url in asked if url.scheme not in LOCAL_SCHEMES}


def is_foreign(url: str) -> bool:
    """Tell whether a request leaves this machine."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OUR_HOSTS


@dataclass(frozen=True, slots=True)
class Screen:
    """What a page is opened on."""

    width: int
    height: int
    phone: bool = False
    dark: bool = False


class Profiles:
    """Browser profiles that keep the program from test to test, as a browser does, and no more.

    Loading and compiling Streamlit anew takes longer than most tests. A page that comes back to a
    profile finds what the server lets it cache, and nothing else of the page before it.

    An empty page of each profile stays open. With its last page a browser closes the window, and
    opening another takes it as long as a third of a visit. For the same reason, size and shade are
    given to the page, and a profile is only either a phone or none.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, list[_Profile]] = defaultdict(list)
        self._taken: list[_Profile] = []

    def open_page(self, screen: Screen) -> tuple[Page, PageRecord]:
        """Open an empty page in a profile that no other page of this test has."""
        free = self._free[screen.phone]
        profile = free.pop() if free else self._new(phone=screen.phone)
        self._taken.append(profile)
        profile.record.requests.clear()
        profile.record.errors.clear()
        page = profile.context.new_page()
        page.set_viewport_size({"width": screen.width, "height": screen.height})
        page.emulate_media(color_scheme="dark" if screen.dark else "light")
        return page, profile.record

    def end_test(self) -> None:
        """Close every page; what it left in its profile goes with it, but for what is cached."""
        while self._taken:
            profile = self._taken.pop()
            context = profile.context
            for page in context.pages:
                if page is not profile.window:
                    page.close()
            _forget_storage(profile)
            context.set_offline(offline=False)
            context.clear_cookies()
            context.clear_permissions()
            self._free[profile.phone].append(profile)

    def close(self) -> None:
        """Close every profile."""
        for free in self._free.values():
            for profile in free:
                profile.context.close()

    def _new(self, *, phone: bool) -> "_Profile":
        context = _profile(self._browser, Screen(*(PHONE if phone else DESKTOP), phone))
        return _Profile(phone, context, recorded(context), context.new_page())


@dataclass(frozen=True, slots=True)
class _Profile:
    """A browser profile, what its pages do, and the empty page that keeps its window open."""

    phone: bool
    context: BrowserContext
    record: PageRecord
    window: Page


def _forget_storage(profile: _Profile) -> None:
    """Clear what every address that was visited has stored; what is cached of it stays."""
    addresses = [urlsplit(url) for url in profile.record.requests]
    origins = {f"{url.scheme}://{url.netloc}" for url in addresses if url.scheme == "http"}
    browser = profile.context.new_cdp_session(profile.window)
    for origin in origins:
        wanted = {"origin": origin, "storageTypes": "local_storage,indexeddb"}
        browser.send("Storage.clearDataForOrigin", wanted)
    browser.detach()


def open_page(
    browser: Browser, width: int, height: int, *, phone: bool = False, dark: bool = False
) -> tuple[Page, PageRecord]:
    """Open an empty page in a browser profile of its own, and record what it does."""
    context = _profile(browser, Screen(width, height, phone, dark))
    return context.new_page(), recorded(context)


def _profile(browser: Browser, screen: Screen) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=2 if screen.phone else 1,
        has_touch=screen.phone,
        locale="en-GB",
        timezone_id="Europe/London",
        color_scheme="dark" if screen.dark else "light",
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


def recorded(context: BrowserContext) -> PageRecord:
    """Record everything the pages of a profile do from now on."""
    record = PageRecord()
    context.on("request", lambda request: record.requests.append(request.url))
    context.on("weberror", lambda problem: record.errors.append(str(problem.error)))

    def watch(page: Page) -> None:
        page.on("websocket", lambda socket: record.requests.append(socket.url))

    context.on("page", watch)
    for page in context.pages:
        watch(page)
    return record
