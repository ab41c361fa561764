"""A table of hers that no importer knows: what is in it, and what she says its columns mean.

Each tap is kept at once, so that a table half told about is still so after a reload.
"""

from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Final

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.csv_mapping import (
    LONGEST_MAPPING_NAME,
    ColumnUse,
    CsvMapping,
    Holds,
    mapping_for,
    with_mapping,
    without_mapping,
)
from journal.domain.journal import Journal, ReadableJournal
from journal.domain.labels import counted
from journal.domain.nearness import INTIMATE_GROUP, without_group
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ratings import RATINGS
from journal.exchange.importing.mapped_csv import USUAL_NAME, mapped_importer
from journal.exchange.importing.mapped_csv_seen import TableSeen, table_seen
from journal.exchange.importing.parsed import Importer
from journal.exchange.importing.upload import Upload
from journal.views.attempt import attempt
from journal.views.csv_mapping_column import Change, Choices, column_card
from journal.views.state import keep_in_step
from journal.views.words import literal

FIRST_WORDS: Final = ("First row", "Second row")
_LONGEST_CELL: Final = 24
_KEY_LENGTH: Final = 12


def own_table_importer(journal: Journal, upload: Upload) -> Importer | None:
    """Let her say what the columns mean; return what reads the table once enough is said.

    Raises:
        FileUnreadable: A row of the table cannot be read; names its line.
    """
    seen = table_seen(upload)
    mapping = _mapping(journal.settings(), seen, upload)
    key = f"csv.{_digest(seen.names)}"
    with st.container(key="csv_table"):
        st.header("A table of my own", anchor=False)
        st.markdown(
            "None of the apps the journal knows writes such a file, but it is a table with "
            f"{counted(seen.rows, 'row')}. Say once what its columns mean: the journal keeps that, "
            "and knows the table again by the names of its columns."
        )
        _first_rows(seen)
        # Open while she works in it, however much is said; folded where all was said before.
        st.session_state.setdefault(f"{key}.open", not mapping.ready)
        with st.expander("What its columns mean", expanded=st.session_state[f"{key}.open"]):
            _name(journal, mapping, seen, upload, key=key)
            choices, save = _choices(journal), partial(_save, journal, seen, upload)
            for number, column in enumerate(seen.columns):
                column_card(column, mapping, choices, save, key=f"{key}.{number}")
            _forget(journal, seen, key)
    if mapping.ready:
        return mapped_importer(mapping)
    st.info(_missing(mapping))
    return None


def _mapping(settings: OwnerSettings, seen: TableSeen, upload: Upload) -> CsvMapping:
    """Return what is kept of this table, or a new mapping in which at most the day is proposed."""
    kept = mapping_for(settings.csv_mappings, seen.names)
    if kept is not None:
        return replace(kept, columns=seen.names) if set(kept.columns) != set(seen.names) else kept
    name = PurePath(upload.name).stem.strip()[:LONGEST_MAPPING_NAME]
    new = CsvMapping(name or USUAL_NAME, seen.names)
    day = seen.only_dates
    if day is None:
        return new
    return replace(new.with_use(day.name, ColumnUse(Holds.DATE)), date_order=day.certain)


def _digest(names: tuple[str, ...]) -> str:
    """Return what tells tables apart by their columns; a name itself may be no part of a key."""
    return sha256("\x1f".join(sorted(names)).encode()).hexdigest()[:_KEY_LENGTH]


def _choices(journal: ReadableJournal) -> Choices:
    """Return the ratings, signs and moments there are to choose from, by code."""
    moments = journal.catalogue(CatalogueName.MOMENTS)
    if not journal.settings().intimate_practices:
        moments = without_group(moments, INTIMATE_GROUP)
    signs = journal.catalogue(CatalogueName.SIGNS)
    return {
        Holds.RATING: {scale.code: scale.name for scale in RATINGS.values()},
        Holds.SIGN: {entry.code: entry.name for entry in signs.offered},
        Holds.MOMENT: {entry.code: entry.name for entry in moments.offered},
    }


def _missing(mapping: CsvMapping) -> str:
    """Say what is still to be told before the file can be read."""
    if mapping.date_column is None:
        return "Which column holds the day? Say so, and what would change is shown here."
    if mapping.date_order is None:
        return "How are the days written? Say so, and what would change is shown here."
    return "Say what at least one other column means, and what would change is shown here."


def _first_rows(seen: TableSeen) -> None:
    """Show the first rows side by side, a column of the file in each line: that fits a phone."""
    rows = seen.first[: len(FIRST_WORDS)]
    lines = [_line(["Column", *FIRST_WORDS[: len(rows)]]), "|" + ":---|" * (len(rows) + 1)]
    lines += [_line([name, *(row[name] for row in rows)]) for name in seen.names]
    with st.container(key="csv_first_rows"):
        st.markdown("\n".join(lines))


def _line(cells: list[str]) -> str:
    short = (
        cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 1]}…" for cell in cells
    )
    return f"| {' | '.join(literal(cell) for cell in short)} |"


def _name(
    journal: Journal, mapping: CsvMapping, seen: TableSeen, upload: Upload, *, key: str
) -> None:
    keep_in_step(f"{key}.name", mapping.name)

    def save() -> None:
        typed = st.session_state[f"{key}.name"].strip()
        _save(journal, seen, upload, lambda kept: replace(kept, name=typed))

    st.text_input(
        "What you call this table",
        max_chars=LONGEST_MAPPING_NAME,
        key=f"{key}.name",
        on_change=save,
    )


def _save(journal: Journal, seen: TableSeen, upload: Upload, change: Change) -> None:
    """Keep what she said, beside what another tab may have kept meanwhile."""

    def changed(kept: OwnerSettings) -> OwnerSettings:
        mapping = change(_mapping(kept, seen, upload))
        return replace(kept, csv_mappings=with_mapping(kept.csv_mappings, mapping))

    attempt(partial(journal.change_settings, changed))


def _forget(journal: Journal, seen: TableSeen, key: str) -> None:
    def forget() -> None:
        attempt(
            partial(
                journal.change_settings,
                lambda kept: replace(
                    kept, csv_mappings=without_mapping(kept.csv_mappings, seen.names)
                ),
            )
        )

    columns = set(seen.names)
    if any(set(item.columns) == columns for item in journal.settings().csv_mappings):
        st.button("Forget what I said of this table", key=f"{key}.forget", on_click=forget)
