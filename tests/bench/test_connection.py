"""The bench of Connection reads what it says it reads, on records as long as it says."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.connection import (
    READINGS,
    UNTIL,
    dense_record,
    last_years,
    main,
    opened,
    table,
)
from bench.connection_sections import AWAY, SECTIONS, sections_table
from journal.analysis.days_ahead import DaysAhead, days_ahead
from journal.analysis.half_life import HalfLifeFit
from journal.analysis.half_life_record import journal_half_life
from journal.analysis.intentions import week_of_intentions
from journal.domain.ranges import DateRange
from journal.example.generator import ExampleJournal
from journal.example.story import days_in
from journal.pages import connection


@pytest.fixture(scope="module")
def two_years() -> ExampleJournal:
    return dense_record(2, 2_500)


def test_there_are_as_many_moments_as_asked_evenly_over_the_years(
    two_years: ExampleJournal,
) -> None:
    assert len(two_years.moments) == 2_500
    assert list(two_years.moments) == sorted(two_years.moments, key=lambda moment: moment.date)
    assert {moment.date for moment in two_years.moments} <= set(
        DateRange.last_days(days_in(2), UNTIL)
    )
    assert 1_100 < len(last_years(two_years, 1).moments) < 1_400


def test_fewer_than_one_life_has_are_spread_over_the_whole_of_it() -> None:
    few = dense_record(2, 100).moments
    assert len(few) == 100
    assert (UNTIL - few[0].date).days > 700
    assert (UNTIL - few[-1].date).days < 30


def test_more_than_two_lives_have_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="9,999 moments are asked for"):
        dense_record(1, 9_999)


def test_the_last_year_is_that_of_the_longer_record(two_years: ExampleJournal) -> None:
    year = last_years(two_years, 1)
    assert len(year.days) == days_in(1)
    assert year.days.items() <= two_years.days.items()
    assert set(year.moments) <= set(two_years.moments)
    assert year.intentions == two_years.intentions


def test_every_part_has_something_to_read(two_years: ExampleJournal, tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db", two_years, 2) as found:
        assert isinstance(days_ahead(found.journal, found.reading, UNTIL), DaysAhead)
        assert isinstance(journal_half_life(found.journal, UNTIL), HalfLifeFit)
        assert week_of_intentions(found.journal, UNTIL).chosen
        lines = table(found, found, years=2, runs=1).splitlines()
    assert len(lines) == 2 + len(READINGS)
    assert lines[0] == "| median | 1 year | 2 years | ratio |"


def test_what_is_measured_by_default_is_fifty_thousand_over_forty_years(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert "(40)" in said
    assert "(50,000)" in said


def test_a_section_is_asked_of_a_running_server(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db", dense_record(1, 300), 1):
        pass
    # On a thread of its own: the browser tests leave a loop running on this one.
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(sections_table, {1: tmp_path}, tmp_path, runs=1, sections=["Felt"])
    *_, line = asked.result().splitlines()
    assert line.startswith("| Connection: Felt | bare button: ")
    assert line.count("×") == 1


def test_every_section_of_the_page_is_measured_but_the_one_she_comes_from() -> None:
    assert [*SECTIONS, AWAY] == list(connection.SECTIONS)
