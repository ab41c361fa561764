"""One file of each kind an app makes, by the name of the format that has to know it."""

from typing import Final

from journal.exchange.importing.bearable import BEARABLE
from journal.exchange.importing.clue import CLUE
from journal.exchange.importing.daylio_backup import DAYLIO_BACKUP
from journal.exchange.importing.daylio_csv import DAYLIO_CSV
from journal.exchange.importing.drip import DRIP_CSV
from journal.exchange.importing.fertility_friend import FERTILITY_FRIEND
from journal.exchange.importing.fitbit import FITBIT
from journal.exchange.importing.flo import FLO
from journal.exchange.importing.garmin import GARMIN
from journal.exchange.importing.mensinator import MENSINATOR
from journal.exchange.importing.menstrudel import MENSTRUDEL
from journal.exchange.importing.my_calendar import MY_CALENDAR
from journal.exchange.importing.natural_cycles import NATURAL_CYCLES
from journal.exchange.importing.ovumcy import OVUMCY
from journal.exchange.importing.samsung import SAMSUNG
from tests.exchange.importing import clue_files, flo_files, table_files, text_files
from tests.exchange.importing.app_files import daylio, daylio_backup, drip
from tests.exchange.importing.fuzz import as_json

DRIP: Final = {"date": "2026-03-05", "bleeding.value": "2", "desire.value": "1"}
EXAMPLES: Final[dict[str, tuple[str, bytes]]] = {
    "drip": (DRIP_CSV.name, drip(DRIP)),
    "daylio": (DAYLIO_CSV.name, daylio({"activities": "a | b", "note": "n"})),
    "daylio backup": (DAYLIO_BACKUP.name, daylio_backup({"tags": [7]})),
    "clue": (CLUE.name, clue_files.clue(*clue_files.EXAMPLE)),
    "clue zip": (CLUE.name, clue_files.clue_zip(*clue_files.EXAMPLE)),
    "clue, old": (CLUE.name, as_json(clue_files.OLD)),
    "flo": (FLO.name, as_json(flo_files.EXAMPLE)),
    "mensinator": (MENSINATOR.name, as_json(table_files.MENSINATOR)),
    "menstrudel": (MENSTRUDEL.name, as_json(table_files.MENSTRUDEL)),
    "menstrudel, intimate": (MENSTRUDEL.name, as_json(table_files.MENSTRUDEL_SEX)),
    "garmin": (GARMIN.name, table_files.garmin_zip()),
    "garmin logs": (GARMIN.name, as_json(table_files.GARMIN_LOGS)),
    "garmin cycles": (GARMIN.name, as_json(table_files.GARMIN_CYCLES)),
    "bearable": (BEARABLE.name, text_files.SAMPLE_BEARABLE),
    "natural cycles": (NATURAL_CYCLES.name, text_files.SAMPLE_NATURAL_CYCLES),
    "fertility friend": (FERTILITY_FRIEND.name, text_files.SAMPLE_FERTILITY_FRIEND),
    "my calendar": (MY_CALENDAR.name, text_files.SAMPLE_MY_CALENDAR),
    "fitbit takeout": (FITBIT.name, text_files.SAMPLE_TAKEOUT),
    "fitbit symptoms": (FITBIT.name, text_files.SAMPLE_SYMPTOMS),
    "samsung": (SAMSUNG.name, text_files.SAMPLE_SAMSUNG),
    "ovumcy": (OVUMCY.name, text_files.SAMPLE_OVUMCY),
    "ovumcy json": (OVUMCY.name, as_json(text_files.SAMPLE_OVUMCY_JSON)),
    "ovumcy app": (OVUMCY.name, as_json(text_files.SAMPLE_OVUMCY_BACKUP)),
}
