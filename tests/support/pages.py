"""Browser pages that notice what they must not do."""

from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

OUR_HOSTS = frozenset({"127.0.0.1", "localhost"})
# These stay inside the browser.
LOCAL_SCHEMES = frozenset({"about", "blob", "data", "file"})
PATIENCE_MS = 20_000


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
    """Opens one more page, in a browser profile of its own."""

    def __call__(self, width: int, height: int, *, phone: bool = False, dark: bool = False) -> Page:
        """Open an empty page of this size, light or dark."""


def is_foreign(url: str) -> bool:
    """Tell whether a request leaves this machine."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OUR_HOSTS


def open_page(
    browser: Browser, width: int, height: int, *, phone: bool = False, dark: bool = False
) -> tuple[Page, PageRecord]:
    """Open an empty page in a browser profile of its own, and record what it does."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if phone else 1,
        has_touch=phone,
        locale="en-GB",
        timezone_id="Europe/London",
        color_scheme="dark" if dark else "light",
    )
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page(), recorded(context)


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
