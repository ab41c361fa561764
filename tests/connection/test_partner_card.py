from itertools import chain, combinations

import pytest

from journal.connection.partner_card import Card, Counts, SideBySide, card, counts
from journal.connection.partner_card_words import (
    TOUCH_NOT_SAID,
    TOUCH_SENTENCES,
    card_lines,
    counts_words,
)
from journal.domain.days import Touch
from journal.domain.moments import Author
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.tallies import MomentTally
from tests.builders import on

PARTS = list(chain.from_iterable(combinations(CardPart, n) for n in range(4)))
WANTED = PartnerCard("Tired, and glad of you", frozenset(CardPart), ("Tea in bed", "A walk"))


def test_the_card_is_empty_until_she_puts_something_on_it() -> None:
    shown = card(PartnerCard(things=("Tea",)), stands="Cycle day 20", touch=Touch.WELCOME)
    assert shown == Card()
    assert not shown


@pytest.mark.parametrize("parts", PARTS, ids=lambda parts: "+".join(parts) or "nothing")
def test_only_the_parts_she_switched_on_pass(parts: tuple[CardPart, ...]) -> None:
    wanted = PartnerCard(shows=frozenset(parts), things=("Tea in bed",))
    shown = card(wanted, stands="Cycle day 20", touch=Touch.UNWELCOME)
    expected = {
        CardPart.WHERE_SHE_STANDS: shown.stands == "Cycle day 20",
        CardPart.TOUCH_TODAY: shown.touch is Touch.UNWELCOME,
        CardPart.SMALL_THINGS: shown.things == ("Tea in bed",),
    }
    assert {part for part, passes in expected.items() if passes} == set(parts)


def test_the_card_says_her_words_first() -> None:
    shown = card(WANTED, stands="Cycle day 20", touch=Touch.WELCOME)
    assert card_lines(shown) == [
        "Tired, and glad of you",
        "Cycle day 20.",
        "Touch is welcome today.",
    ]
    assert shown.things == ("Tea in bed", "A walk")


def test_touch_that_was_not_recorded_today_is_said_to_be_unsaid() -> None:
    shown = card(WANTED, stands=None, touch=None)
    assert card_lines(shown) == ["Tired, and glad of you", TOUCH_NOT_SAID]


def test_there_is_a_sentence_for_every_answer_about_touch() -> None:
    assert set(TOUCH_SENTENCES) == set(Touch)


def test_what_each_noted_stands_side_by_side() -> None:
    tallies = [
        MomentTally(on("2026-11-20"), "long_hug", 2),
        MomentTally(on("2026-11-21"), "long_hug", 1, author=Author.PARTNER),
        MomentTally(on("2026-11-21"), "thanks", 4, author=Author.PARTNER),
        MomentTally(on("2026-11-22"), "long_hug", 1),
    ]
    found = counts(tallies)
    assert found == Counts(3, 5, (SideBySide("long_hug", 3, 1), SideBySide("thanks", 0, 4)))
    assert counts_words(found) == "You noted 3 moments, your partner 5."


def test_without_moments_both_counts_are_nothing() -> None:
    assert counts([]) == Counts(0, 0, ())
