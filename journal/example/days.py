"""One invented day as the fields somebody would have written down."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from journal.domain.days import Bleeding, Partner, Touch
from journal.domain.moments import Moment
from journal.example.body import Body, body_signs_of, sensations_of, signs_of
from journal.example.circumstances import Circumstances
from journal.example.cycles import Cycles
from journal.example.notes import DAY_NOTES, NOTE_RATE
from journal.example.story import Story
from journal.example.waves import Series

CORE_RATE, OPTIONAL_RATE = 0.97, 0.75
CORE: Final = ("mood", "desire", "connection")
SLEEP_RATE, TOUCH_RATE, PARTNER_RATE, NO_BLEEDING_RATE = 0.7, 0.6, 0.9, 0.3
BLEEDING_FILLED_IN_LATER: Final = 0.6
WELCOME_FROM, UNWELCOME_TO = 6, 2
GOOD_MOOD, LOW_MOOD = 8, 3
MANY_FLUSHES: Final = 0.4


@dataclass(frozen=True, slots=True)
class Life:
    """Everything that happened, written down or not."""

    story: Story
    cycles: Cycles
    around: Circumstances
    moments: list[list[Moment]]
    rated: dict[str, Series]
    body: Body
    written: NDArray[np.bool_]
    chances: NDArray[np.float64]


def day_fields(life: Life, index: int) -> dict[str, object]:
    """List what was written down of one day; nothing for a day that was left out.

    A bleed is filled in afterwards even then, because that is what people remember.
    """
    chances = life.chances[index].tolist()
    if not life.written[index]:
        return _bleeding_remembered(life, index, chances[0])
    ratings = _ratings(life, index, chances)
    return {
        **ratings,
        **_circumstances(life, index, chances),
        **_bleeding(life, index, chances[0]),
        **signs_of(life.body, index),
        **sensations_of(life.body, index, int(life.rated["connection"][index])),
        **body_signs_of(life.body, life.cycles, index),
        **_note(life, index, chances),
    }


def _ratings(life: Life, index: int, chances: list[float]) -> dict[str, object]:
    # One draw decides for the three core rows and one for the others: who skips, skips a block.
    rates = {name: CORE_RATE if name in CORE else OPTIONAL_RATE for name in life.rated}
    return {
        name: int(values[index])
        for name, values in life.rated.items()
        if (chances[1] if name in CORE else chances[2]) < rates[name] or name == "mood"
    }


def _circumstances(life: Life, index: int, chances: list[float]) -> dict[str, object]:
    fields: dict[str, object] = {}
    if chances[3] < SLEEP_RATE:
        hours = float(np.clip(life.around.sleep_hours[index], 2.0, 11.0))
        fields["sleep_hours"] = round(hours * 2) / 2
    if chances[4] < PARTNER_RATE:
        fields["partner"] = Partner.APART if life.around.apart[index] else Partner.TOGETHER
    if chances[5] < TOUCH_RATE:
        fields["touch"] = _touch(int(life.rated["connection"][index]))
    return fields


def _touch(connection: int) -> Touch:
    if connection >= WELCOME_FROM:
        return Touch.WELCOME
    return Touch.UNWELCOME if connection <= UNWELCOME_TO else Touch.NEUTRAL


def _bleeding(life: Life, index: int, chance: float) -> dict[str, object]:
    amount = life.cycles.bleeding.get(index)
    if amount is None:
        return {"bleeding": Bleeding.NONE} if chance < NO_BLEEDING_RATE else {}
    if index in life.cycles.not_my_period:
        return {"bleeding": amount, "not_my_period": True}
    return {"bleeding": amount}


def _bleeding_remembered(life: Life, index: int, chance: float) -> dict[str, object]:
    if index in life.cycles.onsets or chance < BLEEDING_FILLED_IN_LATER:
        return {} if index not in life.cycles.bleeding else _bleeding(life, index, chance)
    return {}


def _note(life: Life, index: int, chances: list[float]) -> dict[str, object]:
    if chances[6] > NOTE_RATE:
        return {}
    notes = DAY_NOTES[_theme(life, index)]
    return {"note": notes[int(chances[7] * len(notes))]}


def _theme(life: Life, index: int) -> str:
    mood = life.rated["mood"][index]
    themes = {
        "apart": bool(life.around.apart[index]),
        "bleed": index in life.cycles.onsets,
        "low": mood <= LOW_MOOD,
        "good": mood >= GOOD_MOOD,
        "flush": life.around.flushes[index] > MANY_FLUSHES,
    }
    return next((theme for theme, fits in themes.items() if fits), "plain")
