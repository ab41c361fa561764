from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.unreadable import UNREADABLE_KINDS, unreadable_spans
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import ONE_DAY, DateRange
from tests.builders import on

TODAY = on("2026-11-22")
PILL = ContextKind.HORMONAL_CONTRACEPTION


def _context(start: str, end: str | None = None, kind: ContextKind = PILL) -> Context:
    return Context(kind, on(start), on(end) if end else None, name="hers")


def _span(start: str, end: str) -> DateRange:
    return DateRange(on(start), on(end))


@pytest.mark.parametrize("kind", ContextKind)
def test_only_some_contexts_make_bleeding_say_nothing(kind: ContextKind) -> None:
    said_nothing_of = {
        ContextKind.PCOS,
        ContextKind.HYPOTHALAMIC_AMENORRHOEA,
        ContextKind.TIME_APART,
        ContextKind.EVENT,
    }
    found = unreadable_spans([_context("2026-01-01", "2026-02-01", kind)], TODAY)
    assert ([] if kind in said_nothing_of else [_span("2026-01-01", "2026-02-01")]) == found


def test_a_context_that_goes_on_runs_to_the_day_after_today() -> None:
    assert [_span("2026-01-01", "2026-11-23")] == unreadable_spans([_context("2026-01-01")], TODAY)


def test_what_ends_after_today_runs_to_the_day_after_today() -> None:
    contexts = [_context("2026-01-01", "2027-01-01")]
    assert [_span("2026-01-01", "2026-11-23")] == unreadable_spans(contexts, TODAY)


def test_what_starts_after_today_makes_no_span() -> None:
    contexts = [_context("2026-11-23"), _context("2027-01-01", "2027-02-01")]
    assert unreadable_spans(contexts, TODAY) == []


def test_what_starts_today_makes_a_span_of_one_day() -> None:
    assert [_span("2026-11-22", "2026-11-23")] == unreadable_spans([_context("2026-11-22")], TODAY)


@pytest.mark.parametrize(
    "contexts",
    [
        [("2026-01-01", "2026-03-01"), ("2026-02-01", "2026-04-01")],
        [("2026-01-01", "2026-04-01"), ("2026-02-01", "2026-03-01")],
        [("2026-01-01", "2026-04-01"), ("2026-01-01", "2026-04-01")],
        [("2026-02-01", "2026-04-01"), ("2026-01-01", "2026-02-01")],
    ],
    ids=["overlapping", "nested", "twice the same", "touching, newest first"],
)
def test_contexts_that_meet_make_one_span(contexts: list[tuple[str, str]]) -> None:
    kinds = [ContextKind.PREGNANCY, ContextKind.BREASTFEEDING]
    declared = [_context(*dates, kind) for dates, kind in zip(contexts, kinds, strict=True)]
    assert [_span("2026-01-01", "2026-04-01")] == unreadable_spans(declared, TODAY)


def test_contexts_a_day_apart_make_two_spans() -> None:
    contexts = [_context("2026-01-01", "2026-02-01"), _context("2026-02-02", "2026-03-01")]
    assert len(unreadable_spans(contexts, TODAY)) == 2


dates = st.integers(-200, 60).map(lambda days: TODAY + timedelta(days=days))
any_context = st.builds(
    lambda kind, start, length: Context(
        kind, start, start + timedelta(days=length) if length else None, name="hers"
    ),
    st.sampled_from(ContextKind),
    dates,
    st.none() | st.integers(1, 90),
)


@given(st.lists(any_context, max_size=8), dates)
def test_a_date_lies_in_a_span_exactly_when_a_context_covers_it(
    contexts: list[Context], until: date
) -> None:
    spans = unreadable_spans(contexts, TODAY)
    covered = any(c.kind in UNREADABLE_KINDS and c.covers(until) for c in contexts)
    assert (covered and until <= TODAY) == any(until in span for span in spans)


@given(st.lists(any_context, max_size=8))
def test_spans_are_apart_oldest_first_and_the_same_in_any_order(contexts: list[Context]) -> None:
    spans = unreadable_spans(contexts, TODAY)
    assert spans == unreadable_spans(contexts[::-1], TODAY)
    assert all(span and span.end <= TODAY + ONE_DAY for span in spans)
    assert all(one.end < two.start for one, two in pairwise(spans))


def test_the_six_weeks_after_a_birth_say_nothing_either() -> None:
    pregnancy = _context("2026-01-01", "2026-09-20", ContextKind.PREGNANCY)
    assert [_span("2026-01-01", "2026-11-01")] == unreadable_spans([pregnancy], TODAY)


@pytest.mark.parametrize(("weeks", "more"), [(22, 42), (21, 0), (5, 0)])
def test_only_a_birth_is_followed_by_six_weeks(weeks: int, more: int) -> None:
    start = on("2026-01-01")
    pregnancy = Context(ContextKind.PREGNANCY, start, start + timedelta(weeks=weeks))
    (span,) = unreadable_spans([pregnancy], TODAY)
    assert weeks * 7 + more == len(span)


def test_a_birth_at_the_end_of_all_years_is_read() -> None:
    pregnancy = Context(ContextKind.PREGNANCY, date(9999, 1, 1), date.max)
    assert [DateRange(date(9999, 1, 1), date.max)] == unreadable_spans([pregnancy], date.max)
