"""What docs/relations/review.md says of a review is what the code does."""

import importlib
import re
from datetime import date, timedelta

import pytest

from bench.review import BOUTS, CHANGE, JOURNALS, LENGTHS, MEMORIES
from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.relations.answers import Answer, Finding, Sureness
from journal.analysis.relations.questions import ChangeQuestion, ChangeSource, DatedChange
from journal.analysis.review.measures import Compared, Side, Verdict
from journal.analysis.review.spans import ReviewSpan, last_month, since_conversation, this_cycle
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleRecord
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange
from journal.environment import PROJECT

PAGE = (PROJECT / "docs/relations/review.md").read_text(encoding="utf-8")
ISO = r"\d{4}-\d\d-\d\d"
DATES = " ".join(rf"({ISO}) \|" for _ in range(5))
SPANS = re.findall(rf"^\| (.+) \| {DATES}$", PAGE, re.MULTILINE)
INTERVAL = r"−?[\d.]+ to −?[\d.]+|none"
SAID = re.findall(rf"^\| ({INTERVAL}) \| ([a-z0-9 ]+) \| ([a-z ]+) \|$", PAGE, re.MULTILINE)
RATES = re.findall(r"^\| (\d+) \| (0\.\d) \| (\d+) \|(.+)\|$", PAGE, re.MULTILINE)
CHOSEN = re.findall(r"^\| `([a-z][\w.]+)\.([A-Z_]+)` \| ([\d.]+) \| .{4,} \|$", PAGE, re.MULTILINE)
VERDICTS = {
    "more": Verdict.MORE,
    "less": Verdict.LESS,
    "about the same": Verdict.SAME,
    "too close to tell": Verdict.UNCLEAR,
    "too few days": Verdict.TOO_FEW,
}


def span_of(words: str, today: date) -> ReviewSpan | None:
    if words == "last month":
        return last_month(today)
    first, *former = map(date.fromisoformat, re.findall(ISO, words))
    if not former:
        return since_conversation(first, today)
    bled = [
        BleedingDay(onset + timedelta(days=place), Bleeding.MEDIUM)
        for onset in (*former, first)
        for place in range(4)
    ]
    record = CycleRecord(bleeding=tuple(bled))
    return this_cycle(record, read_cycles(record, today))


@pytest.mark.parametrize(("words", "today", "days"), [(*row[:2], row[2:]) for row in SPANS])
def test_the_days_in_the_table_are_the_days_of_a_review(
    words: str, today: str, days: tuple[str, ...]
) -> None:
    span = span_of(words, date.fromisoformat(today))
    assert span is not None
    ends = [day for range_ in (span.range_, span.before) for day in (range_.start, range_.last)]
    assert days == tuple(day.isoformat() for day in ends)


@pytest.mark.parametrize(("interval", "counted", "said"), SAID)
def test_the_verdicts_in_the_table_are_the_verdicts_given(
    interval: str, counted: str, said: str
) -> None:
    finding = None
    if interval != "none":
        low, high = (float(end.replace("−", "-")) for end in interval.split(" to "))
        middle = (low + high) / 2
        effect = DayEffect(StudentMixture((1.0,), (middle,), (0.3,), 60), 60)
        change = ChangeQuestion("mood", DatedChange(date(2026, 11, 1), "", ChangeSource.OWN))
        sureness = Sureness.SURE if counted == "sure" else Sureness.UNCLEAR
        finding = Finding(Answer(change, effect, effect.p, 60), sureness, 0.95, low, high)
    assert Compared("mood", Side(30), Side(30), finding).verdict is VERDICTS[said]


def test_every_verdict_and_every_kind_of_span_is_in_the_tables() -> None:
    assert {VERDICTS[said] for *_, said in SAID} == set(Verdict)
    assert len(SPANS) == 6
    assert all(DateRange(*map(date.fromisoformat, row[2:4])) for row in SPANS[:1])


def test_the_table_of_false_alarms_is_one_of_the_bench_and_keeps_its_promise() -> None:
    assert [(int(days), float(memory)) for days, memory, *_ in RATES] == [
        (days, memory) for days in LENGTHS for memory in MEMORIES
    ]
    assert f"Of {len(BOUTS) * JOURNALS} journals" in PAGE
    assert CHANGE == 1.5
    for *_, asked, shares in RATES:
        _, alarms, _, covers = (float(share.strip(" %")) for share in shares.split("|"))
        assert int(asked) >= JOURNALS
        assert alarms <= 5.5
        assert 93 <= covers <= 99


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN)
def test_the_numbers_chosen_are_those_of_the_code(module: str, name: str, value: str) -> None:
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), name)


def test_every_number_chosen_is_found() -> None:
    assert len(CHOSEN) == PAGE.count("| our choice")  # the table of words has none
