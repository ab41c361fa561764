"""The bench of Apple Health writes exports the journal reads, and reads them by every reader."""

import zipfile
from pathlib import Path

import pytest

from bench.apple_health import READERS, OnDisk, main, write_export
from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.parsed import NO_CHOICES
from journal.exchange.importing.upload import Upload


def test_what_it_writes_is_an_export_of_that_size(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    write_export(path, 0.5)
    assert path.stat().st_size == pytest.approx(500_000, rel=0.05)
    parsed = FileReading(Upload("x", OnDisk(path))).parsed(NO_CHOICES)
    assert parsed.format == "Apple Health"
    assert parsed.days


@pytest.mark.parametrize("name", READERS)
def test_every_reader_reads_it_and_says_in_what_time_and_memory(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "export"
    document = path.with_suffix(".xml")
    write_export(document, 0.1)
    if name.endswith("zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(document, "export.xml")
    else:
        document.rename(path)
    assert main(["--read", name, str(path)]) == 0
    seconds, peak = map(float, capsys.readouterr().out.split())
    assert seconds > 0
    assert 10 < peak < 2_000
