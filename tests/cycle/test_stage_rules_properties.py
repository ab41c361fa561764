"""Rules of the stage evidence that hold for every record."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.cycles import cycles
from journal.cycle.onsets import Bleed
from journal.cycle.stage_evidence import (
    Caution,
    Criterion,
    CriterionKind,
    Finding,
    StageEvidence,
)
from journal.cycle.stage_rules import stage_evidence
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage
from tests.stage_builders import criterion_of

FIRST = date(1984, 1, 1)
# The calendar repeats itself after 400 years, leap days and months included.
CALENDAR_REPEATS = timedelta(days=146_097)
LENGTHS = st.lists(
    st.one_of(st.integers(21, 40), st.integers(41, 120), st.integers(300, 900)), max_size=20
)
SINCE_LAST = st.integers(0, 3000)
BIRTH_YEARS = st.none() | st.integers(1900, 2030)


def contexts_from(start: date) -> st.SearchStrategy[list[Context]]:
    """Make contexts of every kind, overlapping and doubled as they may be."""

    def made(kind: ContextKind, begins: int, lasts: int | None) -> Context:
        first = start + timedelta(days=begins)
        end = None if lasts is None else first + timedelta(days=lasts)
        return Context(kind, first, end, name="named")

    one = st.builds(
        made,
        st.sampled_from(ContextKind),
        st.integers(-200, 4000),
        st.none() | st.integers(1, 900),
    )
    return st.lists(one, max_size=4).flatmap(
        lambda found: st.sampled_from([found, [*found, *found]])
    )


def onsets_from(lengths: list[int], first: date = FIRST) -> list[date]:
    return [first + timedelta(days=sum(lengths[:place])) for place in range(len(lengths) + 1)]


def read(
    onsets: list[date],
    today: date,
    *,
    birth_year: int | None = 1930,
    contexts: list[Context] | None = None,
    situation: Situation | None = None,
    declared: Stage | None = None,
) -> StageEvidence:
    return stage_evidence(
        bleeds=[Bleed(onset, onset, starts_cycle=True) for onset in onsets],
        cycles=cycles(onsets, today),
        contexts=contexts or [],
        settings=OwnerSettings(birth_year=birth_year, situation=situation),
        declared=declared,
        today=today,
    )


def shifted(found: Criterion, by: timedelta) -> Criterion:
    return replace(
        found, spans=tuple(type(span)(span.start + by, span.end + by) for span in found.spans)
    )


@given(
    LENGTHS,
    SINCE_LAST,
    BIRTH_YEARS,
    contexts_from(FIRST),
    st.none() | st.sampled_from(Situation),
    st.none() | st.sampled_from(Stage),
)
def test_any_record_has_an_answer(  # noqa: PLR0917 - hypothesis gives them in this order
    lengths: list[int],
    since: int,
    birth_year: int | None,
    contexts: list[Context],
    situation: Situation | None,
    declared: Stage | None,
) -> None:
    onsets = onsets_from(lengths)
    today = onsets[-1] + timedelta(days=since)
    found = read(
        onsets,
        today,
        birth_year=birth_year,
        contexts=contexts,
        situation=situation,
        declared=declared,
    )
    assert list(CriterionKind) == [item.kind for item in found.criteria]
    for item in found.criteria:
        assert (item.finding is Finding.NOT_KNOWABLE) == (item.because is not None)
        assert bool(item.spans) or item.finding is not Finding.MET
    assert found.since is None or FIRST < found.since <= today
    assert all(context.start <= today for context in found.contexts)


@given(LENGTHS, SINCE_LAST, st.integers(0, 1000))
def test_a_later_day_never_unmeets_the_twelve_months(
    lengths: list[int], since: int, later: int
) -> None:
    onsets = onsets_from(lengths)
    today = onsets[-1] + timedelta(days=since)
    before = read(onsets, today)
    bled = read([*onsets, today + timedelta(days=1)], today + timedelta(days=1 + later))
    after = read(onsets, today + timedelta(days=later))
    if criterion_of(before, CriterionKind.TWELVE_MONTHS).finding is Finding.MET:
        for found in (after, bled):
            assert criterion_of(found, CriterionKind.TWELVE_MONTHS).finding is Finding.MET
            assert before.fmp == found.fmp
        assert Caution.BLEEDING_AFTER_TWELVE_MONTHS in bled.cautions


@given(LENGTHS, SINCE_LAST, contexts_from(FIRST))
def test_shifting_every_date_shifts_every_answer(
    lengths: list[int], since: int, contexts: list[Context]
) -> None:
    onsets = onsets_from(lengths)
    today = onsets[-1] + timedelta(days=since)
    before = read(onsets, today, contexts=contexts)
    by = CALENDAR_REPEATS
    after = stage_evidence(
        bleeds=[Bleed(onset + by, onset + by, starts_cycle=True) for onset in onsets],
        cycles=cycles([onset + by for onset in onsets], today + by),
        contexts=[
            replace(item, start=item.start + by, end=item.end + by if item.end else None)
            for item in contexts
        ],
        settings=OwnerSettings(birth_year=2330),
        declared=None,
        today=today + by,
    )
    assert (before.stage, before.remarks, before.cautions) == (
        after.stage,
        after.remarks,
        after.cautions,
    )
    assert [shifted(item, by) for item in before.criteria] == list(after.criteria)
    for was, is_now in ((before.since, after.since), (before.fmp, after.fmp)):
        assert (was + by if was else None) == is_now


@given(LENGTHS, SINCE_LAST, st.integers(-3000, 3000))
def test_shifting_by_any_days_shifts_what_is_counted_in_days(
    lengths: list[int], since: int, days: int
) -> None:
    onsets, by = onsets_from(lengths), timedelta(days=days)
    today = onsets[-1] + timedelta(days=since)
    before = read(onsets, today)
    after = read([onset + by for onset in onsets], today + by)
    assert [shifted(item, by) for item in before.criteria] == list(after.criteria)
    assert (before.remarks, before.cautions) == (after.remarks, after.cautions)


@given(LENGTHS, SINCE_LAST, st.integers(1987, 2030), contexts_from(FIRST))
def test_nobody_is_staged_below_forty(
    lengths: list[int], since: int, birth_year: int, contexts: list[Context]
) -> None:
    onsets = onsets_from(lengths)
    today = onsets[-1] + timedelta(days=since)
    found = read(onsets, today, birth_year=birth_year, contexts=contexts)
    assert found.stage is None or today.year - birth_year >= 40


@given(LENGTHS, SINCE_LAST, contexts_from(FIRST))
def test_saying_a_context_twice_changes_nothing_but_the_list_of_contexts(
    lengths: list[int], since: int, contexts: list[Context]
) -> None:
    onsets = onsets_from(lengths)
    today = onsets[-1] + timedelta(days=since)
    once = read(onsets, today, contexts=contexts)
    twice = read(onsets, today, contexts=[*contexts, *contexts])
    assert once == replace(twice, contexts=once.contexts)
