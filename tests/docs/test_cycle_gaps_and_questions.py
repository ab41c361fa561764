"""What docs/cycle/gaps_and_questions.md says is what the code does."""

import importlib
import re
from datetime import date, timedelta
from functools import cache

import pytest

from bench.skipped_logs import IRREGULAR, REGULAR, RULES, Women, score, simulated_women
from journal.cycle.cycles import Cycle, cycles
from journal.cycle.missed_logs import likely_missed, unrecorded, usable_lengths
from journal.cycle.onsets import bleeds
from journal.cycle.question_words import REPLY_WORDS
from journal.cycle.questions import Oddity, OddityKind, oddities
from journal.cycle.unreadable import UNREADABLE_KINDS, unreadable_spans
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import REPLIES, CycleAnswer, CycleQuestion
from journal.domain.labels import CONTEXT_WORDS
from journal.environment import PROJECT
from tests.builders import FIRST_DAY, bleeding_strip

PAGE = (PROJECT / "docs" / "cycle" / "gaps_and_questions.md").read_text(encoding="utf-8")
TODAY = FIRST_DAY + timedelta(days=499)
KINDS = {words: kind for kind, words in CONTEXT_WORDS.items()}
TOLD = {
    OddityKind.LONG_BLEED: "a long bleed",
    OddityKind.BLEEDING_UNDER_CONTEXT: "bleeding where none is expected",
    OddityKind.BIRTH_IN_FUTURE: "a birth year still to come",
}


def cells(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading; "–" stands for nothing."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.strip().splitlines()[2:]]
    return [["" if cell == "–" else cell.strip(" `") for cell in row] for row in rows]


def _date(place: str) -> date:
    return FIRST_DAY + timedelta(days=int(place) - 1)


def _place(day: date) -> int:
    return (day - FIRST_DAY).days + 1


def _listed(cell: str) -> list[str]:
    return cell.split(", ") if cell else []


def test_every_context_is_said_to_split_the_record_or_not() -> None:
    expected = [
        [CONTEXT_WORDS[kind], "yes" if kind in UNREADABLE_KINDS else "no"] for kind in ContextKind
    ]
    assert expected == cells("context")


def _cycle_words(cycle: Cycle) -> str:
    first = _place(cycle.onset)
    if cycle.end is None:
        return f"from {first} (open)"
    length = "no length" if cycle.length_days is None else f"{cycle.length_days} days"
    return f"{first} to {_place(cycle.end) - 1} ({length})"


@pytest.mark.parametrize("row", cells("periods begin on"), ids=str)
def test_cycles_end_where_the_page_says(row: list[str]) -> None:
    onsets, spans, missed, said = row
    begun = [_date(place) for place in _listed(onsets)]
    contexts = [
        Context(ContextKind.HORMONAL_CONTRACEPTION, _date(first), _date(last) + timedelta(days=1))
        for first, last in (span.split(" to ") for span in _listed(spans))
    ]
    found = cycles(
        begun,
        TODAY,
        unreadable=unreadable_spans(contexts, TODAY),
        unrecorded={begun[1]: _date(missed)} if missed else {},
    )
    assert said == ", ".join(map(_cycle_words, found))


def _closed(lengths: str) -> list[Cycle]:
    days = [int(length) for length in _listed(lengths)]
    onsets = [FIRST_DAY + timedelta(days=sum(days[:n])) for n in range(len(days) + 1)]
    return cycles(onsets, onsets[-1])


@pytest.mark.parametrize("row", cells("lengths in days"), ids=str)
def test_gaps_are_asked_about_as_the_page_says(row: list[str]) -> None:
    lengths, *said = row
    found = likely_missed(_closed(lengths))
    asked = [
        ", ".join(str(gap.length_days) for gap in found),
        ", ".join(f"{gap.usual_days:g}" for gap in found),
        ", ".join(str(_place(day)) for gap in found for day in gap.around),
    ]
    assert said == asked


def test_every_answer_about_a_gap_is_explained() -> None:
    replies = REPLIES[CycleQuestion.MISSED_PERIOD]
    assert {"none yet", *(REPLY_WORDS[reply] for reply in replies)} == {
        row[0] for row in cells("her answer")
    }


@pytest.mark.parametrize("row", cells("her answer"), ids=lambda row: row[0])
def test_an_answer_about_a_gap_does_what_the_page_says(row: list[str]) -> None:
    named = {words: reply for reply, words in REPLY_WORDS.items()}
    known = _closed("28, 29, 57, 28")
    missed = likely_missed(known)
    answers = [
        CycleAnswer(missed[0].onset, CycleQuestion.MISSED_PERIOD, named[words])
        for words in row[:1]
        if words in named
    ]
    onsets = [cycle.onset for cycle in known]
    read = cycles(onsets, onsets[-1], unrecorded=unrecorded(missed, answers))
    learned = usable_lengths(read, missed, answers)
    assert row[1:] == ["yes" if known else "no" for known in (read[2].length_days, 57 in learned)]


def _told(odd: Oddity) -> str:
    words = TOLD[odd.kind]
    if odd.kind is OddityKind.BIRTH_IN_FUTURE:
        return words
    return f"{words}, days {_place(odd.first)} to {_place(odd.last)}"


@pytest.mark.parametrize("row", cells("bleeding"), ids=str)
def test_what_does_not_fit_is_told_as_the_page_says(row: list[str]) -> None:
    strip, declared, birth_year, said = row
    words, _, place = declared.partition(" from day ")
    contexts = [Context(KINDS[words], _date(place))] if declared else []
    days = bleeding_strip(strip)
    found = oddities(
        days,
        bleeds(days),
        contexts=contexts,
        birth_year=int(birth_year) if birth_year else None,
        today=FIRST_DAY + timedelta(days=320),
    )
    assert said == "; ".join(map(_told, found))


@cache
def _women(group: str) -> Women:
    kind, share = re.fullmatch(r"(\w+), (\d+) % skipped", group).groups()  # type: ignore[union-attr]
    spread = {"regular": REGULAR, "irregular": IRREGULAR}[kind]
    return simulated_women(3000, spread, int(share) / 100)


@pytest.mark.parametrize("row", cells("women"), ids=lambda row: f"{row[0]}: {row[1]}")
def test_the_bench_still_measures_what_the_page_says(row: list[str]) -> None:
    group, rule, *figures = row
    measured = score(RULES[rule], _women(group), known=11)
    right = measured.counted / measured.found
    assert [float(figure) for figure in figures] == pytest.approx(
        [measured.precision, measured.recall, measured.f1, right], abs=0.002
    )


def test_every_rule_of_the_bench_is_told_of() -> None:
    assert list(RULES) == list(dict.fromkeys(row[0] for row in cells("rule")))


@pytest.mark.parametrize("row", cells("constant"), ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, why = row
    module, constant = name.split(".")
    found = getattr(importlib.import_module(f"journal.cycle.{module}"), constant)
    assert float(value) == found
    assert len(why) > 4
