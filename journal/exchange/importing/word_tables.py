"""The readable tables of `data/imports`: which of another app's words mean which of ours."""

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias

from journal.domain.catalogues import FOLDER

_TABLES: Final = FOLDER / "imports"
ANY_WORD: Final = "*"
WordTable: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]
"""What a word means under a heading, both in plain words; `ANY_WORD` stands for all others."""


@cache
def clock_words() -> Mapping[str, str]:
    """Read `clock_words.csv`: the words for the halves of a day, in lower case, as `am` or `pm`."""
    return MappingProxyType({row["word"]: row["half"] for row in _rows("clock_words.csv")})


@cache
def word_table(app: str) -> WordTable:
    """Read `<app>.csv`: what the app's words under their headings mean (see `app_words`)."""
    return MappingProxyType(
        {
            (row["heading"], row["word"]): tuple(row["means"].split("+"))
            for row in _rows(f"{app}.csv")
        }
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
