"""Every format knows its own files and nobody else's, and none of them comes in twice."""

from datetime import UTC, date, datetime

import pytest

from journal.domain.ranges import DateRange
from journal.exchange.importing.formats import IMPORTERS
from journal.exchange.importing.planning import plan
from journal.exchange.importing.upload import Upload
from journal.storage import memory_journal
from tests.exchange.importing.app_files import TODAY, read
from tests.exchange.importing.examples import EXAMPLES

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)
ALL = DateRange(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(("name", "content"), EXAMPLES.values(), ids=EXAMPLES)
def test_exactly_one_format_knows_a_file(name: str, content: bytes) -> None:
    upload = Upload("x", content)
    assert [name] == [importer.name for importer in IMPORTERS if importer.detects(upload)]
    assert name == read(content).format


@pytest.mark.parametrize("content", [content for _, content in EXAMPLES.values()], ids=EXAMPLES)
def test_the_same_file_twice_changes_nothing(content: bytes) -> None:
    journal = memory_journal(lambda: NOON)
    first = plan(read(content), journal, today=TODAY)
    assert first.writes
    journal.import_all(first.batch)
    before = journal.days(ALL), journal.moments(ALL), journal.contexts()
    again = plan(read(content), journal, today=TODAY)
    assert not again.writes
    assert (again.new_days, again.changed_days, again.conflict_days) == (0, 0, 0)
    assert before == (journal.days(ALL), journal.moments(ALL), journal.contexts())
