"""Files damaged on purpose: whatever stands in them, reading ends in a sentence or a `Parsed`."""

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journal.domain.day_fields import validated_field
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.gathering import EARLIEST_YEAR
from journal.exchange.importing.parsed import NO_CHOICES, Choices, Importer, Parsed
from journal.exchange.importing.upload import Upload
from tests.exchange.importing.app_files import read

# What a refusal says to do; a file nobody knows says what can be read.
TO_DO = ("Please", "please", "It can read: ", "“Bring along”")
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-03-05", "1899-12-31", "9999-12-31 00:00:00.0", "1", "true", "{}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


def assert_read_or_refused(content: bytes) -> None:
    """Claim that a file is read as what a journal keeps, or refused by saying what to do."""
    _assert_read_or_refused(lambda: read(content))


def assert_read_or_refused_by(
    importer: Importer, content: bytes, choices: Choices = NO_CHOICES
) -> None:
    """The same of one importer, whether or not it would have known the file."""
    _assert_read_or_refused(lambda: importer.read(Upload("x", content), choices))


def _assert_read_or_refused(reading: Callable[[], Parsed]) -> None:
    try:
        parsed = reading()
    except FileUnreadable as error:
        sentence = str(error)
    else:
        for day, fields in parsed.days.items():
            assert day.year >= EARLIEST_YEAR
            assert fields == {name: validated_field(name, value) for name, value in fields.items()}
        return
    assert sentence.endswith(".")
    assert any(word in sentence for word in TO_DO)


@st.composite
def changed_documents(draw: st.DrawFn, document: Any) -> Any:
    """Put anything in one place of a JSON document, however deep."""
    whole = [copy.deepcopy(document)]
    place: Any = whole
    while True:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = draw(st.sampled_from(list(keys)))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 5)) == 0:
            place[key] = draw(JSON_VALUES)
            return whole[0]
        place = inner


@st.composite
def damaged_bytes(draw: st.DrawFn, content: bytes) -> bytes:
    """Change up to four bytes, or cut something off."""
    if draw(st.booleans()):
        start = draw(st.integers(0, len(content) - 1))
        return content[start:] if draw(st.booleans()) else content[:start]
    damaged = bytearray(content)
    places = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for place, byte in draw(st.lists(places, min_size=1, max_size=4)):
        damaged[place] = byte
    return bytes(damaged)


def as_json(document: Any) -> bytes:
    """Write a document as JSON."""
    return json.dumps(document).encode()
