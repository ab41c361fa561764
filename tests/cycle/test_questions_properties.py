"""What holds of onsets, cycles and questions whatever she records, answers and declares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.cycle.cycles import Cycle, cycle_at, cycles
from journal.cycle.missed_logs import MissedLog, likely_missed, unrecorded, usable_lengths
from journal.cycle.onsets import Bleed, bleeds
from journal.cycle.questions import Oddity, OpenQuestion, oddities, open_questions
from journal.cycle.unreadable import unreadable_spans
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import REPLIES, CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import FLOW, Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange

FIRST = date(2023, 12, 1)
SPAN_DAYS = 300
TODAY = FIRST + timedelta(days=SPAN_DAYS + 100)


@dataclass(frozen=True)
class Record:
    """What she recorded, declared and answered."""

    days: tuple[BleedingDay, ...]
    contexts: tuple[Context, ...]
    answers: tuple[CycleAnswer, ...]
    today: date = TODAY

    def later(self, by: timedelta) -> "Record":
        """The same record, every date moved."""
        return Record(
            tuple(replace(day, date=day.date + by) for day in self.days),
            tuple(
                replace(context, start=context.start + by, end=context.end and context.end + by)
                for context in self.contexts
            ),
            tuple(replace(answer, date=answer.date + by) for answer in self.answers),
            self.today + by,
        )


@dataclass(frozen=True)
class Found:
    """What is read out of it."""

    bleeds: Sequence[Bleed]
    spans: Sequence[DateRange]
    missed: Sequence[MissedLog]
    cycles: Sequence[Cycle]
    questions: Sequence[OpenQuestion]
    oddities: Sequence[Oddity]

    @property
    def onsets(self) -> list[date]:
        """Where cycles may start."""
        return [bleed.start for bleed in self.bleeds if bleed.starts_cycle]


def found(record: Record) -> Found:
    """Read a record as the engine does."""
    gathered = bleeds(record.days, record.answers)
    onsets = [bleed.start for bleed in gathered if bleed.starts_cycle]
    spans = unreadable_spans(record.contexts, record.today)
    missed = likely_missed(cycles(onsets, record.today, unreadable=spans))
    split = unrecorded(missed, record.answers)
    return Found(
        gathered,
        spans,
        missed,
        cycles(onsets, record.today, unreadable=spans, unrecorded=split),
        open_questions(gathered, missed, record.answers, unreadable=spans),
        oddities(record.days, gathered, contexts=record.contexts, today=record.today),
    )


def _date(place: int) -> date:
    return FIRST + timedelta(days=place)


@st.composite
def bleeding_days(draw: st.DrawFn) -> tuple[BleedingDay, ...]:
    """Bursts of bleeding, mostly some four weeks apart, with stray ones in between."""
    regular = draw(st.lists(st.sampled_from([24, 28, 29, 30, 56]), max_size=9))
    starts = [sum(regular[:n]) for n in range(len(regular))]
    starts += draw(st.lists(st.integers(0, SPAN_DAYS - 1), max_size=6))
    places = {start + n for start in starts for n in range(draw(st.integers(1, 6)))}
    amounts = st.sampled_from([*FLOW, *FLOW, Bleeding.SPOTTING, Bleeding.NONE])
    not_hers = st.sampled_from([False] * 9 + [True])
    return tuple(
        BleedingDay(_date(place), draw(amounts), not_my_period=draw(not_hers))
        for place in sorted(places)
    )


contexts = st.builds(
    lambda kind, place, length: Context(
        kind, _date(place), length and _date(place + length), name="hers"
    ),
    st.sampled_from(ContextKind),
    st.integers(-50, SPAN_DAYS + 150),
    st.none() | st.integers(1, 120),
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record with answers to what it asks, and now and then to what it does not."""
    days = draw(bleeding_days())
    declared = tuple(draw(st.lists(contexts, max_size=4)))
    early = st.sampled_from(REPLIES[CycleQuestion.EARLY_BLEED])
    places = draw(st.sets(st.integers(0, SPAN_DAYS), max_size=2))
    starts = {bleed.start for bleed in bleeds(days)} | {_date(place) for place in places}
    answers = tuple(
        CycleAnswer(start, CycleQuestion.EARLY_BLEED, draw(early))
        for start in sorted(starts)
        if draw(st.booleans())
    )
    asked = found(Record(days, declared, answers)).missed
    missed = st.sampled_from(REPLIES[CycleQuestion.MISSED_PERIOD])
    said = tuple(
        CycleAnswer(gap.onset, CycleQuestion.MISSED_PERIOD, draw(missed))
        for gap in asked
        if draw(st.booleans())
    )
    return Record(days, declared, (*answers, *said))


