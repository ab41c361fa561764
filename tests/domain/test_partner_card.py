"""The card her partner may see: nothing on it until she puts it there."""

import pytest

from journal.domain.errors import CardFull, NameMissing, TextTooLong
from journal.domain.partner_card import (
    LONGEST_CARD_WORDS,
    LONGEST_THING,
    MOST_THINGS,
    CardPart,
    PartnerCard,
)


def test_a_new_card_says_and_shows_nothing() -> None:
    card = PartnerCard()
    assert (card.words, card.shows, card.things) == ("", frozenset(), ())


def test_a_card_has_three_parts_to_choose_from() -> None:
    assert [part.value for part in CardPart] == ["where_she_stands", "touch_today", "small_things"]


def test_a_card_holds_what_she_wants_to_say_up_to_its_length() -> None:
    longest = "x" * LONGEST_CARD_WORDS
    assert PartnerCard(longest).words == longest
    with pytest.raises(TextTooLong, match="up to 200 characters long; this has 201"):
        PartnerCard(longest + "x")


def test_a_card_has_room_for_five_small_things() -> None:
    things = ("Tea", "A walk", "Quiet", "A call", "Soup")
    assert len(things) == MOST_THINGS
    assert PartnerCard(things=things).things == things
    with pytest.raises(CardFull, match="up to 5 small things"):
        PartnerCard(things=(*things, "One more"))


def test_a_small_thing_is_short() -> None:
    longest = "x" * LONGEST_THING
    assert PartnerCard(things=(longest,)).things == (longest,)
    with pytest.raises(TextTooLong, match="up to 80 characters long; this has 81"):
        PartnerCard(things=("Tea", longest + "x"))


@pytest.mark.parametrize("blank", ["", "  ", "\x00"])
def test_a_small_thing_has_words(blank: str) -> None:
    with pytest.raises(NameMissing):
        PartnerCard(things=("Tea", blank))
