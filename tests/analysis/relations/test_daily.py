from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily import STRENGTHS, DailyRecord, daily_record
from journal.analysis.relations.questions import ChangeSource, DatedChange
from journal.domain.account_rules import AccountRules
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner, SignStrength
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.cycle_builders import cycles_before, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
WEEK = DateRange.last_days(7, TODAY)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def recorded(*days: Day, moments: Sequence[Moment] = (), **kept: object) -> InMemoryJournal:
    return InMemoryJournal(days, moments, **kept)  # type: ignore[arg-type]  # the test's business


def laid_out(journal: InMemoryJournal, range_: DateRange = WEEK) -> DailyRecord:
    return daily_record(journal, reading_of(today=TODAY), range_)


def listed(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def test_every_date_has_a_place_and_what_was_not_recorded_is_no_number() -> None:
    found = laid_out(recorded(Day(ago(5), mood=0, sleep_hours=7.5), Day(ago(1), mood=10)))
    assert list(WEEK) == list(found.days)
    assert found.first == ago(6).toordinal()
    assert listed(found.values["mood"]) == [None, 0, None, None, None, 10, None]
    assert listed(found.values["sleep_hours"]) == [None, 7.5, None, None, None, None, None]
    assert np.isnan(found.values["stress"]).all()
    assert found.values.keys() <= found.names.keys()


def test_what_was_never_recorded_is_asked_for_all_the_same() -> None:
    found = laid_out(recorded(Day(ago(5), mood=4)))
    assert listed(found.measured("sign:nobody_knows")) == [None] * 7


def test_nothing_beyond_the_day_of_the_reading_is_laid_out() -> None:
    found = laid_out(recorded(Day(ago(-1), mood=4)), DateRange(ago(1), ago(-5)))
    assert [ago(1), TODAY] == list(found.days)
    ahead = laid_out(recorded(), DateRange(ago(-2), ago(-5)))
    assert (len(ahead.days), ahead.first) == (0, 0)
    assert all(len(column) == 0 for column in ahead.values.values())


def test_a_sign_is_absent_only_where_that_was_recorded() -> None:
    found = laid_out(
        recorded(
            Day(ago(4), mood=5),
            Day(ago(3), signs={"headache": SignStrength.ABSENT}),
            Day(ago(2), signs={"headache": SignStrength.SEVERE, "of_old": SignStrength.MILD}),
        )
    )
    assert listed(found.values["sign:headache"]) == [None, None, None, 0, 3, None, None]
    assert listed(found.values["sign:of_old"]) == [None, None, None, None, 1, None, None]
    assert (found.names["sign:headache"], found.names["sign:of_old"]) == ("Headache", "Of old")
    assert "sign:fatigue" not in found.values
    assert list(STRENGTHS.values()) == [0, 1, 2, 3]


def test_a_day_she_wrote_of_without_a_moment_had_none_and_others_say_nothing() -> None:
    found = laid_out(
        recorded(
            Day(ago(6), mood=5),
            Day(ago(4), mood=5),
            Day(ago(0), mood=5),
            moments=(Moment(ago(5), "kiss"), Moment(ago(5), "long_hug"), Moment(ago(1), "kiss")),
        )
    )
    assert listed(found.values["moments"]) == [None, 2, 0, None, None, 1, None]
    assert listed(found.values["bids_met"]) == [None, 0, 0, None, None, 0, None]


def test_a_bid_is_a_moment_that_says_who_made_it_and_met_or_not_by_its_answer() -> None:
    def of(response: BidResponse | None, initiator: Initiator | None = Initiator.SELF) -> Moment:
        return Moment(ago(1), "kiss", initiator=initiator, response=response)

    toward, away = BidResponse.TURNED_TOWARD, BidResponse.TURNED_AWAY
    moments = (
        *(of(toward), of(toward, Initiator.PARTNER), of(away), of(None)),
        *(of(BidResponse.TURNED_AGAINST), of(toward, None)),
    )
    found = laid_out(recorded(moments=moments))
    counts = [found.values[name][5] for name in ("moments", "bids_met", "bids_unmet")]
    assert counts == [6, 2, 2]


def test_a_moment_with_somebody_else_is_a_noted_day_without_one_of_these_two() -> None:
    friend = Moment(ago(1), "kiss", with_whom=WithWhom.FRIEND)
    found = laid_out(recorded(moments=(Moment(ago(3), "kiss"), friend)))
    assert listed(found.values["moments"])[3:] == [1, None, 0, None]


def test_what_the_partner_noted_is_not_added_to_her_own() -> None:
    hers, his = Moment(ago(1), "kiss"), Moment(ago(1), "kiss", author=Author.PARTNER)
    assert laid_out(recorded(moments=(hers, his))).values["moments"][5] == 1


def test_a_day_of_which_only_the_partner_wrote_says_nothing_of_hers() -> None:
    his = tuple(Moment(ago(day), "kiss", author=Author.PARTNER) for day in (5, 4, 3, 2))
    found = laid_out(
        recorded(
            Day(ago(4), mood=5),
            Day(ago(3), signs={"headache": SignStrength.ABSENT}),
            Day(ago(2), note="Rain."),
            moments=(Moment(ago(6), "kiss"), *his, Moment(ago(1), "kiss")),
        )
    )
    assert listed(found.values["moments"]) == [1, None, 0, 0, 0, 1, None]
    assert listed(found.values["bids_met"]) == [0, None, 0, 0, 0, 0, None]


def test_the_balance_is_that_of_the_evening_before() -> None:
    rules = AccountRules(half_life_days=1, weights={"kiss": 4.0})
    found = laid_out(
        recorded(
            moments=(Moment(ago(5), "kiss"), Moment(ago(2), "kiss")),
            kept_settings=OwnerSettings(account=rules),
        )
    )
    assert listed(found.values["balance"]) == [None, None, 4, 2, 1, 4.5, None]


def test_the_balance_knows_what_came_before_the_span() -> None:
    rules = AccountRules(half_life_days=1)
    moments = (Moment(ago(8), "kiss"), Moment(ago(0), "kiss"))
    found = laid_out(recorded(moments=moments, kept_settings=OwnerSettings(account=rules)))
    assert listed(found.values["balance"])[:2] == [0.5, 0.25]


def test_days_apart_are_those_marked_or_in_a_context_and_no_others() -> None:
    found = laid_out(
        recorded(
            Day(ago(6), partner=Partner.APART),
            Day(ago(2), partner=Partner.TOGETHER),
            kept_contexts=[Context(ContextKind.TIME_APART, ago(3))],
        )
    )
    assert found.values["apart"].tolist() == [1, 0, 0, 1, 0, 1, 1]


@pytest.mark.parametrize("leave_out", [True, False])
def test_days_apart_are_not_compared_where_she_leaves_them_out(leave_out: bool) -> None:  # noqa: FBT001 - pytest hands it over
    journal = recorded(
        Day(ago(2), partner=Partner.APART, mood=3),
        Day(ago(1), partner=Partner.TOGETHER, mood=4),
        kept_settings=OwnerSettings(leave_apart_out=leave_out),
    )
    found = laid_out(journal)
    assert listed(found.compared("mood"))[4:6] == [None if leave_out else 3, 4]
    assert listed(found.measured("mood"))[4:6] == [3, 4]


def test_days_have_their_place_in_the_cycle() -> None:
    reading = reading_of(*cycles_before(ago(3), 28, 28), open_cycle(ago(3), 28), today=TODAY)
    found = daily_record(recorded(), reading, WEEK)
    assert [place.days_to_onset if place else None for place in found.placed] == [
        *(3, 2, 1),
        *[None] * 4,
    ]


def test_changes_are_starts_ends_and_new_stages_inside_the_span() -> None:
    found = laid_out(
        recorded(
            kept_contexts=[
                Context(ContextKind.HORMONE_THERAPY, ago(400), ago(5)),
                Context(ContextKind.EVENT, ago(4), name="We moved"),
                Context(ContextKind.TIME_APART, ago(3), ago(2)),
                Context(ContextKind.NOT_RECORDED, ago(3), ago(2)),
            ],
            kept_stages=[
                StageDeclaration(ago(90), Stage.LATE_REPRODUCTIVE),
                StageDeclaration(ago(5), Stage.EARLY_TRANSITION),
                StageDeclaration(ago(1), Stage.EARLY_TRANSITION),
            ],
        )
    )
    assert found.changes == (
        DatedChange(ago(5), "Hormone therapy", ChangeSource.CONTEXT_END),
        DatedChange(ago(5), "Early menopausal transition", ChangeSource.STAGE),
        DatedChange(ago(4), "We moved", ChangeSource.CONTEXT_START),
    )
    assert len(found.stages) == 3


def test_the_measures_are_the_ratings_and_what_belongs_to_two() -> None:
    found = laid_out(recorded())
    assert {*RATINGS, "sleep_hours", "moments", "bids_met", "bids_unmet", "balance", "apart"} == (
        found.values.keys()
    )
