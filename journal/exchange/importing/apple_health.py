"""Apple Health's export: `export.xml`, or the zip it comes in, whatever the two are called.

By the format that Health itself documents at the top of the file (its export version 14 and those
before it) and the names of HealthKit; no real person's export was read.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import BinaryIO, Final
from zipfile import ZipFile, ZipInfo

from journal.domain.contexts import Context, ContextKind
from journal.domain.moments import Moment
from journal.domain.ranges import ONE_DAY
from journal.exchange.importing.apple_days import HealthDays
from journal.exchange.importing.apple_errors import ExportMissing
from journal.exchange.importing.apple_records import HealthRecord, HealthRecords
from journal.exchange.importing.apple_stream import ROOT, health_tags
from journal.exchange.importing.apple_words import (
    CONTRACEPTIVE,
    HORMONAL,
    NOT_CARRIED,
    SEX,
    SPANS,
    WORDS,
    wanted,
)
from journal.exchange.importing.archives import DAMAGED, ZIP_START, opened_member, opened_zip
from journal.exchange.importing.day_values import LAST_TAKEN
from journal.exchange.importing.errors import ArchiveLocked, ArchiveTooLarge, FileUnreadable
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import (
    LEAVE_OUT,
    Answers,
    Choices,
    Going,
    Importer,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.upload import HEAD_BYTES, Upload
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Apple Health"
# Twenty years of two watches; it is read past, never held.
LARGEST_XML: Final = 20_000_000_000
# Honest exports shrink to a fortieth, very even ones to an eightieth; a zip made to burst, to a
# thousandth.
STEEPEST_RATIO: Final = 200
_FOLDER: Final = "apple_health_export/"
_MOST_DOCUMENTS: Final = 20  # in a zip; a real one has two
_SEX_KEY: Final = "apple_health.sex"
_FAR: Final = 3000  # Health ends what goes on in the year 4001
_IGNORED: Final = frozenset({"ExportDate", "Me"})
_STATE_OF_MIND: Final = "StateOfMind"


def _detects(upload: Upload) -> bool:
    if not upload.head.startswith(ZIP_START):
        return _is_export(upload.head)
    try:
        with upload.open() as file, opened_zip(file) as archive:
            try:
                return _export_in(archive) is not None
            except (ArchiveTooLarge, ArchiveLocked):
                # Refused, and with the reason, where it is plain what it would have been.
                return any(name.startswith(_FOLDER) for name in archive.namelist())
    except (FileUnreadable, *DAMAGED):
        return False


def _is_export(head: bytes) -> bool:
    # In UTF-16 every other byte is a zero; what it is is known, and then said to be unreadable.
    start = head.replace(b"\x00", b"")
    return ROOT in start or b"<!DOCTYPE HealthData" in start


def _export_in(archive: ZipFile) -> ZipInfo | None:
    """Find the export among the documents of a zip: every language calls it something else.

    Raises:
        FileUnreadable: It is not found, and of another document it cannot be said what it is.
    """
    documents = [info for info in archive.infolist() if info.filename.lower().endswith(".xml")]
    refused: FileUnreadable | None = None
    for info in documents[:_MOST_DOCUMENTS]:
        try:
            with opened_member(archive, info, largest=LARGEST_XML, steepest=STEEPEST_RATIO) as file:
                if _is_export(file.read(HEAD_BYTES)):
                    return info
        except FileUnreadable as failure:
            refused = failure
    if refused:
        raise refused
    return None


def _begin(upload: Upload) -> Going:
    found = HealthRecords()
    with upload.open() as file:
        if not upload.head.startswith(ZIP_START):
            yield from _gone_through(file, upload.size, found)
        else:
            with opened_zip(file) as archive:
                info = _export_in(archive)
                if info is None:
                    raise ExportMissing
                opened = opened_member(archive, info, largest=LARGEST_XML, steepest=STEEPEST_RATIO)
                with opened as document:
                    yield from _gone_through(document, info.file_size, found)
    return partial(_parsed, found)


def _gone_through(file: BinaryIO, size: int, found: HealthRecords) -> Iterator[tuple[int, int]]:
    for done in health_tags(file, wanted(), found.take, found.passed):
        yield done, size


def _read(upload: Upload, choices: Choices) -> Parsed:
    going = _begin(upload)
    try:
        while True:
            next(going)
    except StopIteration as finished:
        answer: Callable[[Choices], Parsed] = finished.value
        return answer(choices)


def _parsed(found: HealthRecords, choices: Choices) -> Parsed:
    reading, answers = WordReading(WORDS), Answers(choices)
    gathering = reading.gathering
    cycle_answers = HealthDays(reading).read(found, answers)
    _sleep(gathering, found)
    _sex(gathering, answers, [record for record in found.records if record.kind == SEX])
    _spans(gathering, found.records)
    _left_out(gathering, found)
    gathering.remarks.append(
        "Days are your own, as Health wrote them; where two apps say different things of a day, "
        "the one that wrote last is taken."
    )
    return replace(gathering.parsed(NAME, answers), cycle_answers=cycle_answers)


def _sleep(gathering: Gathering, found: HealthRecords) -> None:
    for day, sleeps in sorted(found.sleep.by_day().items()):
        sources = {sleep.source for sleep in sleeps}
        if len(sources) > 1:
            why = "more than one device or app wrote it down, and they are not added up"
            gathering.leave_out("Hours of sleep", why)
        elif len(sleeps) > 1:
            gathering.leave_out("Hours of sleep", "there was more than one sleep on the day")
        elif sleeps[0].hours > 24:  # noqa: PLR2004 - the hours of a day
            gathering.leave_out("Hours of sleep", "it is longer than a day")
        else:
            gathering.put(day, "sleep_hours", sleeps[0].hours, day.isoformat())
    if found.not_asleep:
        gathering.leave_out("Time in bed or awake", "it is no sleep", found.not_asleep)
    if found.sleep.unreadable:
        why = "it has no length, or one longer than a day"
        gathering.leave_out("Hours of sleep", why, found.sleep.unreadable)


def _sex(gathering: Gathering, answers: Answers, records: list[HealthRecord]) -> None:
    if not records:
        return
    words = "Sex, as intimate moments"
    kind = QuestionKind.MOMENT
    if answers.ask(_SEX_KEY, kind, words, default="yes", count=len(records)) == LEAVE_OUT:
        gathering.leave_out("Sex", "you chose to leave it out", len(records))
        return
    days: dict[date, dict[str, set[HealthRecord]]] = defaultdict(lambda: defaultdict(set))
    for record in records:
        days[record.day][record.source].add(record)
    for day, by_source in days.items():
        last = max(by_source, key=lambda name: (max(r.created for r in by_source[name]), name))
        for record in sorted(by_source[last], key=lambda record: record.started):
            gathering.add_moment(Moment(day, "sex", note=_protection(record)))
        if len(by_source) > 1:
            gathering.leave_out("Sex", LAST_TAKEN)


def _protection(record: HealthRecord) -> str | None:
    if record.protection is None:
        return None
    return "Protection used" if record.protection else "No protection used"


def _spans(gathering: Gathering, records: list[HealthRecord]) -> None:
    """Pregnancy, breastfeeding and contraception last a while; each becomes a context."""
    found: dict[tuple[ContextKind, date, str | None], date | None] = {}
    for record in records:
        name = HORMONAL.get(record.value)
        if record.kind == CONTRACEPTIVE and not name:
            why = "Health does not say whether it holds hormones"
            gathering.leave_out("Contraception", why)
        elif record.kind in {CONTRACEPTIVE, *SPANS}:
            kind = SPANS.get(record.kind, ContextKind.HORMONAL_CONTRACEPTION)
            end = None if record.last.year >= _FAR else record.last + ONE_DAY
            found[kind, record.day, None if record.kind in SPANS else name] = end
    for (kind, start, called), end in found.items():
        gathering.add_context(Context(kind, start, end, called))


def _left_out(gathering: Gathering, found: HealthRecords) -> None:
    """List what was gone past, the many kinds of it in one line."""
    records, others = Counter(found.passed.records), Counter(found.passed.others)
    for kind, (what, why) in NOT_CARRIED.items():
        if count := records.pop(kind, 0):
            gathering.leave_out(what, why, count)
    minds = [(counter, name) for counter in (records, others) for name in counter]
    for counter, name in minds:
        if _STATE_OF_MIND in name:
            why = "how Health writes it down is not documented"
            gathering.leave_out("State of mind", why, counter.pop(name))
    if records:
        kinds = "1 kind" if len(records) == 1 else f"{len(records):,} kinds"
        what = f"Other records, such as steps and heart rates, of {kinds}"
        gathering.leave_out(what, "the journal has no place for them", records.total())
    if count := sum(others[name] for name in others if name not in _IGNORED):
        gathering.leave_out("Workouts and summaries", "the journal has no place for them", count)


APPLE_HEALTH: Final = Importer(
    name=NAME,
    how="the zip Health makes of all its data, or the export.xml inside it",
    detects=_detects,
    read=_read,
    begin=_begin,
)
