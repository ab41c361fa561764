"""Files in and out of the journal: a chart, a backup, and another app's record."""

import gzip
import json
from xml.etree import ElementTree as ET

from tests.browser.test_import import DRIP
from tests.engines.page import Page
from tests.engines.test_app import IS_PLOTTED, IS_SETTLED, opened
from tests.engines.test_sealed_file import PNG
from tests.engines.world import World


def test_a_chart_is_taken_away_as_a_picture_and_as_a_drawing(page: Page, world: World) -> None:
    opened(page, f"{world.server.url}/over-time")
    page.until(IS_PLOTTED)
    page.press("Take away")
    page.press("Picture (PNG)")
    assert page.downloaded(".png").read_bytes().startswith(PNG)
    page.press("Picture for enlarging (SVG)")
    drawing = ET.parse(page.downloaded(".svg"))  # noqa: S314 - the journal's own drawing
    assert "Tending" in "".join(drawing.getroot().itertext())


def test_a_backup_arrives_whole(page: Page, world: World) -> None:
    opened(page, f"{world.server.url}/take-along")
    page.press("Backup", "radio")
    page.press("Open", "radio")
    page.press("Make an open backup")
    content = json.loads(gzip.decompress(page.downloaded(".json.gz").read_bytes()))
    assert len(content["days"]) == len(world.journal.snapshot().days)


def test_another_app_s_file_is_brought_along_and_taken_back(page: Page, world: World) -> None:
    opened(page, f"{world.server.url}/bring-along")
    file = world.folder / "drip.csv"
    file.write_bytes(DRIP)
    page.choose_file(file)
    page.says("This is a drip CSV file with 6 days, from 20 February 2026")
    page.until(IS_SETTLED)
    before = len(world.journal.imports())
    page.press("Import")
    page.says("Brought along:")
    assert len(world.journal.imports()) == before + 1
    page.press("Undo this import")
    page.says("The import was taken back.")
    assert world.journal.imports()[0].undone
