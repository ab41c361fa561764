"""drip's CSV: one row a day, columns `group.field`, any of them in any order.

Written from the meaning of the columns in drip's code (schema 4 and its CSV export). A tick box
that is `false` is drip's way of filling a row, never "not today". `isCycleStart` is left aside:
the journal derives onsets itself.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from journal.domain.days import Bleeding, Mucus
from journal.domain.moments import Moment, WithWhom
from journal.exchange.importing.errors import DayTwice, FileUnreadable, ValueUnreadable
from journal.exchange.importing.gathering import Gathering, day_of, moment_note
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    LEAVE_OUT,
    Answers,
    Choices,
    Importer,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.tables import Row, columns_of, read_rows
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_tables import drip_flags

NAME: Final = "drip CSV"
_BLEEDING: Final = {
    "0": Bleeding.SPOTTING,
    "1": Bleeding.LIGHT,
    "2": Bleeding.MEDIUM,
    "3": Bleeding.HEAVY,
}
# Our steps of mucus, by drip's code of the symptothermal method (t, Ø, f, S, S+).
_MUCUS: Final = (Mucus.DRY, Mucus.NOTHING, Mucus.WET, Mucus.CREAMY, Mucus.EGG_WHITE)
_MUCUS_CODES: Final = ("0", "1", "2", "3", "4")
_FEELING_RANK: Final = {"0": 0, "1": 1, "2": 2, "3": 4}  # dry, nothing, wet, slippery
_TEXTURE_RANK: Final = {"0": 0, "1": 3, "2": 4}  # nothing, creamy, egg white
_DESIRE: Final = {"0": ("low", "2"), "1": ("medium", "5"), "2": ("high", "8")}
_TICKS: Final = {"true": True, "false": False, "": False}
_CONTRACEPTION: Final = (
    "condom", "pill", "iud", "patch", "ring", "implant", "diaphragm", "none", "other",
)  # fmt: skip
_NOTE_HEADINGS: Final = {
    "temperature.note": "Temperature",
    "pain.note": "Pain",
    "mood.note": "Mood",
}
_GROUPS: Final = frozenset(
    {"bleeding", "temperature", "mucus", "cervix", "note", "desire", "sex", "pain", "mood"}
)
_NO_PLACE: Final = "the journal has no place for it"
_SEX_KEY: Final = "drip.sex"
_STRENGTH_KEY: Final = "drip.strength"


def _detects(upload: Upload) -> bool:
    try:
        columns = columns_of(decoded(upload.content))
    except FileUnreadable:
        return False
    groups = {column.partition(".")[0] for column in columns if "." in column}
    return "full_date" not in columns and bool(groups & _GROUPS)


def _read(upload: Upload, choices: Choices) -> Parsed:
    gathering, answers = Gathering(), Answers(choices)
    seen: dict[date, Row] = {}
    rows = []
    for row in read_rows(decoded(upload.content), ["date"]):
        day = day_of(row.get("date"), row.place)
        if day not in seen:
            seen[day] = row
            rows.append((day, row))
        elif seen[day].cells != row.cells:
            raise DayTwice(day, row.line, seen[day].line)
    counts = _counts([row for _, row in rows])
    for day, row in rows:
        _read_row(gathering, _Asking(answers, counts), day, row)
    gathering.remarks.append(
        "drip writes all text in lower case; notes come as they stand in the file."
    )
    return gathering.parsed(NAME, answers)


class _Asking:
    """The questions a drip file raises, each with how often it matters in this file."""

    def __init__(self, answers: Answers, counts: Mapping[str, int]) -> None:
        self._answers = answers
        self._counts = counts

    def desire(self, code: str) -> str:
        words, default = _DESIRE[code]
        key = f"drip.desire.{code}"
        return self._answers.ask(
            key,
            QuestionKind.RATING,
            f"Desire noted as “{words}”",
            default=default,
            count=self._counts[key],
        )

    def strength(self) -> str:
        words = "A sign drip only ticks, without a strength, counts as"
        count = self._counts[_STRENGTH_KEY]
        return self._answers.ask(
            _STRENGTH_KEY, QuestionKind.STRENGTH, words, default="mild", count=count
        )

    def sex(self) -> bool:
        words = "Sex and pleasure on your own, as intimate moments"
        count = self._counts[_SEX_KEY]
        answer = self._answers.ask(_SEX_KEY, QuestionKind.MOMENT, words, default="yes", count=count)
        return answer != LEAVE_OUT


def _counts(rows: list[Row]) -> dict[str, int]:
    signs = [flag.column for flag in drip_flags() if flag.sign]
    desire = {
        f"drip.desire.{code}": sum(_number(row, "desire.value") == code for row in rows)
        for code in _DESIRE
    }
    return desire | {
        _STRENGTH_KEY: sum(any(_ticked(row, name) for name in signs) for row in rows),
        _SEX_KEY: sum(_ticked(row, "sex.solo") or _ticked(row, "sex.partner") for row in rows),
    }


def _read_row(gathering: Gathering, asking: _Asking, day: date, row: Row) -> None:
    gathering.add_note(day, row.get("note.value"))
    _read_bleeding(gathering, day, row)
    _read_temperature(gathering, day, row)
    _read_mucus(gathering, day, row)
    if code := _code(row, "desire.value", _DESIRE):
        if (answer := asking.desire(code)) == LEAVE_OUT:
            gathering.leave_out(
                f"Desire noted as “{_DESIRE[code][0]}”", "you chose to leave it out"
            )
        else:
            gathering.put(day, "desire", _whole(answer), row.place)
    _read_flags(gathering, asking, day, row)
    _read_sex(gathering, asking, day, row)
    for column, heading in _NOTE_HEADINGS.items():
        gathering.add_note(day, row.get(column), heading)
    _read_rest(gathering, row)


def _read_bleeding(gathering: Gathering, day: date, row: Row) -> None:
    excluded = _ticked(row, "bleeding.exclude")
    if code := _code(row, "bleeding.value", _BLEEDING):
        gathering.put(day, "bleeding", _BLEEDING[code], row.place)
        if excluded:
            gathering.put(day, "not_my_period", value=True, place=row.place)


def _read_temperature(gathering: Gathering, day: date, row: Row) -> None:
    disturbed = _ticked(row, "temperature.exclude")
    if row.get("temperature.time"):
        gathering.leave_out("The time of a temperature reading", _NO_PLACE)
    if text := row.get("temperature.value"):
        try:
            reading = float(text.replace(",", "."))
        except ValueError:
            raise ValueUnreadable(
                row.place, "temperature.value", text, "a number of degrees Celsius"
            ) from None
        gathering.put(day, "temperature_c", reading, row.place)
        if disturbed:
            gathering.put(day, "temperature_disturbed", value=True, place=row.place)


def _read_mucus(gathering: Gathering, day: date, row: Row) -> None:
    excluded = _ticked(row, "mucus.exclude")
    feeling = _code(row, "mucus.feeling", _FEELING_RANK)
    texture = _code(row, "mucus.texture", _TEXTURE_RANK)
    computed = _code(row, "mucus.value", _MUCUS_CODES)
    if not (feeling or texture or computed):
        return
    if excluded:
        gathering.leave_out(
            "Mucus marked as excluded", "the journal cannot mark it as unreliable, as drip does"
        )
        return
    if feeling:
        rank = max(_FEELING_RANK[feeling], _TEXTURE_RANK.get(texture, 0))
    elif texture:
        rank = _TEXTURE_RANK[texture] or _MUCUS.index(Mucus.NOTHING)
    else:
        rank = int(computed)
    gathering.put(day, "mucus", _MUCUS[rank], row.place)


def _read_flags(gathering: Gathering, asking: _Asking, day: date, row: Row) -> None:
    words: dict[str, list[str]] = {}
    for flag in drip_flags():
        if not _ticked(row, flag.column):
            continue
        strength = asking.strength() if flag.sign else KEEP_IN_NOTE
        if strength == KEEP_IN_NOTE:
            words.setdefault(flag.column.partition(".")[0], []).append(flag.words)
        else:
            gathering.put(day, f"sign:{flag.sign}", strength, row.place)
    for group, ticked in words.items():
        gathering.add_note(day, ", ".join(ticked), group.capitalize())
        gathering.leave_out(
            f"{group.capitalize()}: tick boxes that are no sign of the journal",
            "they are kept as words in the day's note",
        )


def _read_sex(gathering: Gathering, asking: _Asking, day: date, row: Row) -> None:
    used = [name for name in _CONTRACEPTION if _ticked(row, f"sex.{name}")]
    with_partner, solo = _ticked(row, "sex.partner"), _ticked(row, "sex.solo")
    about = [f"Contraception: {', '.join(used)}"] if used else []
    text = "\n".join([*about, *filter(None, [row.get("sex.note")])])
    if not with_partner and not solo:
        gathering.add_note(day, text, "Sex")
        return
    if not asking.sex():
        gathering.leave_out("Sex and pleasure on your own", "you chose to leave it out")
        return
    note = moment_note(text)
    if with_partner:
        gathering.add_moment(Moment(day, "sex", with_whom=WithWhom.PARTNER, note=note))
    if solo:
        alone = None if with_partner else note
        gathering.add_moment(Moment(day, "solo_pleasure", with_whom=WithWhom.SELF, note=alone))


def _read_rest(gathering: Gathering, row: Row) -> None:
    cervix = ("cervix.opening", "cervix.firmness", "cervix.position")
    if any(row.get(column) for column in cervix):
        gathering.leave_out("The cervix", _NO_PLACE)
    for column, cell in row.cells.items():
        known = column in {"date", "isCycleStart"} or column.partition(".")[0] in _GROUPS
        if not known and cell.strip():
            gathering.leave_out(f"The column “{column}”", "the journal does not know it")


def _code(row: Row, column: str, codes: Collection[str]) -> str:
    text = _number(row, column)
    if text and text not in codes:
        raise ValueUnreadable(row.place, column, text, f"one of {', '.join(codes)}")
    return text


def _number(row: Row, column: str) -> str:
    return row.get(column).removesuffix(".0")  # a spreadsheet on the way may have made it 2.0


def _ticked(row: Row, column: str) -> bool:
    text = row.get(column)
    if (ticked := _TICKS.get(text.lower())) is None:
        raise ValueUnreadable(row.place, column, text, "true, false or nothing")
    return ticked


def _whole(answer: str) -> int | str:
    return int(answer) if answer.isdecimal() else answer


DRIP_CSV: Final = Importer(
    name=NAME,
    how="the table drip exports your data to",
    detects=_detects,
    read=_read,
)
