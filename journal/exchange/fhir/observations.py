"""What was recorded of one day, as FHIR Observations; what was not recorded is absent.

Each is a report of her own: she is its subject and its performer, and its date is a plain date.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import SIGN_PREFIX, Day
from journal.domain.labels import BLEEDING_WORDS, LH_TEST_WORDS, MUCUS_WORDS, STRENGTH_WORDS
from journal.domain.ratings import RATINGS
from journal.exchange.fhir.codes import SURVEY, VITAL_SIGNS, category, concept, quantity

DISTURBED: Final = "A disturbed reading, not to be relied on."
_SCORE: Final = ("of 10", "{score}")


class ClinicPart(StrEnum):
    """What can be in a bundle."""

    CYCLE = "cycle"
    BODY = "body"
    RATINGS = "ratings"
    SLEEP = "sleep"
    SIGNS = "signs"


@dataclass(slots=True)
class Teller:
    """How her words reach one file; what it means is worked out once, not for each day.

    Attributes:
        her: The address of the Patient inside the bundle.
        sign_name: Names a sign by its code.
    """

    her: str
    sign_name: Callable[[str], str]
    _said: dict[str, dict[str, Any]] = field(default_factory=dict)

    def concept(self, key: str, words: str = "") -> dict[str, Any]:
        """Return what a field, or a `field=value`, means; a sign is named without words.

        A sign she renamed may mean something else now, so that no system's code goes with it.
        """
        if key not in self._said:
            known = key
            if key.startswith(SIGN_PREFIX):
                sign = key.removeprefix(SIGN_PREFIX)
                words = self.sign_name(sign)
                known = key if words == shipped_catalogue(CatalogueName.SIGNS).name(sign) else ""
            self._said[key] = concept(known, words, own=key)
        return self._said[key]


def day_observations(
    day: Day, parts: frozenset[ClinicPart], teller: Teller
) -> Iterator[dict[str, Any]]:
    """Yield what a day holds of the parts, always in one order."""
    for part, tell in _PARTS.items():
        if part in parts:
            yield from tell(day, teller)


def how_many(day: Day) -> dict[ClinicPart, int]:
    """Count the observations a day holds, by part, without writing them."""
    body = (day.temperature_c, day.lh_test, day.mucus)
    return {
        ClinicPart.CYCLE: int(day.bleeding is not None),
        ClinicPart.BODY: sum(value is not None for value in body),
        ClinicPart.RATINGS: sum(day.value(code) is not None for code in RATINGS),
        ClinicPart.SLEEP: int(day.sleep_hours is not None),
        ClinicPart.SIGNS: len(day.signs),
    }


def observation(
    code: Mapping[str, Any],
    value: Mapping[str, Any],
    effective: Mapping[str, Any],
    teller: Teller,
    *,
    kind: str = SURVEY,
) -> dict[str, Any]:
    """Return one Observation of hers."""
    her = {"reference": teller.her}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": category(kind),
        "code": code,
        "subject": her,
        **effective,
        "performer": [her],
        **value,
    }


def on_day(day: date) -> dict[str, str]:
    """Return when something was so: a date without a time of day, and so without a zone."""
    return {"effectiveDateTime": day.isoformat()}


def _cycle(day: Day, teller: Teller) -> Iterator[dict[str, Any]]:
    if day.bleeding is None:
        return
    words = BLEEDING_WORDS[day.bleeding]
    value = {"valueCodeableConcept": teller.concept(f"bleeding={day.bleeding.value}", words)}
    if day.not_my_period:
        code = teller.concept("not_my_period", "Bleeding that is not her period")
    else:
        code = teller.concept("bleeding", "Bleeding")
    yield observation(code, value, on_day(day.date), teller)


def _body(day: Day, teller: Teller) -> Iterator[dict[str, Any]]:
    when = on_day(day.date)
    if day.temperature_c is not None:
        code = teller.concept("temperature_c", "Waking temperature")
        value: dict[str, Any] = {"valueQuantity": quantity(day.temperature_c, "°C", "Cel")}
        if day.temperature_disturbed:
            value["note"] = [{"text": DISTURBED}]
        yield observation(code, value, when, teller, kind=VITAL_SIGNS)
    if day.lh_test is not None:
        key, words = f"lh_test={day.lh_test.value}", LH_TEST_WORDS[day.lh_test]
        code = teller.concept("lh_test", "Ovulation test (LH in urine, at home)")
        yield observation(code, {"valueCodeableConcept": teller.concept(key, words)}, when, teller)
    if day.mucus is not None:
        key, words = f"mucus={day.mucus.value}", MUCUS_WORDS[day.mucus]
        code = teller.concept("mucus", "Cervical mucus")
        yield observation(code, {"valueCodeableConcept": teller.concept(key, words)}, when, teller)


def _ratings(day: Day, teller: Teller) -> Iterator[dict[str, Any]]:
    for scale in RATINGS.values():
        rating = day.value(scale.code)
        if isinstance(rating, int):
            words = f"{scale.name}, from 0 ({scale.lowest}) to 10 ({scale.highest})"
            value = {"valueQuantity": quantity(rating, *_SCORE)}
            yield observation(teller.concept(scale.code, words), value, on_day(day.date), teller)


def _sleep(day: Day, teller: Teller) -> Iterator[dict[str, Any]]:
    if day.sleep_hours is not None:
        value = {"valueQuantity": quantity(day.sleep_hours, "h", "h")}
        yield observation(
            teller.concept("sleep_hours", "Hours slept"), value, on_day(day.date), teller
        )


def _signs(day: Day, teller: Teller) -> Iterator[dict[str, Any]]:
    for sign, strength in sorted(day.signs.items()):
        key = f"strength={strength.value}"
        value = {"valueCodeableConcept": teller.concept(key, STRENGTH_WORDS[strength])}
        code = teller.concept(SIGN_PREFIX + sign)
        yield observation(code, value, on_day(day.date), teller)


_PARTS: Final[Mapping[ClinicPart, Callable[[Day, Teller], Iterator[dict[str, Any]]]]] = {
    ClinicPart.CYCLE: _cycle,
    ClinicPart.BODY: _body,
    ClinicPart.RATINGS: _ratings,
    ClinicPart.SLEEP: _sleep,
    ClinicPart.SIGNS: _signs,
}
