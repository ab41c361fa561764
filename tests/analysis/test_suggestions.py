from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.analysis.suggestion_words import reason_words
from journal.analysis.suggestions import Suggestion, possible_steps, suggestions
from journal.connection.closer_days import KindDays
from journal.connection.ladder import is_touch
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Touch
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from tests.builders import on, rated
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
FIRST = on("2026-10-01")
WEEK = on("2026-11-16")
RATED = rated("2026-10-01", "connection", [7] * 20 + [3] * 20)
PREGNANT = Context(ContextKind.PREGNANCY, on("2026-09-01"))


def noted(kind: str, places: Sequence[int]) -> list[Moment]:
    return [Moment(FIRST + timedelta(days=place), kind) for place in places]


CLOSER = (*range(12), 20, 21, 22)
MIXED = (*range(11), 20, 21, 22)


def journal(
    *kinds: str,
    touch: Touch | None = None,
    chosen: Sequence[Intention] = (),
    contexts: Sequence[Context] = (),
    **settings: object,
) -> InMemoryJournal:
    """Make a journal in which these kinds came on closer days, the first the most often."""
    moments = [
        moment
        for place, kind in enumerate(kinds)
        for moment in noted(kind, MIXED if place else CLOSER)
    ]
    return InMemoryJournal(
        recorded=[*RATED, Day(TODAY, touch=touch)],
        kept_moments=moments,
        kept_intentions=chosen,
        kept_contexts=contexts,
        kept_settings=replace(OwnerSettings(), **settings),  # type: ignore[arg-type]  # as given
    )


def codes(found: Sequence[Suggestion]) -> list[str]:
    return [item.code for item in found]


def test_what_came_on_closer_days_is_suggested_first_with_its_counts() -> None:
    first, *rest = suggestions(journal("long_hug"), TODAY)
    assert (first.source, first.code) == (IntentionSource.MOMENT, "long_hug")
    assert first.counted == KindDays("long_hug", 15, 12)
    assert reason_words(first) == (
        "On 12 of 15 days with “Long hug” connection was above your middle."
    )
    assert [item.source for item in rest] == [IntentionSource.STEP] * 2


def test_without_a_record_the_ladder_is_suggested_from_where_it_begins() -> None:
    found = suggestions(InMemoryJournal(), TODAY)
    assert len(found) == 3
    assert {reason_words(item) for item in found} == {"A step of the ladder: without touch."}


def groups_of_a_year(touch: Touch | None) -> set[str]:
    """Return the groups that are suggested from in the weeks of a year, touch being so each day."""
    weeks = [TODAY - timedelta(weeks=n) for n in range(52)]
    return {
        item.group
        for day in weeks
        for item in suggestions(InMemoryJournal([Day(day, touch=touch)]), day)
    }


def test_light_touch_is_suggested_unasked_only_where_touch_is_welcome_today() -> None:
    for touch in (None, Touch.NEUTRAL, Touch.UNWELCOME):
        assert groups_of_a_year(touch) == {"Without touch"}
    assert groups_of_a_year(Touch.WELCOME) == {"Without touch", "Light touch"}


def test_every_week_begins_with_another_step() -> None:
    found = [
        tuple(codes(suggestions(InMemoryJournal(), TODAY + timedelta(weeks=n)))) for n in range(3)
    ]
    assert len(set(found)) == 3
    same_week = suggestions(InMemoryJournal(), WEEK), suggestions(InMemoryJournal(), WEEK)
    assert same_week[0] == same_week[1]


def test_where_touch_is_unwelcome_no_touch_is_suggested_and_it_says_so() -> None:
    found = suggestions(journal("long_hug", "thanks", touch=Touch.UNWELCOME), TODAY)
    assert codes(found)[0] == "thanks"
    assert [item.code for item in found if is_touch(item.code) and item.counted] == []
    assert reason_words(found[1]) == (
        "A step of the ladder without touch, as touch is unwelcome today."
    )


def test_the_limit_she_named_holds_for_moments_too() -> None:
    found = suggestions(journal("long_hug", ladder_up_to="Light touch"), TODAY)
    assert "long_hug" not in codes(found)
    assert "long_hug" in codes(suggestions(journal("long_hug", ladder_up_to="Closer"), TODAY))


@pytest.mark.parametrize("kind", ["sex", "massage"])
def test_intimate_practices_are_suggested_only_once_switched_on(kind: str) -> None:
    assert kind not in codes(suggestions(journal(kind), TODAY))
    assert kind in codes(suggestions(journal(kind, intimate_practices=True), TODAY))


def test_breast_massage_is_not_suggested_in_a_pregnancy() -> None:
    kind = "breast_massage_partner"
    usual = journal(kind, intimate_practices=True)
    assert kind in codes(suggestions(usual, TODAY))
    assert "breast_touch" in [step.code for step in possible_steps(usual, TODAY)]
    pregnant = journal(kind, intimate_practices=True, contexts=[PREGNANT])
    assert kind not in codes(suggestions(pregnant, TODAY))
    assert "breast_touch" not in [step.code for step in possible_steps(pregnant, TODAY)]


def test_what_mends_something_is_not_suggested_for_a_week() -> None:
    assert "apology" not in codes(suggestions(journal("apology"), TODAY))


def test_what_is_chosen_already_is_not_suggested_again() -> None:
    hug = Intention(WEEK, "I hug him", IntentionSource.STEP, "hug_until_calm", id="1")
    assert "long_hug" not in codes(suggestions(journal("long_hug", chosen=[hug]), TODAY))
    first = suggestions(InMemoryJournal(), TODAY)[0]
    chosen = replace(first.intention(WEEK), id="1")
    assert first.code not in codes(suggestions(InMemoryJournal(kept_intentions=[chosen]), TODAY))


def test_a_kind_and_the_step_that_stands_for_it_are_one_suggestion() -> None:
    found = codes(suggestions(journal("thanks"), TODAY))
    assert "thanks" in found
    assert "thank_you" not in found


def test_at_most_three_are_suggested() -> None:
    kinds = ("thanks", "smile", "ate_together", "shared_thought")
    found = suggestions(journal(*kinds), TODAY)
    assert len(found) == 3
    assert all(item.counted for item in found)


def test_what_was_more_than_a_year_ago_is_not_counted() -> None:
    assert "thanks" not in codes(suggestions(journal("thanks"), TODAY + timedelta(days=400)))


def test_a_suggestion_is_chosen_by_its_own_name() -> None:
    first = suggestions(journal("long_hug"), TODAY)[0]
    assert first.intention(WEEK) == Intention(WEEK, "Long hug", IntentionSource.MOMENT, "long_hug")


def test_she_may_choose_from_every_step_up_to_her_limit() -> None:
    assert len(possible_steps(InMemoryJournal(), TODAY)) == 21
    assert len(possible_steps(journal(ladder_up_to="Without touch"), TODAY)) == 9
    assert len(possible_steps(journal(touch=Touch.UNWELCOME), TODAY)) == 9
