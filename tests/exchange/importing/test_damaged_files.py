from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.exchange.importing.clue import CLUE
from journal.exchange.importing.flo import FLO
from journal.exchange.importing.garmin import GARMIN
from journal.exchange.importing.mensinator import MENSINATOR
from journal.exchange.importing.menstrudel import MENSTRUDEL
from journal.exchange.importing.ovumcy import OVUMCY
from journal.exchange.importing.parsed import Importer
from tests.exchange.importing import clue_files, flo_files, table_files, text_files
from tests.exchange.importing.examples import EXAMPLES
from tests.exchange.importing.fuzz import (
    as_json,
    assert_read_or_refused,
    assert_read_or_refused_by,
    changed_documents,
    damaged_bytes,
)

DOCUMENTS: list[tuple[Importer, Any]] = [
    (CLUE, clue_files.EXAMPLE),
    (CLUE, clue_files.OLD),
    (FLO, flo_files.EXAMPLE),
    (FLO, flo_files.document(cycles=[flo_files.PREGNANT])),
    (MENSINATOR, table_files.MENSINATOR),
    (MENSTRUDEL, table_files.MENSTRUDEL),
    (MENSTRUDEL, table_files.MENSTRUDEL_SEX),
    (GARMIN, table_files.GARMIN_LOGS),
    (GARMIN, table_files.GARMIN_CYCLES),
    (OVUMCY, text_files.SAMPLE_OVUMCY_JSON),
    (OVUMCY, text_files.SAMPLE_OVUMCY_BACKUP),
]
FILES = {name: content for name, (_, content) in EXAMPLES.items()} | {
    "natural cycles zip": text_files.many_zipped({"x.csv": text_files.SAMPLE_NATURAL_CYCLES}),
    "samsung prediction": text_files.PREDICTION,
}


@pytest.mark.parametrize(("importer", "document"), DOCUMENTS)
@settings(max_examples=70)
@given(data=st.data())
def test_anything_in_any_place_is_read_or_refused(
    importer: Importer, document: Any, data: st.DataObject
) -> None:
    assert_read_or_refused_by(importer, as_json(data.draw(changed_documents(document))))


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=50)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    assert_read_or_refused(data.draw(damaged_bytes(FILES[name])))
