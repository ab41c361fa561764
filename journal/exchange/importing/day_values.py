"""Several values of one field on one day, settled into the one a day can keep.

Bleeding, mucus and a sign's strength keep the most that was noted; an ovulation test keeps that it
was positive once. Of several measurements the first of the file stays. Ratings that differ say
nothing that could be recorded, so they stay words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.domain.ratings import RATINGS
from journal.exchange.importing.gathering import Gathering

# The least first. That an amount was not noted says less than any amount of flow.
_RANKS: Final[Sequence[object]] = (
    Bleeding.NONE,
    Bleeding.SPOTTING,
    Bleeding.UNSPECIFIED,
    Bleeding.LIGHT,
    Bleeding.MEDIUM,
    Bleeding.HEAVY,
    Bleeding.FLOODING,
    *Mucus,
    LhTest.NEGATIVE,
    LhTest.POSITIVE,
    *SignStrength,
)
_NAMES: Final = {
    "bleeding": "amount of bleeding",
    "mucus": "kind of mucus",
    "lh_test": "ovulation test",
    "temperature_c": "waking temperature",
    "sleep_hours": "time slept",
}


@dataclass(frozen=True, slots=True)
class Noted:
    """One value as the file notes it.

    Attributes:
        value: Already of the kind its field keeps.
        words: What to write where it cannot stay a value.
        flags: Fields to raise with this value, and to leave down without it.
    """

    value: object
    place: str
    words: str = ""
    flags: Sequence[str] = ()


@dataclass(slots=True)
class DayValues:
    """What was noted so far; `settle` hands it on."""

    noted: dict[tuple[date, str], list[Noted]] = field(default_factory=lambda: defaultdict(list))

    def add(self, day: date, name: str, noted: Noted) -> None:
        """Note a value of a field."""
        self.noted[day, name].append(noted)

    def settle(self, gathering: Gathering) -> None:
        """Record one value a field and day, and list what was said besides it.

        Raises:
            ValueRefused: The journal cannot keep a value; names its place.
        """
        for (day, name), found in self.noted.items():
            if name in RATINGS and len({noted.value for noted in found}) > 1:
                for noted in found:
                    gathering.add_note(day, noted.words)
                gathering.leave_out(
                    f"{RATINGS[name].name} of a day with several",
                    "they differ, so they are kept as words in the day's note",
                )
                continue
            kept = max(found, key=_rank)
            _list_others(gathering, name, [noted for noted in found if noted is not kept], kept)
            gathering.put(day, name, kept.value, kept.place)
            for flag in kept.flags:
                gathering.put(day, flag, value=True, place=kept.place)


def _rank(noted: Noted) -> int:
    return _RANKS.index(noted.value) if noted.value in _RANKS else 0


def _list_others(gathering: Gathering, name: str, others: Sequence[Noted], kept: Noted) -> None:
    for other in others:
        if other.value not in {kept.value, Bleeding.UNSPECIFIED}:
            of = "the most noted is kept" if kept.value in _RANKS else "the first is kept"
            gathering.leave_out(
                f"A second {_NAMES.get(name, 'strength of a sign')} on one day",
                f"a day keeps one; {of}",
            )
