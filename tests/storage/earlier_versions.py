"""What earlier versions of the program stored, row by row, as they stored it.

Written down rather than written by the program, which can no longer write as it once did. Ids that
the database gives are left to it; a column that is not named holds NULL.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeAlias

DAY = date(2026, 5, 14)
LEAP_DAY = date(2020, 2, 29)
HUG = "019e265e6cd8bda1cdc442a14697b4a0"
PCOS = "019e265e74a811b15c308ee14e2ab49d"
WEEK = date(2026, 5, 11)
WALK = "019e265e8478f1a3b7c9d2e4f60718ab"
Rows: TypeAlias = Mapping[str, list[dict[str, object]]]


def _change(kind: str, second: int, words: str = "", **of_a_day: object) -> dict[str, object]:
    made_at = datetime(2026, 5, 14, 12, 3, second, tzinfo=UTC)
    return {"owner_id": 1, "kind": kind, "made_at": made_at, "words": words, **of_a_day}


def _field(change_id: int, seq: int, entity: str, key: str, **values: object) -> dict[str, object]:
    field = str(values.pop("field", ""))
    address = {"change_id": change_id, "seq": seq, "entity": entity, "key": key, "field": field}
    return address | values


def _with_author(row: dict[str, object]) -> dict[str, object]:
    """Return a remembered act as it was remembered once moments told who noted them."""
    after = row.get("after")
    noted = row["entity"] == "moment" and isinstance(after, dict)
    return row | {"after": after | {"author": "owner"}} if noted else row


FIRST: Rows = {
    "owner": [{"name": "owner", "revision": 8}],
    "catalogue_entry": [
        {
            "owner_id": 1,
            "catalogue": "moments",
            "code": "own_tea",
            "heading": "own",
            "hidden": False,
            "name": "Tea",
        }
    ],
    "change": [
        _change("day", 1, day=DAY),
        _change("day", 2, day=DAY),
        _change("moment", 4, day=DAY),
        _change("context", 6),
        _change("stage", 7),
        _change("catalogue", 8),
        _change("import", 9, "drip, 1 day"),
    ],
    "context": [{"owner_id": 1, "id": PCOS, "kind": "pcos", "start": DAY}],
    "day": [
        {"owner_id": 1, "date": LEAP_DAY, "temperature_c": 36.55},
        {"owner_id": 1, "date": DAY, "mood": 3, "note": "tired"},
    ],
    "moment": [{"owner_id": 1, "id": HUG, "date": DAY, "kind": "long_hug", "sensations": []}],
    "setting": [
        {"owner_id": 1, "name": name, "value": value}
        for name, value in {
            "welcomed": True,
            "situation": None,
            "birth_year": 1975,
            "ratings": [],
            "body_signs": False,
            "intimate_practices": False,
            "week_start": 0,
        }.items()
    ],
    "stage": [{"owner_id": 1, "date": DAY, "stage": "-1"}],
    "day_sensation": [{"owner_id": 1, "date": DAY, "place": "heart", "quality": "warmth"}],
    "day_sign": [{"owner_id": 1, "date": DAY, "code": "cramps", "strength": "mild"}],
    "field_change": [
        _field(1, 0, "day", "2026-05-14", field="mood", after=7),
        _field(1, 1, "day", "2026-05-14", field="sign:cramps", after="mild"),
        _field(1, 2, "day", "2026-05-14", field="sensation:heart:warmth", after=True),
        _field(2, 0, "day", "2026-05-14", field="mood", before=7, after=3),
        _field(2, 1, "day", "2026-05-14", field="note", after="tired"),
        _field(
            3,
            0,
            "moment",
            HUG,
            after={
                "id": HUG,
                "date": "2026-05-14",
                "kind": "long_hug",
                "at": None,
                "initiator": None,
                "response": None,
                "with_whom": None,
                "phone_in_way": None,
                "minutes": None,
                "sensations": [],
                "note": None,
            },
        ),
        _field(
            4,
            0,
            "context",
            PCOS,
            after={"id": PCOS, "kind": "pcos", "start": "2026-05-14", "end": None, "name": None},
        ),
        _field(5, 0, "stage", "2026-05-14", after={"date": "2026-05-14", "stage": "-1"}),
        _field(
            6,
            0,
            "entry",
            "moments|own_tea",
            after={
                "catalogue": "moments",
                "code": "own_tea",
                "name": "Tea",
                "heading": "own",
                "hidden": False,
            },
        ),
        _field(7, 0, "day", "2020-02-29", field="temperature_c", after=36.55),
    ],
}
_ANSWER = {"date": "2026-05-14", "question": "early_bleed", "reply": "same_period"}
SECOND: Rows = {
    **FIRST,
    "cycle_answer": [{"owner_id": 1, **_ANSWER, "date": DAY}],
    "change": [*FIRST["change"], _change("cycle_answer", 10)],
    "field_change": [
        *FIRST["field_change"],
        _field(8, 0, "cycle_answer", "2026-05-14|early_bleed", after=_ANSWER),
    ],
    "setting": [*FIRST["setting"], {"owner_id": 1, "name": "forecasts", "value": True}],
}
_INTENTION = {"words": "A walk", "source": "own", "code": ""}
THIRD: Rows = {
    **SECOND,
    "moment": [row | {"author": "owner"} for row in SECOND["moment"]],
    "intention": [{"owner_id": 1, "id": WALK, "week": WEEK, **_INTENTION}],
    "change": [*SECOND["change"], _change("intention", 11)],
    "field_change": [
        *map(_with_author, SECOND["field_change"]),
        _field(
            9,
            0,
            "intention",
            WALK,
            after={"id": WALK, "week": "2026-05-11", **_INTENTION, "done_on": None},
        ),
    ],
    "setting": [*SECOND["setting"], {"owner_id": 1, "name": "offers", "value": True}],
}
FOURTH: Rows = {
    **THIRD,
    "calendar_address": [
        {
            "owner_id": 1,
            "digest": "0" * 64,
            "zone": "Europe/London",
            "made_at": datetime(2026, 5, 14, 12, 5, tzinfo=UTC),
        }
    ],
}
FIFTH: Rows = {
    **FOURTH,
    "catalogue_entry": [
        *FOURTH["catalogue_entry"],
        {
            "owner_id": 1,
            "catalogue": "ladder",
            "code": "own_bench",
            "heading": "own",
            "hidden": False,
            "name": "The bench by the river",
            "touch": False,
            "place": 0,
        },
    ],
}
_GIVEN_AT = datetime(2026, 5, 14, 12, 6, tzinfo=UTC)
SIXTH: Rows = {
    **FIFTH,
    "share_grant": [
        {
            "owner_id": 1,
            "id": "9f86d081884c7d659a2feaa0c55ad015",
            "recipient": "Ada",
            "passes": {
                "dates": ["2026-05-01", "2026-06-01"],
                "rolling_days": 182,
                "ratings": ["mood"],
                "moments": "counted",
                "cycle": True,
                "signs": False,
                "contexts": False,
                "findings": False,
                "notes": False,
            },
            "as_file": True,
            "made_at": _GIVEN_AT,
        }
    ],
    "share_opening": [
        {"owner_id": 1, "grant_id": "9f86d081884c7d659a2feaa0c55ad015", "opened_at": _GIVEN_AT}
    ],
}
_OF_GRANT = {"owner_id": 1, "grant_id": "9f86d081884c7d659a2feaa0c55ad015"}
_WRITTEN_AT = datetime(2026, 5, 14, 12, 7, tzinfo=UTC)
ANSWERED_AT = datetime(2026, 5, 14, 12, 8, tzinfo=UTC)
TAKEN_AT = datetime(2026, 5, 14, 12, 9, tzinfo=UTC)


def _reply(id_: str, words: str, place: int, **values: object) -> dict[str, object]:
    empty = {"subject": "", "title": "", "moment": "", "answer": ""}
    said = {"id": id_, "kind": "comment", "words": words, "place": place}
    return {**_OF_GRANT, **empty, **said, "made_at": _WRITTEN_AT, **values}


SEVENTH: Rows = {
    **SIXTH,
    "share_reply": [
        _reply("019e2661", "How was this day?", 0, answer="Long", answered_at=ANSWERED_AT),
        _reply("019e2662", "A walk", 1, kind="agreed", about=DAY, taken_at=TAKEN_AT),
        _reply("019e2663", "It rises", 2, subject="ratings-1", title="Mood over time"),
    ],
}
VERSIONS: Mapping[str, Rows] = {
    "0001": FIRST,
    "0002": SECOND,
    "0003": THIRD,
    "0004": FOURTH,
    "0005": FIFTH,
    "0006": SIXTH,
    "0007": SEVENTH,
}
"""Every revision before the newest, with what a journal at it holds in every table it had."""
