"""JSON as another app wrote it: every value is asked for by its kind, and its place is known.

`null` and what is absent are the same: not recorded. A number may stand as text, as apps write it
that copy a database out; a text may stand as a number.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.exchange.importing.archives import ZIP_START, member_name, opened_zip
from journal.exchange.importing.errors import (
    BackupUnreadable,
    FileUnreadable,
    NestedTooDeep,
    TooManyLines,
    ValueUnreadable,
)
from journal.exchange.importing.gathering import day_of
from journal.exchange.importing.tables import MOST_ROWS
from journal.exchange.importing.upload import Upload, clean_text, decoded

# A lifetime of entries of a dozen values each; what is read takes a hundred bytes a value or more.
MOST_VALUES: Final = 12 * MOST_ROWS
# The start of a file tells its format; the first entry of a list is far shorter than this.
_START: Final = 20_000
_OPENING: Final = (b"{", b"[")
_BEFORE: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # byte order marks, and halves of UTF-16
_FLAGS: Final = {"true": True, "1": True, "false": False, "0": False, "": False}


def document(text: str) -> object:
    """Read a JSON document; NaN and infinity, which some writers slip in, are no value.

    Raises:
        BackupUnreadable: It is no complete JSON; names line and character.
        NestedTooDeep, TooManyLines: It is nothing a diary would hold.
    """
    if text.count(",") + text.count("{") + text.count("[") > MOST_VALUES:
        raise TooManyLines(MOST_ROWS)
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise BackupUnreadable(error.lineno, error.colno, "no complete JSON") from None
    except RecursionError:
        raise NestedTooDeep from None
    except ValueError:  # a number with thousands of digits
        raise BackupUnreadable(1, 1, "a number no diary holds") from None


def json_text(upload: Upload) -> str:
    """Return the text of what seems to be JSON, trimmed; empty for everything else."""
    if not upload.is_small or not upload.head.lstrip(_BEFORE).startswith(_OPENING):
        return ""
    try:
        return decoded(upload.content).strip()
    except FileUnreadable:
        return ""


def member_names(upload: Upload) -> list[str]:
    """Return the names of the members of a zip, without their folders; none where it is no zip."""
    if not upload.head.startswith(ZIP_START):
        return []
    try:
        with upload.open() as file, opened_zip(file) as archive:
            return [name for path in archive.namelist() if (name := member_name(path))]
    except FileUnreadable:
        return []


def first_fields(text: str) -> frozenset[str]:
    """Return the fields of the first entry of a list; none where the text is no list of objects."""
    if not text.startswith("["):
        return frozenset()
    try:
        first, _ = json.JSONDecoder().raw_decode(text[1:_START].lstrip())
    except (ValueError, RecursionError):
        return frozenset()
    return frozenset(first) if isinstance(first, dict) else frozenset()


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object of a file.

    Attributes:
        place: Names it in a sentence ("Entry 12").
    """

    place: str
    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a text, trimmed; empty where there is none.

        Raises:
            ValueUnreadable: Something else stands there.
        """
        value = self.fields.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            raise self.unreadable(name, "a text")
        return "" if value is None else clean_text(str(value))

    def day(self, name: str) -> date:
        """Return the person's own day: the first ten characters.

        Raises:
            DateUnreadable, ValueUnreadable: There is no date.
        """
        return day_of(self.text(name), self.place)

    def number(self, name: str) -> float | None:
        """Return a number.

        Raises:
            ValueUnreadable: Something else stands there.
        """
        if not (text := self.text(name)):
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise self.unreadable(name, "a number")
        return number

    def flag(self, name: str) -> bool:
        """Say whether something is marked.

        Raises:
            ValueUnreadable: It is neither yes nor no.
        """
        value = self.fields.get(name)
        if isinstance(value, bool):
            return value
        flag = _FLAGS.get(self.text(name).casefold())
        if flag is None:
            raise self.unreadable(name, "true, false or nothing")
        return flag

    def inner(self, name: str) -> "JsonObject":
        """Return the object in a field, also one written as JSON inside a text; empty for none.

        Raises:
            ValueUnreadable: Something else stands there.
        """
        value = self.fields.get(name)
        if isinstance(value, str) and value.strip():
            try:
                value = document(value)
            except FileUnreadable:
                raise self.unreadable(name, "JSON") from None
        if value is None or value == "":
            return JsonObject(self.place, {})
        if not isinstance(value, dict):
            raise self.unreadable(name, "an object")
        return JsonObject(self.place, value)

    def objects(self, name: str, each: str) -> list["JsonObject"]:
        """Return the objects of a list, each with its place, such as `each` 1; empty for none.

        Raises:
            ValueUnreadable: Something else stands there.
        """
        found = self.fields.get(name)
        if found is not None and not isinstance(found, list):
            raise self.unreadable(name, "a list")
        return objects_of(found or [], each)

    def unreadable(self, name: str, expected: str) -> ValueUnreadable:
        """Return the error that says what stands in a field instead of what is expected."""
        return ValueUnreadable(self.place, name, _glimpse(self.fields.get(name)), expected)


def objects_of(found: list[object], each: str) -> list[JsonObject]:
    """Return the objects of a list, each with its place.

    Raises:
        TooManyLines, ValueUnreadable: There are too many, or one of them is no object.
    """
    if len(found) > MOST_ROWS:
        raise TooManyLines(MOST_ROWS)
    objects = []
    for number, item in enumerate(found, start=1):
        if not isinstance(item, dict):
            raise ValueUnreadable(f"{each} {number}", "its place", _glimpse(item), "an object")
        objects.append(JsonObject(f"{each} {number}", item))
    return objects


def _glimpse(value: object) -> str:
    """Return what can be shown of a value without writing all of it out."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    return str(value)[:_START]
