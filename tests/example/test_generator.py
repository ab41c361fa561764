"""The example journal is the same every time, valid throughout, and tells the story it promises."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from journal.connection.intentions import of_last_week, of_now, ticked
from journal.domain.account_rules import AccountRules
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.contexts import ContextKind
from journal.domain.day_fields import validated_field
from journal.domain.days import FLOW, SENSATION_PREFIX, SIGN_PREFIX, Partner, sensation_of
from journal.domain.intentions import IntentionSource
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.owner_settings import Situation
from journal.domain.partner_card import CardPart
from journal.domain.stages import Stage
from journal.domain.tallies import MomentTally
from journal.example.generator import (
    ExampleJournal,
    example_journal,
    example_with_cycles,
    synthetic_record,
)
from journal.example.intentions import HERS

TODAY = date(2026, 11, 22)
DAYS = 1096
SEEDS = [1, 2, 7, 2026, 99991]
every_seed = pytest.mark.parametrize("seed", SEEDS)


@cache
def example(seed: int = 7) -> ExampleJournal:
    return example_journal(TODAY, seed)


def onsets(journal: ExampleJournal) -> list[date]:
    """Days of flow with no flow in the two weeks before."""
    flow = [
        day
        for day, fields in journal.days.items()
        if fields.get("bleeding") in FLOW and not fields.get("not_my_period")
    ]
    return [flow[0], *(b for a, b in pairwise(flow) if (b - a).days > 14)]


def therapy_start(journal: ExampleJournal) -> date:
    return next(c.start for c in journal.contexts if c.kind is ContextKind.HORMONE_THERAPY)


def share(journal: ExampleJournal, field: str, first: date, end: date) -> float:
    """How often a sign was there on the rated days of a span."""
    rated = [f for day, f in journal.days.items() if first <= day < end and "mood" in f]
    return mean(fields.get(field) not in {None, "absent"} for fields in rated)


def test_the_same_day_and_seed_give_the_same_journal() -> None:
    assert example_journal(TODAY, 7) == example_journal(TODAY, 7)


def test_another_process_invents_the_same_journal() -> None:
    command = (
        "from datetime import date; from journal.example.generator import example_journal as e;"
        "j = e(date(2026, 11, 22), 7); print([sorted(d.items()) for d in j.days.values()][-60:],"
        "[m.kind for m in j.moments])"
    )
    root = Path(__file__).resolve().parents[2]
    said = [
        subprocess.run(
            [sys.executable, "-c", command], cwd=root, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    here = [sorted(fields.items()) for fields in example().days.values()][-60:]
    assert said[0] == said[1] == f"{here} {[moment.kind for moment in example().moments]}\n"


def test_another_seed_gives_another_life() -> None:
    assert example(1).days != example(2).days
    assert onsets(example(1)) != onsets(example(2))


def test_the_same_life_moves_along_with_the_calendar() -> None:
    later = example_journal(TODAY + timedelta(days=7), 7)
    moved = [day + timedelta(days=7) for day in onsets(example())]
    assert moved == onsets(later)


@every_seed
def test_it_spans_three_years_and_nothing_lies_after_the_last_day(seed: int) -> None:
    journal = example(seed)
    recorded = [*journal.days, *(moment.date for moment in journal.moments)]
    assert max(recorded) == TODAY
    assert min(recorded) >= TODAY - timedelta(days=DAYS - 1)
    assert min(recorded) <= TODAY - timedelta(days=DAYS - 20)
    assert all(c.start <= TODAY and (c.end is None or c.end <= TODAY) for c in journal.contexts)
    assert all(declared.date <= TODAY for declared in journal.stages)


@every_seed
def test_every_value_passes_the_gate_of_the_domain(seed: int) -> None:
    for fields in example(seed).days.values():
        for name, value in fields.items():
            assert validated_field(name, value) == value


@every_seed
def test_everything_that_was_tapped_stands_in_the_catalogues(seed: int) -> None:
    journal = example(seed)
    signs, places, qualities, moments = (
        shipped_catalogue(name).entries
        for name in (
            CatalogueName.SIGNS,
            CatalogueName.PLACES,
            CatalogueName.QUALITIES,
            CatalogueName.MOMENTS,
        )
    )
    names = {name for fields in journal.days.values() for name in fields}
    felt = {sensation_of(name) for name in names if name.startswith(SENSATION_PREFIX)}
    felt |= {sensation for moment in journal.moments for sensation in moment.sensations}
    assert {n.removeprefix(SIGN_PREFIX) for n in names if n.startswith(SIGN_PREFIX)} <= set(signs)
    assert {sensation.place for sensation in felt} <= set(places)
    assert {sensation.quality for sensation in felt} <= set(qualities)
    assert {moment.kind for moment in journal.moments} <= set(moments)


@every_seed
def test_about_a_quarter_of_the_days_is_left_out_half_of_them_in_a_row(seed: int) -> None:
    rated = sorted(day for day, fields in example(seed).days.items() if "mood" in fields)
    missed = 1 - len(rated) / DAYS
    in_a_row = sum(gap - 1 for a, b in pairwise(rated) if (gap := (b - a).days) > 2)
    assert 0.25 <= missed <= 0.30
    assert 0.4 <= in_a_row / (DAYS - len(rated)) <= 0.9


@every_seed
def test_cycles_are_regular_for_the_first_year(seed: int) -> None:
    first_year = [day for day in onsets(example(seed)) if day < TODAY - timedelta(days=740)]
    lengths = [(b - a).days for a, b in pairwise(first_year)]
    assert len(lengths) >= 9
    assert max(abs(b - a) for a, b in pairwise(lengths)) < 7


@every_seed
def test_then_neighbouring_cycles_differ_by_a_week(seed: int) -> None:
    second = [day for day in onsets(example(seed)) if 430 < (TODAY - day).days < 730]
    lengths = [(b - a).days for a, b in pairwise(second)]
    assert sum(abs(b - a) >= 7 for a, b in pairwise(lengths)) >= 3


@every_seed
def test_the_year_before_the_therapy_holds_a_gap_of_sixty_days(seed: int) -> None:
    journal = example(seed)
    therapy = therapy_start(journal)
    before = [day for day in onsets(journal) if therapy - timedelta(days=365) <= day < therapy]
    assert max((b - a).days for a, b in pairwise(before)) >= 60


@every_seed
def test_the_therapy_starts_within_the_last_year_and_goes_on(seed: int) -> None:
    therapy = next(c for c in example(seed).contexts if c.kind is ContextKind.HORMONE_THERAPY)
    assert timedelta(0) < TODAY - therapy.start < timedelta(days=365)
    assert therapy.end is None


@every_seed
def test_hot_flushes_grow_and_ease_with_the_therapy(seed: int) -> None:
    journal = example(seed)
    therapy, first = therapy_start(journal), min(journal.days)
    early = share(journal, "sign:hot_flushes", first, first + timedelta(days=365))
    worst = share(journal, "sign:hot_flushes", therapy - timedelta(days=90), therapy)
    eased = share(journal, "sign:hot_flushes", therapy + timedelta(days=40), TODAY)
    assert early < 0.15 < worst
    assert eased < worst / 2


@every_seed
def test_the_partner_is_away_in_spells_and_the_longer_ones_are_noted(seed: int) -> None:
    journal = example(seed)
    apart = [c for c in journal.contexts if c.kind is ContextKind.TIME_APART]
    assert apart
    for span in apart:
        assert ((span.end or TODAY) - span.start).days >= 7
        states = {f.get("partner") for day, f in journal.days.items() if span.covers(day)}
        assert Partner.TOGETHER not in states
    together = Counter(fields.get("partner") for fields in journal.days.values())
    assert together[Partner.TOGETHER] > together[Partner.APART] > 0


@every_seed
def test_an_event_carries_a_name(seed: int) -> None:
    assert [c.name for c in example(seed).contexts if c.kind is ContextKind.EVENT] == [
        "Moving house"
    ]


@every_seed
def test_stages_are_declared_in_their_order(seed: int) -> None:
    declared = example(seed).stages
    assert [d.stage for d in declared] == [
        Stage.LATE_REPRODUCTIVE_A,
        Stage.EARLY_TRANSITION,
        Stage.LATE_TRANSITION,
    ]
    assert sorted(declared) == list(declared)


@every_seed
def test_moments_come_with_and_without_every_detail(seed: int) -> None:
    moments = example(seed).moments
    assert len(moments) > 1_000
    for detail in ("at", "initiator", "response", "with_whom", "phone_in_way", "minutes", "note"):
        told = mean(getattr(moment, detail) is not None for moment in moments)
        assert 0.005 < told < 0.95, detail
    assert any(moment.sensations for moment in moments)
    assert list(moments) == sorted(moments, key=lambda moment: moment.date)


@every_seed
def test_days_after_many_moments_feel_closer(seed: int) -> None:
    journal = example(seed)
    counts = Counter(moment.date for moment in journal.moments)
    rated = {day: f["connection"] for day, f in journal.days.items() if "connection" in f}
    after = [(counts[day - timedelta(days=1)], value) for day, value in rated.items()]
    many = mean(value for count, value in after if count >= 4)  # type: ignore[misc]
    few = mean(value for count, value in after if count <= 1)  # type: ignore[misc]
    assert many > few


@every_seed
def test_she_leaves_a_note_now_and_then(seed: int) -> None:
    notes = [str(fields["note"]) for fields in example(seed).days.values() if "note" in fields]
    assert 20 <= len(notes) <= 90
    assert max(map(len, notes)) < 80


def test_a_journal_given_away_cannot_be_changed() -> None:
    day = next(iter(example().days))
    with pytest.raises(TypeError):
        example().days[day] = {}  # type: ignore[index]
    with pytest.raises(TypeError):
        example().days[day]["mood"] = 1  # type: ignore[index]


def test_the_record_for_measurements_has_every_day() -> None:
    record = synthetic_record(2, TODAY)
    rated = [day for day, fields in record.days.items() if "mood" in fields]
    assert rated == [TODAY - timedelta(days=n) for n in range(729, -1, -1)]
    assert len(record.moments) > 1_000


def test_no_years_are_an_empty_record() -> None:
    record = synthetic_record(0, TODAY)
    assert record.intentions == ()
    assert (dict(record.days), record.moments, record.contexts, record.stages) == ({}, (), (), ())


def test_a_lifetime_can_be_invented() -> None:
    record = synthetic_record(40, TODAY)
    assert len(record.days) == 14_610
    assert max((b - a).days for a, b in pairwise(onsets(record))) >= 60


@every_seed
def test_the_example_with_cycles_ends_today_in_a_regular_year(seed: int) -> None:
    made = example_with_cycles(TODAY, seed)
    assert max(made.days) <= TODAY
    assert all(moment.date <= TODAY for moment in made.moments)
    lengths = [(b - a).days for a, b in pairwise(onsets(made))]
    assert len(lengths) >= 11
    assert all(21 <= length <= 35 for length in lengths)
    assert made.stages == ()
    assert made.settings.situation is Situation.AS_USUAL
    assert any("temperature_c" in fields for fields in made.days.values())


@every_seed
def test_a_phone_was_in_the_way_or_was_not_or_nothing_was_said_of_it(seed: int) -> None:
    moments = example(seed).moments
    said = Counter(moment.phone_in_way for moment in moments)
    assert set(said) == {True, False, None}
    assert 0.15 < said[False] / len(moments) < 0.35
    missed = Counter(
        moment.phone_in_way for moment in moments if moment.response is BidResponse.TURNED_AWAY
    )
    assert missed[True] / missed.total() > 2 * said[True] / said.total()


@every_seed
def test_the_partner_noted_a_few_moments_the_two_shared(seed: int) -> None:
    moments = example(seed).moments
    theirs = [moment for moment in moments if moment.author is Author.PARTNER]
    assert 0.02 < len(theirs) / len(moments) < 0.06
    assert {moment.with_whom for moment in theirs} == {WithWhom.PARTNER}
    assert not any(moment.sensations or moment.note for moment in theirs)


@every_seed
def test_bids_were_met_in_every_way_whoever_made_them(seed: int) -> None:
    met = {(moment.initiator, moment.response) for moment in example(seed).moments}
    assert {(who, how) for who in Initiator for how in BidResponse} <= met


@pytest.mark.parametrize("made", [example_journal, example_with_cycles])
@pytest.mark.parametrize("weekday", range(7))
def test_this_week_one_intention_is_ticked_as_soon_as_it_can_be_and_one_is_open(
    made: Callable[[date], ExampleJournal], weekday: int
) -> None:
    until = TODAY + timedelta(days=weekday)
    journal = made(until)
    now = of_now(journal.intentions, until)
    first, second = (ticked(intention, tallies(journal)) for intention in now)
    recorded = {
        moment.kind
        for moment in journal.moments
        if moment.date >= now[0].week and moment.author is Author.OWNER
    }
    assert bool(recorded & set(HERS)) == bool(first)
    assert not second


@pytest.mark.parametrize("made", [example_journal, example_with_cycles])
def test_today_the_week_shows_both(made: Callable[[date], ExampleJournal]) -> None:
    journal = made(TODAY)
    now = [ticked(item, tallies(journal)) for item in of_now(journal.intentions, TODAY)]
    assert [bool(tick) for tick in now] == [True, False]
    assert not now[0].by_hand


@pytest.mark.parametrize("made", [example_journal, example_with_cycles])
def test_last_week_one_came_one_was_ticked_by_hand_and_one_is_left(
    made: Callable[[date], ExampleJournal],
) -> None:
    journal = made(TODAY)
    last = of_last_week(journal.intentions, TODAY)
    found = {item.source: ticked(item, tallies(journal)) for item in last}
    assert len(found) == len(last) == 3
    assert found[IntentionSource.MOMENT].times > 0
    assert found[IntentionSource.OWN].by_hand
    assert not found[IntentionSource.STEP]
    assert all(item.done_on is None or item.done_on <= TODAY for item in last)


def test_what_she_means_to_do_stands_in_the_catalogues() -> None:
    kinds = shipped_catalogue(CatalogueName.MOMENTS).entries
    steps = shipped_catalogue(CatalogueName.LADDER).entries
    intentions = example().intentions
    of_steps = {item.code for item in intentions if item.source is IntentionSource.STEP}
    assert set(HERS) <= set(kinds)
    assert of_steps <= set(steps)
    assert len({item.week for item in intentions}) == 2
    assert all(item.week.weekday() == example().settings.week_start for item in intentions)


def test_a_card_for_the_partner_is_filled_in_and_the_account_counts_as_for_everybody() -> None:
    settings = example().settings
    assert settings.partner_card.words
    assert len(settings.partner_card.things) == 2
    assert set(CardPart) == settings.partner_card.shows
    assert AccountRules() == settings.account


def tallies(journal: ExampleJournal) -> list[MomentTally]:
    counts = Counter((moment.date, moment.kind, moment.author) for moment in journal.moments)
    return [
        MomentTally(day, kind, count, author=author)
        for (day, kind, author), count in sorted(counts.items())
    ]
