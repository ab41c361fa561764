"""The formats the journal can read. A further one is a module of its own and a line here."""

from typing import Final

from journal.exchange.importing.apple_health import APPLE_HEALTH
from journal.exchange.importing.archives import ZIP_START, is_locked, opened_zip
from journal.exchange.importing.bearable import BEARABLE
from journal.exchange.importing.clue import CLUE
from journal.exchange.importing.daylio_backup import DAYLIO_BACKUP
from journal.exchange.importing.daylio_csv import DAYLIO_CSV
from journal.exchange.importing.drip import DRIP_CSV
from journal.exchange.importing.errors import ArchiveLocked, FormatUnknown, RecordTooLargeHere
from journal.exchange.importing.fertility_friend import FERTILITY_FRIEND
from journal.exchange.importing.fitbit import FITBIT
from journal.exchange.importing.flo import FLO
from journal.exchange.importing.garmin import GARMIN
from journal.exchange.importing.mensinator import MENSINATOR
from journal.exchange.importing.menstrudel import MENSTRUDEL
from journal.exchange.importing.my_calendar import MY_CALENDAR
from journal.exchange.importing.natural_cycles import NATURAL_CYCLES
from journal.exchange.importing.ovumcy import OVUMCY
from journal.exchange.importing.own_record import OWN_RECORD
from journal.exchange.importing.own_tables import OWN_TABLES
from journal.exchange.importing.parsed import Importer
from journal.exchange.importing.samsung import SAMSUNG
from journal.exchange.importing.upload import LARGEST_UPLOAD, Upload, decoded
from journal.exchange.record.backup import is_backup

IMPORTERS: Final[tuple[Importer, ...]] = (
    OWN_TABLES,
    OWN_RECORD,
    DRIP_CSV,
    DAYLIO_CSV,
    DAYLIO_BACKUP,
    CLUE,
    FLO,
    MENSINATOR,
    MENSTRUDEL,
    GARMIN,
    BEARABLE,
    NATURAL_CYCLES,
    FERTILITY_FRIEND,
    APPLE_HEALTH,
    MY_CALENDAR,
    FITBIT,
    SAMSUNG,
    OVUMCY,
)


def importer_for(upload: Upload) -> Importer:
    """Return the importer that knows this file, by its content.

    Raises:
        FormatUnknown, NotText, ArchiveUnreadable, ArchiveLocked: None does; says what kind of file
            it seems to be.
        FileTooLarge: None of those that can read so large a file does.
        RecordTooLargeHere: It is a record of our own, which may be so large elsewhere.
    """
    for importer in IMPORTERS:
        # A large file is never held as a whole, not even to tell what it is.
        if (upload.is_small or importer.begin) and importer.detects(upload):
            return importer
    if upload.head.startswith(ZIP_START):
        with upload.open() as file, opened_zip(file) as archive:
            if any(map(is_locked, archive.infolist())):
                raise ArchiveLocked
    if not upload.is_small and is_backup(upload.head):
        raise RecordTooLargeHere(upload.size, LARGEST_UPLOAD)
    content = upload.content
    if not content.startswith(ZIP_START):
        decoded(content)
    raise FormatUnknown([importer.name for importer in IMPORTERS])
