"""Sharing a part of the journal: chosen, seen as the reader sees it, listed, and withdrawn."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.grants import MomentsShown, Passes
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.storage import memory_journal
from journal.views.share_list import passing_words

TODAY = date(2026, 11, 22)
NOTE = "The lantern on the pier"


@pytest.fixture
def journal() -> Journal:
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    for day in DateRange.last_days(10, TODAY):
        journal.save_day(day, {"mood": 6, "desire": 3})
    journal.save_day(TODAY, {"note": NOTE, "note_shared": True})
    journal.add_moment(Moment(TODAY, "long_hug"))
    return journal


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # as above

        from journal.pages import share  # noqa: PLC0415  # as above

        share.render(journal, today, UTC)

    app = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=60
    ).run()
    assert not app.exception
    return app


def said(page: AppTest) -> str:
    """Return everything that is written on the page, as a reader reads it."""
    kinds = (page.markdown, page.caption, page.header, page.subheader, page.warning)
    return "\n".join(item.value for kind in kinds for item in kind).replace("\\", "")


def test_what_they_will_see_stands_on_the_page_before_anything_goes(journal: Journal) -> None:
    page = opened(journal)
    assert "Shared from a private journal" in said(page)
    assert "Mood" in said(page) or "mood" in said(page)
    assert journal.grants() == []
    assert "Nothing is shared with anybody." in said(page)


def test_a_note_is_seen_only_once_marked_notes_are_switched_on(journal: Journal) -> None:
    page = opened(journal)
    assert NOTE not in said(page)
    page.button_group(key="share.parts").set_value(["notes"]).run()
    assert NOTE in said(page)
    journal.save_day(TODAY, {"note_shared": None})
    assert NOTE not in said(page.run())


def test_no_file_without_a_name_and_a_passphrase(journal: Journal) -> None:
    page = opened(journal)
    assert page.get("download_button")[0].proto.disabled
    assert "Say for whom it is" in said(page)
    page.text_input(key="share.recipient").input("Ada").run()
    assert page.get("download_button")[0].proto.disabled
    page.button(key="share.suggest").click().run()
    assert not page.get("download_button")[0].proto.disabled
    assert "Ada" in said(page)


def test_a_weak_passphrase_is_said_to_be_weak_and_an_open_file_to_be_open(
    journal: Journal,
) -> None:
    page = opened(journal)
    page.text_input(key="share.passphrase").input("1234")
    page.button(key="share.use").click().run()
    assert "This passphrase is weak" in said(page)
    page.button_group(key="share.kind").set_value("Open").run()
    assert "can read all of it" in said(page)


def test_a_partner_sees_no_desire_until_she_says_so(journal: Journal) -> None:
    page = opened(journal)
    page.button_group(key="share.preset").set_value("partner").run()
    assert "desire" not in page.session_state["share.ratings"]
    assert page.session_state["share.moments"] == MomentsShown.COUNTED


def test_it_is_withdrawn_in_one_tap_and_then_taken_off_the_list(journal: Journal) -> None:
    grant = journal.make_grant("Ada", Passes(cycle=True), lasting_days=None, as_file=True)
    page = opened(journal)
    assert "Ada: a file, made on 22 November 2026" in said(page).replace("**", "")
    assert "A file cannot be called back" in said(page)
    page.button(key=f"share.withdraw.{grant.id}").click().run()
    assert journal.grants()[0].withdrawn_at is not None
    assert "withdrawn on 22 November 2026" in said(page)
    page.button(key=f"share.forget.{grant.id}").click().run()
    assert journal.grants() == []


@pytest.mark.parametrize(
    ("passes", "words"),
    [
        (Passes(rolling_days=30, cycle=True), "The last 30 days: cycle and stage."),
        (
            Passes(
                DateRange(date(2026, 6, 1), date(2026, 7, 1)),
                ratings=frozenset({"desire", "mood"}),
                moments=MomentsShown.COUNTED,
                notes=True,
            ),
            "1 to 30 June 2026: mood, desire, how many moments and notes you marked.",
        ),
        (Passes(rolling_days=7), "The last 7 days: nothing."),
    ],
)
def test_the_list_says_what_they_have(passes: Passes, words: str) -> None:
    assert words == passing_words(passes)
