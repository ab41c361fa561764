import pytest

from journal.analysis.partner_card import both_sides, partner_card
from journal.connection.partner_card import Card
from journal.connection.partner_card_words import card_lines
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Touch
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from tests.builders import on
from tests.cycle_builders import TODAY, days, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal

DAY_20 = reading_of(open_cycle(TODAY - days(19), 28))
PRIVATE = "what only I read"
EVERYTHING = PartnerCard("Glad of you", frozenset(CardPart), ("Tea",))


def journal(card: PartnerCard, *contexts: Context) -> InMemoryJournal:
    return InMemoryJournal(
        [Day(TODAY, touch=Touch.WELCOME, mood=2, note=PRIVATE)],
        kept_moments=[Moment(TODAY, "long_hug", note=PRIVATE)],
        kept_contexts=contexts,
        kept_settings=OwnerSettings(partner_card=card),
    )


def test_the_card_says_what_she_chose_and_nothing_else() -> None:
    assert partner_card(journal(EVERYTHING), DAY_20, TODAY) == Card(
        "Glad of you", "Cycle day 20", Touch.WELCOME, says_touch=True, things=("Tea",)
    )


def test_a_card_nobody_filled_is_empty_whatever_the_record_holds() -> None:
    assert partner_card(journal(PartnerCard()), DAY_20, TODAY) == Card()


def test_no_note_rating_or_moment_reaches_the_card() -> None:
    shown = repr(partner_card(journal(EVERYTHING), DAY_20, TODAY))
    assert [word for word in (PRIVATE, "mood", "long_hug") if word in shown] == []


@pytest.mark.parametrize(
    "kind", [ContextKind.PREGNANCY, ContextKind.CHEMOTHERAPY, ContextKind.BREASTFEEDING]
)
def test_a_context_she_notes_later_is_not_on_the_card_by_itself(kind: ContextKind) -> None:
    shown = partner_card(journal(EVERYTHING, Context(kind, TODAY - days(3))), DAY_20, TODAY)
    assert shown.stands is None


def test_where_nothing_can_be_said_of_her_cycle_the_card_leaves_it_out() -> None:
    shown = partner_card(journal(EVERYTHING), reading_of(), TODAY)
    assert card_lines(shown) == ["Glad of you", "Touch is welcome today."]


def test_both_sides_are_counted_over_four_weeks() -> None:
    kept = [
        Moment(TODAY, "long_hug"),
        Moment(TODAY, "long_hug", author=Author.PARTNER),
        Moment(on("2026-10-26"), "thanks", author=Author.PARTNER),
        Moment(on("2026-10-25"), "thanks"),
    ]
    found = both_sides(InMemoryJournal(kept_moments=kept), TODAY)
    assert (found.own, found.partner) == (1, 2)
