"""Catalogues: what can be tapped, as readable files in `data/`, plus the owner's own entries.

An entry's `code` is stable for ever; past records carry it. Names may change, and entries may be
hidden.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from journal.domain.errors import CatalogueBroken, NameMissing, TextTooLong
from journal.domain.texts import storable

FOLDER: Final = Path(__file__).resolve().parents[2] / "data"
OWN_GROUP: Final = "own"
LONGEST_ENTRY_NAME: Final = 60
LONGEST_OWN_CODE: Final = 40


class CatalogueName(StrEnum):
    """The catalogues, each one file `data/<name>.csv`."""

    MOMENTS = "moments"
    SIGNS = "signs"
    PLACES = "places"
    QUALITIES = "qualities"
    LADDER = "ladder"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be recorded.

    Attributes:
        code: Stable key, lower-case ASCII with underscores.
        name: The words on the screen, British spelling.
        group: Heading it stands under.
        hidden: The owner does not want to be offered it; past records keep it.
        own: The owner made it.
        touch: Of an own step of the ladder: it involves touch; None while she has not said.
        place: Of the same: where she put it among her own, from 0; None while she moved none.
    """

    code: str
    name: str
    group: str
    hidden: bool = False
    own: bool = False
    touch: bool | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries by code, in the order they are offered."""

    entries: Mapping[str, Entry]

    def name(self, code: str) -> str:
        """Name a code; a code nobody knows any more is shown as words, never dropped."""
        entry = self.entries.get(code)
        return entry.name if entry else code.replace("_", " ").capitalize()

    @property
    def offered(self) -> list[Entry]:
        """The entries to choose from, hidden ones left out."""
        return [entry for entry in self.entries.values() if not entry.hidden]

    @property
    def own(self) -> list[Entry]:
        """Her own entries in their order, hidden ones too."""
        return [entry for entry in self.entries.values() if entry.own]

    def groups(self) -> dict[str, list[Entry]]:
        """The offered entries under their headings."""
        grouped: dict[str, list[Entry]] = {}
        for entry in self.offered:
            grouped.setdefault(entry.group, []).append(entry)
        return grouped

    def with_own(self, own: Iterable[Entry]) -> "Catalogue":
        """Return the catalogue as the owner sees it, with her entries, names and hidings."""
        merged = dict(self.entries)
        for entry in own:
            shipped = self.entries.get(entry.code)
            merged[entry.code] = (
                replace(entry, group=shipped.group, own=False) if shipped else entry
            )
        return Catalogue(MappingProxyType(merged))


def own_order(entry: Entry) -> tuple[bool, int]:
    """Return what her own entries are sorted by: where she put them, then those she did not."""
    return entry.place is None, entry.place or 0


def moved(own: Sequence[Entry], code: str, by: int) -> list[Entry]:
    """Return her own entries with one moved, each with its new place; no further than the ends.

    Args:
        own: In the order they stand in.
        code: Of the one to move; one that is not among them moves nothing.
        by: How many places; below zero is up.
    """
    order = [entry.code for entry in own]
    if code in order:
        place = order.index(code)
        order.insert(max(0, min(len(order) - 1, place + by)), order.pop(place))
    by_code = {entry.code: entry for entry in own}
    return [replace(by_code[kept], place=place) for place, kept in enumerate(order)]


@cache
def shipped_catalogue(name: CatalogueName) -> Catalogue:
    """Read `data/<name>.csv`, once per process; it is part of the program, nobody's data.

    Raises:
        CatalogueBroken: A line lacks a code, name or group, or repeats a code.
    """
    return read_catalogue(FOLDER / f"{name}.csv")


def read_catalogue(file: Path) -> Catalogue:
    """Read a catalogue file with the columns `code`, `name`, `group` (others are ignored)."""
    entries: dict[str, Entry] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in (reader := csv.DictReader(lines)):
            values = {key: (row.get(key) or "").strip() for key in ("code", "name", "group")}
            if not all(values.values()):
                raise CatalogueBroken(file.name, reader.line_num, "lacks a code, a name or a group")
            if values["code"] in entries:
                raise CatalogueBroken(
                    file.name, reader.line_num, f"repeats the code {values['code']}"
                )
            entries[values["code"]] = Entry(values["code"], values["name"], values["group"])
    return Catalogue(MappingProxyType(entries))


def validated_entry_name(name: str) -> str:
    """Return the trimmed name of an own entry.

    Raises:
        NameMissing: It is empty.
        TextTooLong: It is longer than the chips can show.
    """
    trimmed = " ".join(storable(name).split())
    if not trimmed:
        raise NameMissing("it")
    if len(trimmed) > LONGEST_ENTRY_NAME:
        raise TextTooLong("A name", len(trimmed), LONGEST_ENTRY_NAME)
    return trimmed


def own_code(name: str, catalogue: Catalogue) -> str:
    """Return the code an entry the owner adds by this name has.

    An entry of the same name keeps its code, so that adding it twice is adding it once, and adding
    one that is hidden offers it again.
    """
    name = " ".join(name.split())  # as `validated_entry_name` keeps it
    asked = name.casefold()
    same = [code for code, entry in catalogue.entries.items() if entry.name.casefold() == asked]
    if same:
        return same[0]
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name.lower())
    base = f"own_{letters[:LONGEST_OWN_CODE].strip('_') or 'entry'}"
    taken = catalogue.entries.keys()
    return next(
        code
        for code in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3)))
        if code not in taken
    )
