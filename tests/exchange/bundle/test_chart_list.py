"""Every chart of the journal is in the list, and says what is missing where it cannot be drawn."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from journal.analysis.spans import Span
from journal.domain.journal import Journal
from journal.example.generator import example_journal
from journal.example.load import load_example
from journal.exchange.bundle import other_charts, rating_charts
from journal.exchange.bundle.chart_list import KINDS, USUAL_KINDS, bundle_charts
from journal.exchange.bundle.source import ChartSource
from journal.storage import memory_journal

TODAY = date(2026, 11, 22)
EVERY_KIND = [kind.key for kind in KINDS]
CORE = ("mood", "desire", "connection")
CHARTS_ROOM = Path(__file__).parents[3] / "journal" / "charts"


def empty_journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def example() -> Journal:
    """Three years of an invented life; only read here."""
    journal = empty_journal()
    load_example(example_journal(TODAY), journal)
    return journal


def test_every_chart_the_journal_draws_is_in_the_list() -> None:
    drawn = {
        node.name
        for module in CHARTS_ROOM.glob("*_words.py")
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and re.fullmatch(r"[a-z]\w*_charts?", node.name)
    }
    taken = {*vars(rating_charts), *vars(other_charts)}
    assert len(drawn) > 20
    assert drawn - taken == set()


def test_a_kind_of_each_rating_is_listed_once_for_each() -> None:
    listed = bundle_charts(["by-cycle-day", "lengths"], CORE)
    assert [chart.key for chart in listed] == [
        *(f"by-cycle-day.{code}" for code in CORE),
        "lengths",
    ]
    assert listed[0].name == "By cycle day: Mood"


def test_without_a_rating_only_what_is_of_none_is_listed() -> None:
    listed = bundle_charts(EVERY_KIND, ())
    assert listed
    assert not [chart for chart in listed if "." in chart.key or chart.key == "over-time"]


def test_keys_are_unique_and_fit_a_file_name() -> None:
    keys = [chart.key for chart in bundle_charts(EVERY_KIND, CORE)]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z-]+(\.[a-z_]+)?", key) for key in keys)


def test_what_is_usual_exists() -> None:
    assert set(EVERY_KIND) > USUAL_KINDS


@pytest.mark.parametrize("span", [Span.TWO_WEEKS, Span.ALL])
def test_an_empty_journal_says_of_every_chart_what_is_missing(span: Span) -> None:
    source = ChartSource(empty_journal(), TODAY, span)
    for entry in bundle_charts(EVERY_KIND, CORE):
        charts = entry.build(source)
        assert charts
        assert [chart.key for chart in charts if not chart.empty] == []
        assert all(len(chart.sentence) > 20 for chart in charts)


def test_a_lived_in_journal_draws_all_but_the_cycle_that_is_not_going_on(example: Journal) -> None:
    source = ChartSource(example, TODAY, Span.THREE_YEARS)
    built = {entry.key: entry.build(source) for entry in bundle_charts(EVERY_KIND, CORE)}
    nothing = {key for key, charts in built.items() if all(chart.empty for chart in charts)}
    assert nothing == {"wheel", "line"}


def test_what_goes_with_what_is_worked_out_once_for_a_bundle(
    example: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = ChartSource.findings.func
    monkeypatch.setattr(
        ChartSource.findings, "func", lambda source: asked.append(1) or real(source)
    )
    source = ChartSource(example, TODAY, Span.ONE_YEAR)
    for entry in bundle_charts(["forest", "behind"], ()):
        entry.build(source)
    assert asked == [1]
