import re

import pytest

from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_domains import Domain, journal_scale
from journal.cycle.premenstrual_values import DayRating, Pattern, PremenstrualSummary
from journal.cycle.premenstrual_words import (
    NOT_A_DIAGNOSIS,
    PATTERN_WORDS,
    PREMENSTRUAL_DOMAIN_WORDS,
    PREMENSTRUAL_EXPLANATION,
    PREMENSTRUAL_TITLE,
    domain_lines,
    missing_words,
    pattern_words,
)
from tests.builders import on

ONSETS = [on("2026-08-29"), on("2026-09-26")]
FEELING = ("mood",)
FIVE = ("mood", "calm", "energy", "stress", "sleep_quality")
FIVE_OTHERS = ("energy", "stress", "sleep_quality", "connection", "sign:bloating")


def cycle_of(cycle: int, items: tuple[str, ...], after: float = 0) -> list[DayRating]:
    days = [*((day, 8.0) for day in range(-7, 0)), *((day, after) for day in range(4, 11))]
    return [DayRating(cycle, day, item, value) for item in items for day, value in days]


def summary_of(*cycles: tuple[str, ...], after: float = 0) -> PremenstrualSummary:
    ratings = [
        rating for place, items in enumerate(cycles) for rating in cycle_of(place, items, after)
    ]
    return premenstrual_summary(ratings, journal_scale())


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (
            summary_of(FEELING, FEELING),
            (
                "In 2 of 2 cycles with enough ratings, feelings were worse in the week "
                "before the bleed and cleared in the week after it, most often low mood."
            ),
        ),
        (
            summary_of(("mood", "energy"), ("calm", "energy")),
            (
                "In 2 of 2 cycles with enough ratings, feelings were worse in the week "
                "before the bleed and cleared in the week after it."
            ),
        ),
        (
            summary_of(FIVE, FIVE),
            (
                "In 2 of 2 cycles with enough ratings, 5 areas or more were worse in the "
                "week before the bleed and cleared in the week after it, most often low "
                "mood, tension and worry and little energy."
            ),
        ),
        (
            summary_of(FIVE_OTHERS, FIVE_OTHERS),
            (
                "In 2 of 2 cycles with enough ratings, 5 areas or more were worse in the "
                "week before the bleed. Feelings that cleared in the week after it were too "
                "rare for a pattern of their own."
            ),
        ),
        (
            summary_of(("energy",), ("energy",)),
            (
                "Feelings came before the bleed and cleared after it in none of 2 cycles "
                "with enough ratings, which is too few for a pattern."
            ),
        ),
    ],
)
def test_a_pattern_is_said_with_its_cycles_and_what_it_is_not(
    summary: PremenstrualSummary, words: str
) -> None:
    assert f"{words} {NOT_A_DIAGNOSIS}" == pattern_words(summary)


@pytest.mark.parametrize(("cycles", "have"), [((), "none"), ((FEELING,), "one")])
def test_too_few_ratings_say_what_is_needed(cycles: tuple[tuple[str, ...], ...], have: str) -> None:
    assert pattern_words(summary_of(*cycles)) == (
        "Not enough ratings: this needs 2 cycles with at least 4 rated days in the week before the "
        f"bleed and on days 4 to 10 after it began; your record has {have} yet."
    )


def test_missing_days_are_counted_for_each_bleed_newest_first() -> None:
    few = [rating for rating in cycle_of(0, FEELING) if rating.day not in {-7, -6, -5, -4}]
    summary = premenstrual_summary(few, journal_scale())
    assert missing_words(summary, ONSETS) == (
        (
            "Around the bleed of 26 September 2026, 4 rated days in the week before it and "
            "4 rated days in the week after it are missing."
        ),
        "Around the bleed of 29 August 2026, 1 rated day in the week before it is missing.",
    )


def test_nothing_is_missing_around_a_bleed_with_enough_days() -> None:
    assert missing_words(summary_of(FEELING), ONSETS[:1]) == ()


def test_domains_are_counted_over_the_cycles_that_could_judge_them() -> None:
    assert domain_lines(summary_of(FEELING, ("mood", "energy"))) == (
        "Low mood: 2 of 2 cycles",
        "Little energy: 1 of 1 cycle",
    )


def test_every_value_has_words() -> None:
    assert set(PREMENSTRUAL_DOMAIN_WORDS) == set(Domain)
    assert set(PATTERN_WORDS) == set(Pattern)


def test_the_explanation_names_its_source_and_its_limits() -> None:
    for part in ("Eisenlohr-Moul et al. 2017", "have not been tested", "PMDD", "Clinicians"):
        assert part in PREMENSTRUAL_EXPLANATION


def test_no_disorder_is_ever_a_finding() -> None:
    shown = " ".join(
        [
            PREMENSTRUAL_TITLE,
            *PATTERN_WORDS.values(),
            *(pattern_words(summary_of(*cycles)) for cycles in ((FIVE, FIVE), (FEELING,), ())),
        ]
    )
    assert not re.search(r"PMDD|PMS|MRMD|PME|disorder|dysphoric|you have|!", shown)
