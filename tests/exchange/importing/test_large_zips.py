import io
from dataclasses import dataclass

import pytest

from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.fitbit import FITBIT
from journal.exchange.importing.formats import importer_for
from journal.exchange.importing.garmin import GARMIN
from journal.exchange.importing.parsed import NO_CHOICES, Importer
from journal.exchange.importing.samsung import SAMSUNG
from journal.exchange.importing.upload import LARGEST_UPLOAD, Upload
from tests.exchange.importing.app_files import read
from tests.exchange.importing.table_files import garmin_zip
from tests.exchange.importing.text_files import SAMPLE_SAMSUNG, SAMPLE_TAKEOUT, many_zipped

SAMSUNG_ZIP = many_zipped({"x/com.samsung.health.cycle.flow.2026.csv": SAMPLE_SAMSUNG})


@dataclass(frozen=True)
class LargeZip:
    """A zip on the disk that is larger than what may be held in memory."""

    content: bytes
    size: int = LARGEST_UPLOAD + 1

    def open(self) -> io.BytesIO:
        """Open it."""
        return io.BytesIO(self.content)


@pytest.mark.parametrize(
    ("importer", "content"),
    [(FITBIT, SAMPLE_TAKEOUT), (SAMSUNG, SAMSUNG_ZIP), (GARMIN, garmin_zip())],
)
def test_a_zip_of_any_size_is_read_by_its_few_members(importer: Importer, content: bytes) -> None:
    upload = Upload("export.zip", LargeZip(content))
    assert importer.name == importer_for(upload).name
    parsed = read(content)
    assert parsed.days
    assert parsed == FileReading(upload).parsed(NO_CHOICES)
