"""Several values of one field on one day, settled into the one a day can keep.

Bleeding, mucus and a sign's strength keep the most that was noted; an ovulation test keeps that it
was positive once. Of several measurements the first of the file stays. Ratings that differ say
nothing that could be recorded, so they stay words. Where a file holds the words of several apps,
the app that wrote last is taken for a day.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final

from journal.domain.days import SIGN_PREFIX, Bleeding, LhTest, Mucus, SignStrength
from journal.domain.ratings import RATINGS
from journal.exchange.importing.gathering import Gathering


class Amounts(Enum):
    """What bleeding of an amount that was not noted is, beside spotting on the same day.

    `OF_A_PERIOD`: more, where an app notes spotting beside a period. `LEAST_SAID`: less, where an
    app's amounts, spotting among them, say more about a day it calls one of a period.
    """

    OF_A_PERIOD = (Bleeding.NONE, Bleeding.SPOTTING, Bleeding.UNSPECIFIED)
    LEAST_SAID = (Bleeding.NONE, Bleeding.UNSPECIFIED, Bleeding.SPOTTING)


# The least first.
_FLOWS: Final = (Bleeding.LIGHT, Bleeding.MEDIUM, Bleeding.HEAVY, Bleeding.FLOODING)
_CHOICES: Final = (*Mucus, LhTest.NEGATIVE, LhTest.POSITIVE, *SignStrength)
LAST_TAKEN: Final = "two apps said different things of one day; the one that wrote last was taken"
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
        source: Which app said it, in a file that holds what several apps said.
        written: When that app wrote it; larger is later.
    """

    value: object
    place: str
    words: str = ""
    flags: Sequence[str] = ()
    source: str = ""
    written: int = 0


@dataclass(slots=True)
class DayValues:
    """What was noted so far; `settle` hands it on.

    Attributes:
        amounts: The rule of the app for amounts of bleeding.
    """

    amounts: Amounts = Amounts.OF_A_PERIOD
    noted: dict[tuple[date, str], list[Noted]] = field(default_factory=lambda: defaultdict(list))

    def add(self, day: date, name: str, noted: Noted) -> None:
        """Note a value of a field."""
        self.noted[day, name].append(noted)

    def settle(self, gathering: Gathering) -> None:
        """Record one value a field and day, and list what was said besides it."""
        for (day, name), kept in self.settled(gathering).items():
            flags = kept.flags if gathering.put(day, name, kept.value, kept.place) else ()
            for flag in flags:
                gathering.put(day, flag, value=True, place=kept.place)

    def settled(self, gathering: Gathering) -> dict[tuple[date, str], Noted]:
        """Return what each day keeps of each field, and list what was said besides it."""
        settled = {}
        for (day, name), found in self.noted.items():
            if name in RATINGS and len({noted.value for noted in found}) > 1:
                for noted in found:
                    gathering.add_note(day, noted.words)
                gathering.leave_out(
                    f"{RATINGS[name].name} of a day with several",
                    "they differ, so they are kept as words in the day's note",
                )
                continue
            settled[day, name] = self._kept(gathering, name, found)
        return settled

    def _kept(self, gathering: Gathering, name: str, found: Sequence[Noted]) -> Noted:
        """Choose the app that wrote last, and of what it said the most, or else the first."""
        by_source: dict[str, list[Noted]] = defaultdict(list)
        for noted in found:
            by_source[noted.source].append(noted)
        best = {source: max(said, key=self._rank) for source, said in by_source.items()}
        last = max(by_source, key=lambda one: (max(said.written for said in by_source[one]), one))
        kept = best[last]
        what = f"A second {_named(name)} on one day"
        of = "the most noted is kept" if self._rank(kept) >= 0 else "the first is kept"
        for noted in by_source[last]:
            if noted.value not in {kept.value, Bleeding.UNSPECIFIED}:
                gathering.leave_out(what, f"a day keeps one; {of}")
        if any(other.value != kept.value for other in best.values()):
            gathering.leave_out(what, LAST_TAKEN)
        return kept

    def _rank(self, noted: Noted) -> int:
        ranks: Sequence[object] = (*self.amounts.value, *_FLOWS, *_CHOICES)
        return ranks.index(noted.value) if noted.value in ranks else -1


def _named(name: str) -> str:
    return "strength of a sign" if name.startswith(SIGN_PREFIX) else _NAMES.get(name, "entry")
