"""The columns of the journal's own tables, each with what it means: one list for both ways."""

from collections.abc import Mapping
from typing import Final

from journal.domain.days import PLAIN_FIELDS, SIGN_PREFIX
from journal.domain.ratings import RATINGS

DAYS_FILE: Final = "days.csv"
MOMENTS_FILE: Final = "moments.csv"
CONTEXTS_FILE: Final = "contexts.csv"
WORDS_FILE: Final = "words.csv"
README_FILE: Final = "README.txt"
YES, NO = "yes", "no"
BETWEEN_SENSATIONS: Final = "; "

_FIELD_MEANINGS: Final = {
    "sleep_hours": "hours slept, 0 to 24",
    "bleeding": "none, spotting, light, medium, heavy, flooding, or unspecified (amount not noted)",
    "not_my_period": "yes: this bleeding starts no cycle",
    "lh_test": "ovulation (LH) test: negative or positive",
    "temperature_c": "waking temperature in degrees Celsius",
    "temperature_disturbed": "yes: the reading should not be relied on",
    "mucus": "cervical mucus: dry, nothing, wet, creamy or egg_white",
    "touch": "how touch felt: welcome, neutral or unwelcome",
    "partner": "together or apart",
    "note": "the note of the day",
    "note_shared": "yes: this note may be shared",
}
_RATING_MEANINGS: Final = {
    code: f"{scale.name}, a whole number from 0 to 10" for code, scale in RATINGS.items()
}
SENSATIONS_MEANING: Final = (
    "what was felt, as place:quality, several joined by a semicolon (heart:flutter; belly:warmth)"
)
DAY_COLUMNS: Final[Mapping[str, str]] = {
    "date": "the day, year-month-day; one row for a day",
    **{name: (_RATING_MEANINGS | _FIELD_MEANINGS)[name] for name in PLAIN_FIELDS},
    "sensations": SENSATIONS_MEANING,
}
SIGN_MEANING: Final = (
    f"{SIGN_PREFIX}… – one column for each sign ever recorded: absent, mild, moderate or severe"
)
MOMENT_COLUMNS: Final[Mapping[str, str]] = {
    "date": "the day, year-month-day",
    "at": "local time of day, where it is known",
    "kind": "what it was; words.csv names it",
    "initiator": "who began: self, partner or both",
    "response": "how it was met: toward, away or against",
    "with_whom": "partner, child, family, friend or self",
    "phone_in_way": "yes or no: a phone was in the way",
    "minutes": "how long it lasted",
    "sensations": SENSATIONS_MEANING,
    "note": "a note on the moment",
    "author": "owner or partner: who noted it",
    "id": "by which it is known when it is brought along again; may be left empty",
}
CONTEXT_COLUMNS: Final[Mapping[str, str]] = {
    "kind": "what it was, such as pregnancy, time_apart or event",
    "start": "the first day",
    "last_day": "the last day; empty while it goes on",
    "name": "in her own words",
    "id": "by which it is known when it is brought along again; may be left empty",
}
WORD_COLUMNS: Final[Mapping[str, str]] = {
    "catalogue": "moments, signs, places or qualities",
    "code": "as it stands in the other files",
    "name": "what it is called on the screen",
    "own": "yes: a word of her own",
}
# By which a table is told to be one of these, whatever its file is called.
DAY_MARKS: Final = frozenset({"date", "mood", "desire", "connection", "not_my_period", "touch"})
MOMENT_MARKS: Final = frozenset({"date", "kind", "initiator", "response", "phone_in_way"})
CONTEXT_MARKS: Final = frozenset({"kind", "start", "last_day", "name"})
