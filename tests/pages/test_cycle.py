"""The page of the cycle without a browser: what it asks, says and leaves unsaid."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.errors import JournalNotWritten
from journal.domain.journal import Journal
from journal.domain.labels import MONTH_WORDS
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import memory_journal
from tests import opened_pages
from tests.builders import on

TODAY = date(2026, 11, 22)
REGULAR = ("2026-06-16", "2026-07-14", "2026-08-11", "2026-09-08", "2026-10-06", "2026-11-03")
# One period is missing in the middle, and the newest cycle has bleeding soon after its period.
ASKED_OF_TWICE = ("2026-06-16", "2026-07-14", "2026-08-11", "2026-09-08", "2026-11-03")
LATER_BLEED = on("2026-11-14")
# 70 days lie between the last two; the sixtieth of them was 20 September.
LONG_GAP = ("2026-04-27", "2026-05-25", "2026-06-22", "2026-07-22", "2026-09-30", "2026-11-01")
MONTHS = "|".join(MONTH_WORDS)
LIKELY_DATE = re.compile(rf"likely[^.]*\d* (?:{MONTHS})|(?:{MONTHS})[^.]*likely")
MARKUP = "<img src=x onerror=alert(1)> **bold** [link](https://example.org)"


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def bled(journal: Journal, onsets: Sequence[str]) -> None:
    """Record periods of four days."""
    for onset in onsets:
        for days in range(4):
            journal.save_day(on(onset) + timedelta(days=days), {"bleeding": "medium"})


def told(journal: Journal, **settings: Any) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, **settings))


def opened(journal: Journal, section: str | None = None) -> AppTest:
    """Open the page, in a section of it if one is named."""
    state = {} if section is None else {"cycle.section": section}
    return opened_pages.opened("journal.pages.cycle.render", journal, TODAY, **state)


def pieces(page: AppTest) -> Iterator[str]:
    """Return everything that is written on the page and in its pictures, piece by piece."""
    yield from opened_pages.pieces(page)
    yield from (element.proto.spec for element in page.get("plotly_chart"))


def text(page: AppTest) -> str:
    """Return everything that is written on the page, as it reads."""
    return opened_pages.as_read(pieces(page))


def standing(page: AppTest) -> str:
    return str(page.markdown[0].value).replace("\\", "")


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def button(page: AppTest, label: str) -> Any:
    (found,) = (button for button in page.button if button.label == label)
    return found


def section(page: AppTest) -> str:
    return str(page.segmented_control(key="cycle.section").value)


def history(page: AppTest) -> list[str]:
    """Return the cycles of the list as they are written, newest first."""
    (listed,) = (
        element.proto.body for element in page.get("html") if "cycle-history" in element.proto.body
    )
    rows = re.findall(r"<li>.*?</li>", listed, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]


def test_the_page_opens_on_the_cycle_where_there_is_one(journal: Journal) -> None:
    bled(journal, REGULAR)
    page = opened(journal)
    assert section(page) == "Now"
    assert standing(page) == "Cycle day 20"
    assert len(page.get("plotly_chart")) == 2


def test_the_page_opens_on_the_stage_where_no_cycle_is_recorded(journal: Journal) -> None:
    page = opened(journal)
    assert section(page) == "Stage"
    assert "You declared no stage; none is ever set for you." in text(page)


def test_every_section_of_an_empty_journal_says_what_is_missing(journal: Journal) -> None:
    said = {
        "Now": "No period is recorded from which the next one could be counted.",
        "Cycles": "Nothing to draw yet",
        "Stage": "your record has no period to count from",
        "Before a period": "your record has none yet",
    }
    for name, words in said.items():
        page = opened(journal, name)
        assert words in text(page)
        assert not page.get("plotly_chart")


def test_a_likely_date_stands_with_its_disclaimer(journal: Journal) -> None:
    bled(journal, REGULAR)
    written = text(opened(journal))
    assert LIKELY_DATE.search(written)
    assert "A likelihood, not a promise, and never for contraception." in written


@pytest.mark.parametrize("name", ["Now", "Cycles", "Stage", "Before a period"])
def test_with_forecasts_off_no_likely_date_stands_anywhere(journal: Journal, name: str) -> None:
    bled(journal, REGULAR)
    told(journal, forecasts=False)
    written = text(opened(journal, name))
    assert LIKELY_DATE.findall(written) == []
    assert ("Forecasts are switched off, so no date is shown." in written) is (name == "Now")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (
            ContextKind.HORMONAL_CONTRACEPTION,
            "Hormonal contraception since 10 November: bleeding follows the medication then",
        ),
        (
            ContextKind.PREGNANCY,
            "Pregnancy since 10 November: no period is expected during it",
        ),
        (
            ContextKind.NOT_RECORDED,
            "Time since 10 November is marked as not recorded, so there is nothing to count from.",
        ),
    ],
)
def test_a_context_keeps_dates_away_and_says_why(
    journal: Journal, kind: ContextKind, reason: str
) -> None:
    bled(journal, REGULAR)
    journal.save_context(Context(kind, on("2026-11-10")))
    written = text(opened(journal, "Now"))
    assert reason in written
    assert LIKELY_DATE.findall(written) == []


def test_the_newest_question_is_asked_with_all_its_replies(journal: Journal) -> None:
    bled(journal, ASKED_OF_TWICE)
    journal.save_day(LATER_BLEED, {"bleeding": "light"})
    page = opened(journal)
    replies = {"Still the same period", "A new period", "Bleeding between periods"}
    assert replies | {"I am not sure"} <= set(labels(page))
    assert "Yes, I did not record it" not in labels(page)
    written = text(page)
    assert "You noted bleeding on 14 November 2026, 11 days after a period began." in written
    assert "1 more question after this one." in written


def test_a_reply_is_kept_and_the_next_question_comes(journal: Journal) -> None:
    bled(journal, ASKED_OF_TWICE)
    journal.save_day(LATER_BLEED, {"bleeding": "light"})
    page = opened(journal)
    button(page, "A new period").click().run()
    assert not page.exception
    early = CycleAnswer(LATER_BLEED, CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    assert [early] == journal.cycle_answers()
    assert standing(page) == "Cycle day 9"
    assert "Did a period around 6 October 2026 go unrecorded?" in text(page)
    button(page, "No, none came").click().run()
    missed = CycleAnswer(on("2026-09-08"), CycleQuestion.MISSED_PERIOD, CycleReply.NONE_CAME)
    assert [missed, early] == journal.cycle_answers()
    assert not [key for key in labels(page) if key == "I am not sure"]


def test_an_answer_is_listed_and_can_be_asked_again(journal: Journal) -> None:
    bled(journal, ASKED_OF_TWICE)
    page = opened(journal)
    assert "Ask again" not in labels(page)
    button(page, "Yes, I did not record it").click().run()
    listed = "A long time between two periods, 8 September 2026: a period came and is not in my"
    assert listed in text(page)
    button(page, "Ask again").click().run()
    assert not page.exception
    assert journal.cycle_answers() == []
    assert "Yes, I did not record it" in labels(page)
    assert listed not in text(page)


@pytest.mark.parametrize("act", ["answer_cycle_question", "withdraw_cycle_answer"])
def test_an_answer_that_could_not_be_written_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    def full_disk(*said: object) -> None:
        del said
        raise JournalNotWritten

    bled(journal, ASKED_OF_TWICE)
    if act == "withdraw_cycle_answer":
        question = CycleQuestion.MISSED_PERIOD
        journal.answer_cycle_question(CycleAnswer(on("2026-09-08"), question, CycleReply.NOT_SURE))
    page = opened(journal)
    monkeypatch.setattr(journal, act, full_disk)
    label = "Ask again" if act == "withdraw_cycle_answer" else "I am not sure"
    button(page, label).click().run()
    assert not page.exception
    assert "could not be written" in page.toast[0].value


def test_what_does_not_fit_together_is_told(journal: Journal) -> None:
    bled(journal, REGULAR)
    told(journal, birth_year=2030)
    (said,) = opened(journal).info
    assert "2030 stands in your journal as the year you were born" in said.value.replace("\\", "")


def test_the_matched_stage_is_declared_from_the_day_it_matched(journal: Journal) -> None:
    bled(journal, LONG_GAP)
    told(journal, birth_year=1976, situation=Situation.IRREGULAR)
    page = opened(journal, "Stage")
    assert standing(page) == "Day 22 since your last bleed"
    page.button(key="cycle.accept_stage").click().run()
    assert not page.exception
    assert journal.stages() == [StageDeclaration(on("2026-09-20"), Stage.LATE_TRANSITION)]
    assert standing(page) == "Day 22 since your last bleed, late menopausal transition"
    assert "You declared: Late menopausal transition, since 20 September 2026." in text(
        page
    ).replace("**", "")
    assert "cycle.accept_stage" not in [button.key for button in page.button]


def test_a_stage_that_could_not_be_written_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(said: StageDeclaration) -> None:
        del said
        raise JournalNotWritten

    bled(journal, LONG_GAP)
    told(journal, birth_year=1976)
    page = opened(journal, "Stage")
    monkeypatch.setattr(journal, "declare_stage", full_disk)
    page.button(key="cycle.accept_stage").click().run()
    assert not page.exception
    assert "could not be written" in page.error[0].value


def test_a_stage_taken_back_is_gone_from_every_part_of_the_page(journal: Journal) -> None:
    bled(journal, LONG_GAP)
    told(journal, birth_year=1976, situation=Situation.IRREGULAR)
    journal.declare_stage(StageDeclaration(on("2026-09-20"), Stage.LATE_TRANSITION))
    page = opened(journal, "Stage")
    page.button(key="stage.remove.2026-09-20").click().run()
    assert not page.exception
    assert standing(page) == "Day 22 since your last bleed"
    assert "You declared no stage" in text(page)
    page.button(key="stage.undo").click().run()
    assert standing(page) == "Day 22 since your last bleed, late menopausal transition"


def test_each_criterion_says_what_was_found_and_from_which_dates(journal: Journal) -> None:
    bled(journal, LONG_GAP)
    told(journal, birth_year=1976)
    written = text(opened(journal, "Stage")).replace("**", "")
    assert "Sixty days without a period: Met." in written
    assert "22 July to 30 September 2026, 70 days" in written
    assert "Twelve months without a period: Not met." in written


def test_what_a_doctor_should_hear_of_is_said(journal: Journal) -> None:
    bled(journal, LONG_GAP)
    told(journal, birth_year=1992)
    page = opened(journal, "Stage")
    (caution,) = page.warning
    assert "gaps between periods before 40" in caution.value
    assert "cycle.accept_stage" not in [button.key for button in page.button]


def test_without_ratings_no_premenstrual_pattern_is_read(journal: Journal) -> None:
    bled(journal, REGULAR)
    written = text(opened(journal, "Before a period"))
    assert "Not enough ratings." in written
    assert "your record has none yet" in written
    assert "Around the bleed of 3 November 2026" in written
    assert " of 0 " not in written


def test_her_own_words_are_shown_as_she_typed_them(journal: Journal) -> None:
    bled(journal, REGULAR)
    journal.save_context(Context(ContextKind.EVENT, on("2026-10-01"), name=MARKUP))
    page = opened(journal, "Stage")
    bodies = [element.proto.body for element in page.get("html")]
    figures = [element.proto.spec for element in page.get("plotly_chart")]
    for drawn in (bodies, figures):
        hers = [part for part in drawn if "onerror" in part]
        assert hers
        assert not [part for part in hers if "<img" in part]


def test_each_cycle_says_what_was_observed_and_what_was_estimated(journal: Journal) -> None:
    bled(journal, REGULAR)
    journal.save_day(on("2026-10-19"), {"lh_test": "positive"})
    rows = history(opened(journal, "Cycles"))
    assert len(rows) == 6
    assert "Since 3 November 2026 day 20, still open" in rows[0]
    assert rows[1].startswith("6 October to 2 November 2026 28 days")
    assert "ovulation about day 15, observed: ovulation test" in rows[1]
    assert "estimated from the calendar" in rows[2]
    assert "bleeding on 4 days" in rows[1]
    assert "something recorded on 5 of 28 days" in rows[1]


def test_a_cycle_in_which_hormones_began_has_no_length(journal: Journal) -> None:
    bled(journal, REGULAR[:3])
    journal.save_context(Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-08-20")))
    assert "no length: something else began" in history(opened(journal, "Cycles"))[0]


def test_the_newest_twelve_cycles_are_listed_until_she_asks_for_all(journal: Journal) -> None:
    first = on("2025-09-02")
    bled(journal, [(first + timedelta(days=28 * place)).isoformat() for place in range(16)])
    page = opened(journal, "Cycles")
    assert len(history(page)) == 12
    button(page, "Show 4 earlier").click().run()
    assert not page.exception
    assert len(history(page)) == 16
    assert "2 to 29 September 2025" in history(page)[-1]
    assert "cycle.show_all" not in [button.key for button in page.button]


def test_after_two_months_without_a_period_no_wheel_is_drawn(journal: Journal) -> None:
    bled(journal, REGULAR[:4])
    page = opened(journal)
    assert standing(page) == "Day 76 since your last bleed"
    assert "Your last one began 75 days ago." in text(page)
    assert not page.get("plotly_chart")