@given(records(), st.integers(-10, SPAN_DAYS + 120).map(_date))
def test_a_day_lies_in_the_cycle_of_the_newest_onset_unless_something_ended_it(
    record: Record, day: date
) -> None:
    read = found(record)
    split = unrecorded(read.missed, record.answers)
    onset = max((onset for onset in read.onsets if onset <= min(day, TODAY)), default=None)
    ended = onset is None or any(onset in span or onset < span.start <= day for span in read.spans)
    ended = ended or split.get(onset, date.max) <= day  # type: ignore[arg-type]
    in_cycle = cycle_at(read.cycles, day)
    assert (None if ended else onset) == (in_cycle and in_cycle.onset)


@given(records())
def test_cycles_never_overlap_and_only_the_last_may_be_open(record: Record) -> None:
    read = found(record).cycles
    assert all(cycle.end is not None and cycle.onset < cycle.end for cycle in read[:-1])
    ends = [cycle.end for cycle in read[:-1]]
    assert all(end <= cycle.onset for end, cycle in zip(ends, read[1:], strict=True) if end)


@given(records())
def test_no_cycle_with_a_length_holds_a_day_that_says_nothing(record: Record) -> None:
    read = found(record)
    for cycle in read.cycles:
        if cycle.length_days is not None and cycle.end:
            assert cycle.end in read.onsets
            assert not any(span.start < cycle.end and cycle.onset < span.end for span in read.spans)


@given(records())
def test_every_day_of_her_flow_lies_in_exactly_one_bleed_and_is_counted_once(
    record: Record,
) -> None:
    flow = [d.date for d in record.days if d.bleeding in FLOW and not d.not_my_period]
    read = found(record).bleeds
    held = [[day for day in flow if bleed.start <= day <= bleed.last] for bleed in read]
    assert flow == [day for days in held for day in days]
    assert [len(days) for days in held] == [bleed.flow_days for bleed in read]


@given(records())
def test_every_onset_lies_15_days_after_the_one_before_or_was_named_by_her(
    record: Record,
) -> None:
    named = {a.date for a in record.answers if a.reply is CycleReply.NEW_PERIOD}
    onsets = found(record).onsets
    for before, onset in pairwise(onsets):
        assert (onset - before).days >= 15 or onset in named


@given(records(), st.integers(1, 90), st.sampled_from(list(Bleeding)))
def test_a_later_day_of_bleeding_never_changes_an_earlier_cycle_day(
    record: Record, later: int, amount: Bleeding
) -> None:
    # The one thing that may move is where a gap ends in which she says a period is missing, while
    # the cycles that say what is usual are still being recorded; the days before keep their number.
    last = max((day.date for day in record.days), default=FIRST)
    added = BleedingDay(last + timedelta(days=later), amount)
    before = found(record).cycles
    after = found(replace(record, days=(*record.days, added))).cycles
    said = {a.date for a in record.answers if a.reply is CycleReply.NOT_RECORDED}
    for day in DateRange(FIRST, last + timedelta(days=1)):
        was, now = cycle_at(before, day), cycle_at(after, day)
        if not {cycle.onset for cycle in (was, now) if cycle} & said:
            assert (was and was.onset) == (now and now.onset)
        elif was and now:
            assert was.onset == now.onset


@given(records(), st.integers(-4000, 4000).map(lambda days: timedelta(days=days)))
def test_shifting_every_date_shifts_everything_that_is_found(record: Record, by: timedelta) -> None:
    here, there = found(record), found(record.later(by))
    assert [(bleed.start + by, bleed.last + by, bleed.flow_days) for bleed in here.bleeds] == [
        (bleed.start, bleed.last, bleed.flow_days) for bleed in there.bleeds
    ]
    assert [(c.onset + by, c.end and c.end + by, c.ended_by) for c in here.cycles] == [
        (c.onset, c.end, c.ended_by) for c in there.cycles
    ]
    assert [
        (asked.about + by, asked.last + by, tuple(day + by for day in asked.around))
        for asked in here.questions
    ] == [(asked.about, asked.last, asked.around) for asked in there.questions]
    assert [(odd.kind, odd.first + by, odd.last + by, odd.days) for odd in here.oddities] == [
        (odd.kind, odd.first, odd.last, odd.days) for odd in there.oddities
    ]


@given(records())
def test_nothing_answered_is_asked_again_and_every_question_can_be_answered(
    record: Record,
) -> None:
    answered = {(answer.question, answer.date) for answer in record.answers}
    for asked in found(record).questions:
        assert (asked.question, asked.about) not in answered
        assert asked.onset is not None
        assert bool(asked.around) == (asked.question is CycleQuestion.MISSED_PERIOD)
        assert all(asked.about < day < asked.last for day in asked.around)


@given(records())
def test_only_gaps_in_question_are_kept_from_other_rules(record: Record) -> None:
    read = found(record)
    none_came = {a.date for a in record.answers if a.reply is CycleReply.NONE_CAME}
    doubtful = {gap.onset for gap in read.missed} - none_came
    usable = usable_lengths(read.cycles, read.missed, record.answers)
    assert usable == [
        cycle.length_days
        for cycle in read.cycles
        if cycle.length_days is not None and cycle.onset not in doubtful
    ]
    assert all(length >= 3 for length in usable)
