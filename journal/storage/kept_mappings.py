"""What the columns of her tables mean, as JSON and back; what cannot be read counts as not told."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from journal.domain.csv_mapping import (
    LEFT_OUT,
    LONGEST_COLUMN_NAME,
    LONGEST_MAPPING_NAME,
    LONGEST_WORD,
    MOST_COLUMNS,
    MOST_KEPT_WORDS,
    MOST_MAPPINGS,
    NAMED,
    ColumnUse,
    CsvMapping,
    DateOrder,
    Holds,
)
from journal.domain.day_fields import LONGEST_CODE
from journal.domain.errors import JournalError
from journal.domain.texts import storable

_ENDS: Final = ("zero", "ten")


def mappings_document(mappings: Sequence[CsvMapping]) -> list[dict[str, Any]]:
    """Return the mappings as JSON keeps them."""
    return [
        {
            "name": storable(mapping.name),
            "columns": [storable(name) for name in mapping.columns],
            "uses": {
                storable(name): _use_document(use) for name, use in sorted(mapping.uses.items())
            },
            "date_order": mapping.date_order and mapping.date_order.value,
        }
        for mapping in mappings
    ]


def mappings_from(stored: object) -> tuple[CsvMapping, ...] | None:
    """Return the mappings that can be read; None where there can be none at all."""
    if not isinstance(stored, list):
        return None
    read = [_mapping(item) for item in stored[:MOST_MAPPINGS]]
    return tuple(mapping for mapping in read if mapping)


def _use_document(use: ColumnUse) -> dict[str, Any]:
    return {
        "holds": use.holds.value,
        "code": storable(use.code),
        "zero": use.zero,
        "ten": use.ten,
        "words": {storable(word): value for word, value in sorted(use.words.items())},
        "every_entry": use.every_entry,
        "fahrenheit": use.fahrenheit,
    }


def _mapping(stored: object) -> CsvMapping | None:
    if not isinstance(stored, dict):
        return None
    columns = _texts(stored.get("columns"), LONGEST_COLUMN_NAME)[:MOST_COLUMNS]
    if not columns:
        return None
    kept = stored.get("uses")
    uses = {} if not isinstance(kept, dict) else {name: _use(item) for name, item in kept.items()}
    order = stored.get("date_order")
    name = stored.get("name")
    return CsvMapping(
        name[:LONGEST_MAPPING_NAME] if isinstance(name, str) else "",
        columns,
        {name: use for name, use in uses.items() if name in columns and use != LEFT_OUT},
        next((item for item in DateOrder if item == order), None),
    )


def _use(stored: object) -> ColumnUse:
    if not isinstance(stored, dict):
        return LEFT_OUT
    holds = next((item for item in Holds if item == stored.get("holds")), Holds.LEAVE_OUT)
    code, words = stored.get("code"), stored.get("words")
    named = holds in NAMED and isinstance(code, str) and len(code) <= LONGEST_CODE
    ends = {name: _end(stored.get(name)) for name in _ENDS}
    try:
        return ColumnUse(
            holds,
            code if named and isinstance(code, str) else "",
            words=_words(words),
            every_entry=stored.get("every_entry") is True,
            fahrenheit=stored.get("fahrenheit") is True,
            **ends,
        )
    except JournalError:
        return ColumnUse(holds, words=_words(words))


def _end(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _words(stored: object) -> Mapping[str, str]:
    if not isinstance(stored, dict):
        return {}
    read = {
        word: value
        for word, value in stored.items()
        if isinstance(value, str) and len(word) <= LONGEST_WORD and len(value) <= LONGEST_CODE
    }
    return dict(list(read.items())[:MOST_KEPT_WORDS])


def _texts(stored: object, longest: int) -> tuple[str, ...]:
    if not isinstance(stored, list):
        return ()
    return tuple(item for item in stored if isinstance(item, str) and len(item) <= longest)
