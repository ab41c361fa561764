"""Codes for what is in a record: LOINC or SNOMED CT where one says the same, and always our own.

Our own coding stands last. By it anything can be told apart again, also where two of our words
share one code elsewhere.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from journal.domain.catalogues import FOLDER

# FHIR asks for a URI that never changes; this one belongs to no registry and to nobody's server.
OWN_SYSTEM: Final = "urn:uuid:2f0c5c1e-6f0b-5d0b-9a55-3b1f6f6f7d10"
UNITS: Final = "http://unitsofmeasure.org"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
VITAL_SIGNS: Final = "vital-signs"
SURVEY: Final = "survey"
_CATEGORY_WORDS: Final = {VITAL_SIGNS: "Vital Signs", SURVEY: "Survey"}


@dataclass(frozen=True, slots=True)
class Code:
    """A code of one system, with the words that system has for it."""

    system: str
    code: str
    display: str

    @property
    def coding(self) -> dict[str, str]:
        """The code as FHIR writes it."""
        return {"system": self.system, "code": self.code, "display": self.display}


@cache
def known_codes() -> Mapping[str, tuple[Code, ...]]:
    """Read `fhir_codes.csv`: codes by field, or by `field=value`; part of the program."""
    found: dict[str, tuple[Code, ...]] = {}
    with (FOLDER / "fhir_codes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code = Code(row["system"], row["code"], row["display"])
            found[row["field"]] = (*found.get(row["field"], ()), code)
    return MappingProxyType(found)


def concept(key: str, words: str, *, own: str | None = None) -> dict[str, Any]:
    """Return what `key` means: the known codes, our own, and our words.

    Args:
        key: A field, or `field=value`, as in `fhir_codes.csv`.
        words: What it is called on the screen.
        own: Our own code where it is not the key.
    """
    said = plain(words)
    codes = (*known_codes().get(key, ()), Code(OWN_SYSTEM, plain(own or key), said))
    return {"coding": [code.coding for code in codes], "text": said}


def category(code: str) -> list[dict[str, Any]]:
    """Return the kind of observation."""
    return [{"coding": [Code(CATEGORIES, code, _CATEGORY_WORDS[code]).coding]}]


def quantity(value: float, unit: str, code: str) -> dict[str, Any]:
    """Return a number with its unit in UCUM."""
    return {"value": value, "unit": unit, "system": UNITS, "code": code}


def plain(text: str) -> str:
    """Return a text as FHIR allows one: something to see, single blanks, no control characters."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split()) or "-"
