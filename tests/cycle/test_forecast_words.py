from datetime import date

import pytest

from journal.cycle.forecast import Forecast, LikelyDay, Silence, SilentBecause
from journal.cycle.forecast_words import (
    CONTEXT_SENTENCES,
    DISCLAIMER,
    HOW_KNOWN,
    SITUATION_SENTENCES,
    forecast_sentences,
    late_words,
    learned_words,
    likely_words,
    onset_words,
    ovulation_ahead_words,
    silence_words,
)
from journal.cycle.outlook import SILENT_SITUATIONS
from journal.cycle.unreadable import UNREADABLE_KINDS
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import Situation
from journal.domain.ranges import ONE_DAY, DateRange
from tests.builders import on

TODAY = on("2026-04-20")


def likely(first: str, last: str) -> LikelyDay:
    return LikelyDay(on(first), DateRange(on(first), on(last) + ONE_DAY))


def forecast(cycles: int = 11, *, late_days: int = 0, from_ovulation: bool = False) -> Forecast:
    onset = likely("2026-05-03", "2026-05-07")
    ovulation = likely("2026-04-22", "2026-04-25")
    return Forecast(onset, ovulation, cycles, late_days, from_ovulation)


def test_the_next_period_is_said_as_a_likelihood() -> None:
    assert onset_words(forecast(), TODAY) == (
        "Your next period is likely between 3 and 7 May (four in five such cycles fall inside)."
    )


def test_ovulation_is_said_as_a_likelihood() -> None:
    said = ovulation_ahead_words(forecast(), TODAY)
    assert said.startswith("Ovulation is likely between 22 and 25 April")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-05-03", "2026-05-07", "between 3 and 7 May"),
        ("2026-05-30", "2026-06-02", "between 30 May and 2 June"),
        ("2026-05-03", "2026-05-03", "on 3 May"),
        ("2026-12-30", "2027-01-03", "between 30 December 2026 and 3 January 2027"),
        ("2027-01-02", "2027-01-05", "between 2 and 5 January 2027"),
    ],
)
def test_a_span_is_said_with_no_more_than_it_needs(first: str, last: str, words: str) -> None:
    assert words == likely_words(likely(first, last), TODAY)


@pytest.mark.parametrize(
    ("cycles", "from_ovulation", "words"),
    [
        (11, False, "Learned from 11 of your cycles."),
        (2, False, "Learned from 2 of your cycles, and from other women’s."),
        (
            0,
            False,
            "From other women’s cycles so far, as none of yours has ended here yet.",
        ),
        (
            4,
            True,
            (
                "Counted from the ovulation your signs point to, learned from 4 of your cycles "
                "with such signs."
            ),
        ),
        (
            0,
            True,
            (
                "Counted from the ovulation your signs point to, by other women’s cycles, as no "
                "earlier one of yours is recorded."
            ),
        ),
    ],
)
def test_what_a_forecast_rests_on_is_said(cycles: int, *, from_ovulation: bool, words: str) -> None:
    assert words == learned_words(forecast(cycles, from_ovulation=from_ovulation))


def test_a_late_cycle_is_said_without_blame() -> None:
    assert late_words(forecast(late_days=3)) == (
        "Your cycle has run 3 days longer than the span it began with, as about one in ten does. "
        "The dates have moved on with it."
    )
    assert late_words(forecast()) == ""


def test_the_disclaimer_stands_last() -> None:
    said = forecast_sentences(forecast(late_days=1), TODAY)
    assert DISCLAIMER == said[-1] == "A likelihood, not a promise, and never for contraception."
    assert len(said) == 5


@pytest.mark.parametrize(
    ("silence", "words"),
    [
        (Silence(SilentBecause.SWITCHED_OFF), "Forecasts are switched off, so no date is shown."),
        (
            Silence(
                SilentBecause.CONTEXT,
                Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-03-03")),
            ),
            (
                "Hormonal contraception since 3 March: bleeding follows the medication then, so no "
                "date can be given."
            ),
        ),
        (
            Silence(SilentBecause.CONTEXT, Context(ContextKind.NOT_RECORDED, on("2025-12-01"))),
            (
                "Time since 1 December 2025 is marked as not recorded, so there is nothing to "
                "count from."
            ),
        ),
        (
            Silence(SilentBecause.TOO_LONG, days=64),
            (
                "From 60 days after a period began, past cycles do not say when the next one "
                "comes. Your last one began 64 days ago."
            ),
        ),
        (
            Silence(SilentBecause.NO_CYCLE_OPEN),
            "No period is recorded from which the next one could be counted.",
        ),
        (
            Silence(SilentBecause.POSTMENOPAUSE, days=500),
            "After menopause no further period is expected.",
        ),
    ],
    ids=lambda value: value.because.value if isinstance(value, Silence) else "",
)
def test_silence_says_why(silence: Silence, words: str) -> None:
    assert words == silence_words(silence, TODAY)


def test_every_reason_has_its_sentence() -> None:
    for because in SilentBecause:
        assert silence_words(Silence(because), TODAY).endswith(".")


def test_every_silent_situation_and_context_has_its_own_sentence() -> None:
    assert set(SITUATION_SENTENCES) == SILENT_SITUATIONS
    assert set(CONTEXT_SENTENCES) | {ContextKind.NOT_RECORDED} == UNREADABLE_KINDS


def test_her_situation_is_named_where_it_is_the_reason() -> None:
    silence = Silence(SilentBecause.SITUATION)
    said = silence_words(silence, TODAY, Situation.STOPPED)
    assert said == "You said that your periods have stopped, so no date is given."


def test_nothing_promises_or_scolds() -> None:
    sentences = [
        *HOW_KNOWN,
        *forecast_sentences(forecast(late_days=2), TODAY),
        *(silence_words(Silence(because, days=70), TODAY) for because in SilentBecause),
        *(
            silence_words(Silence(SilentBecause.CONTEXT, Context(kind, date(2026, 1, 1))), TODAY)
            for kind in UNREADABLE_KINDS
        ),
    ]
    for sentence in sentences:
        assert sentence[0].isupper()
        assert not {"!", "overdue", "late.", "fertile", "safe"} & set(sentence.lower().split())
        assert "!" not in sentence
