"""The file holds what passes and nothing else; around its seal it is the same for everybody."""

import json
import re
import zlib
from base64 import b64decode
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.grants import MomentsShown, Passes
from journal.domain.labels import date_words
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.sharing import sealing
from journal.sharing.payload import plain_text
from journal.sharing.sealed_file import open_file, sealed_file, shared_file_name
from journal.sharing.sealing import opened_text
from journal.sharing.shared_view import NOTHING, ShareWish, shared_view
from journal.storage import memory_journal
from tests.sharing.records import NOW, PASSES, RECORDS, TODAY, Record, cut

PASSPHRASE = "four words, none together"  # noqa: S105  # of a test
HER_WORDS = {
    "note": "<b>lantern</b>",
    "marked": "marked & meadow",
    "moment": "on the pier",
    "event": "moving to the coast",
    "tea": "Tea on the step",
    "ache": "The ache in the shin",
}


def text_of(record: Record, passes: Passes) -> str:
    """Return all that the reader of this record would get."""
    journal = record.written_into(memory_journal(lambda: NOW))
    return plain_text(shared_view(journal, ShareWish("Ada", passes), TODAY))


@given(record=RECORDS, passes=PASSES)
@settings(max_examples=40)
def test_what_was_not_granted_changes_nothing_in_the_text(record: Record, passes: Passes) -> None:
    assert text_of(cut(record, passes), passes) == text_of(record, passes)


def a_full_month() -> Record:
    """Return a month in which everything has been written down, in words that are found again."""
    days = {
        day: {
            **dict.fromkeys(RATINGS, 3 + day.day % 5),
            "sleep_hours": 7.5,
            "bleeding": "medium" if day.day < 5 else "none",
            "sign:own_ache": "mild",
            "note": HER_WORDS["note"],
        }
        for day in DateRange.last_days(40, TODAY)
    }
    days[TODAY] |= {"note": HER_WORDS["marked"], "note_shared": True}
    return Record(
        days=days,
        moments=tuple(
            Moment(day, "own_tea", f"m{day}", minutes=17, note=HER_WORDS["moment"])
            for day in DateRange.last_days(9, TODAY)
        ),
        contexts=(Context(ContextKind.EVENT, TODAY, name=HER_WORDS["event"]),),
        entries=(
            (CatalogueName.MOMENTS, Entry("own_tea", HER_WORDS["tea"], "own", own=True)),
            (CatalogueName.SIGNS, Entry("own_ache", HER_WORDS["ache"], "own", own=True)),
        ),
        settings=OwnerSettings(ratings=tuple(RATINGS), birth_year=1979),
    )


@pytest.fixture(scope="module")
def full() -> Record:
    return a_full_month()


@pytest.mark.parametrize(
    ("passes", "there"),
    [
        (Passes(notes=True), {"marked"}),
        (Passes(contexts=True), {"event"}),
        (Passes(signs=True), {"ache"}),
        (Passes(moments=MomentsShown.IN_DETAIL), set()),
        (Passes(ratings=frozenset(RATINGS), cycle=True, findings=True), set()),
        (
            Passes(
                ratings=frozenset(RATINGS),
                cycle=True,
                signs=True,
                moments=MomentsShown.IN_DETAIL,
                contexts=True,
                notes=True,
            ),
            {"marked", "event", "ache"},
        ),
    ],
)
def test_of_her_words_those_pass_that_were_granted(
    full: Record, passes: Passes, there: set[str]
) -> None:
    text = text_of(full, passes)
    shown = {name for name, words in HER_WORDS.items() if _in_html(words) in text}
    assert there == shown - {"tea"}
    assert HER_WORDS["note"] not in text
    assert "1979" not in text


def _in_html(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return json.dumps(escaped)[1:-1]


def test_no_day_outside_the_dates_is_named(full: Record) -> None:
    dates = DateRange(TODAY - timedelta(days=20), TODAY - timedelta(days=5))
    passes = Passes(
        dates, ratings=frozenset(RATINGS), cycle=True, signs=True, contexts=True, notes=True
    )
    text = text_of(full, passes)
    # An axis begins a little before its first day; and the file says when it was made.
    near = {dates.start - timedelta(days=1), TODAY}
    outside = [day for day in full.days if day not in dates and day not in near]
    named = [f"(?<!\\d){date_words(day)}|{day.isoformat()}" for day in outside]
    assert re.findall("|".join(named), text) == []
    assert "10 to 24 June 2026, 15 days" in text


def test_words_of_hers_are_text_and_nothing_else(full: Record) -> None:
    days = {**full.days, TODAY: {"note": "<script>x</script>", "note_shared": True}}
    html = json.loads(text_of(Record(days=days), Passes(notes=True)))["html"]
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_nothing_shared_is_said_to_be_nothing() -> None:
    later = DateRange(date(2030, 1, 1), date(2030, 2, 1))
    for passes in (Passes(), Passes(later, cycle=True)):
        assert NOTHING in text_of(Record(), passes)


def test_a_sealed_file_differs_from_another_in_its_seal_alone(
    full: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "ITERATIONS", 2)
    journal = full.written_into(memory_journal(lambda: NOW))
    files = []
    for wish in (
        ShareWish("Ada Lee", Passes(notes=True), "A word for Ada Lee"),
        ShareWish("Doctor Bea", Passes(cycle=True)),
    ):
        view = shared_view(journal, wish, TODAY)
        page = sealed_file(view, PASSPHRASE).decode()
        document = json.loads(re.findall(r'id="sealed">(.*?)</script>', page)[0])
        assert plain_text(view) == opened_text(document, PASSPHRASE)
        files.append(re.sub(r'id="sealed">.*?</script>', "", page))
    assert files[0] == files[1]
    assert "Ada Lee" not in files[0]


def test_the_page_may_load_and_send_nothing(full: Record) -> None:
    journal = full.written_into(memory_journal(lambda: NOW))
    page = open_file(shared_view(journal, ShareWish("Ada", Passes()), TODAY)).decode()
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "connect-src 'none'" in policy
    assert "unsafe-eval" not in policy
    scripts = policy.split("script-src ")[1].split(";")[0].split()
    assert all(source.startswith("'sha256-") for source in scripts)
    outside = re.sub(r'id="library">.*?</script>', "", page, flags=re.DOTALL)
    assert not re.findall(r"https?://|src=|href=|url\(", outside)


def test_the_files_name_tells_the_day_and_nobody() -> None:
    assert shared_file_name(TODAY, sealed=True) == "tending-shared-2026-06-30.html"
    assert shared_file_name(TODAY, sealed=False) == "tending-shared-2026-06-30-open.html"


def test_an_open_file_holds_the_same_text(full: Record) -> None:
    journal = full.written_into(memory_journal(lambda: NOW))
    view = shared_view(journal, ShareWish("Ada", Passes(notes=True)), TODAY)
    page = open_file(view).decode()
    document = json.loads(re.findall(r'id="sealed">(.*?)</script>', page)[0])
    assert zlib.decompress(b64decode(document["open"])).decode() == plain_text(view)
