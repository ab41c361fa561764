"""The numbers in docs/sharing/link.md are those of the code."""

from journal.domain.link_secrets import SECRET_BYTES
from journal.environment import PROJECT
from journal.sharing.payload import DESK_FORMAT
from journal.sharing.reader_asks import MOST_AT_ONCE
from journal.web.shared import (
    FORGOTTEN_SECONDS,
    FREE_REFUSALS,
    LONGEST_BODY,
    LONGEST_SECONDS,
    STEP_SECONDS,
)

PAGE = " ".join((PROJECT / "docs/sharing/link.md").read_text(encoding="utf-8").split())
IN_WORDS = {8: "eight"}


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"{SECRET_BYTES * 8} random bits" in PAGE
    assert f"at most {LONGEST_BODY // 1024} KiB" in PAGE
    assert f"1 to {MOST_AT_ONCE} of `kind`" in PAGE
    assert f"| `format` | {DESK_FORMAT} |" in PAGE
    assert f"{STEP_SECONDS:g} seconds after it was asked" in PAGE
    assert f"After {IN_WORDS[FREE_REFUSALS]} refusals" in PAGE
    assert f"up to {LONGEST_SECONDS:g} seconds; {FORGOTTEN_SECONDS:g} seconds without" in PAGE


def test_the_page_asks_as_often_as_told() -> None:
    script = (PROJECT / "journal/sharing/reader/shared.js").read_text(encoding="utf-8")
    assert "STILL_EVERY_MS = 15_000" in script
    assert "asks every 15 seconds" in PAGE
