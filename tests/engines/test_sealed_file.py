"""The sealed file, opened from a folder where nobody outside answers."""

from tests.docs.test_sharing_sealed_file import TOLD
from tests.engines.page import Page
from tests.engines.world import PASSPHRASE, WORDS, World

ASKED = "return performance.getEntriesByType('resource').map(e => e.name)"
DRAWN = """
const charts = finding.all(".chart");
return charts.length > 5 && charts.every(chart => chart.querySelector(".cartesianlayer path"));
"""
# The bytes every PNG begins with (ISO/IEC 15948).
PNG = b"\x89PNG\r\n\x1a\n"


def test_a_sealed_file_opens_with_its_passphrase_alone_and_its_charts_can_be_taken_away(
    page: Page, world: World
) -> None:
    page.open(world.sealed.as_uri())
    assert page.small_fields() == []
    page.fill("Passphrase", "lantern pier meadow")
    page.press("Open")
    page.says("does not open this file")
    assert "Ada Lee" not in page.run("return document.documentElement.innerText")

    page.refill("Passphrase", f" {PASSPHRASE} ")
    page.press("Open")
    page.says(WORDS)
    page.until(DRAWN)
    page.fits()
    page.press("Take this chart away")
    page.press("Picture (PNG)")
    assert page.downloaded(".png").read_bytes().startswith(PNG)
    assert [address for address in page.run(ASKED) if address.startswith("http")] == []

    page.press("Close it again")
    page.named("field", "Passphrase")
    assert "Ada Lee" not in page.run("return document.documentElement.innerHTML")


def test_the_vector_of_the_format_opens(page: Page, world: World) -> None:
    page.open(world.vector.as_uri())
    page.fill("Passphrase", TOLD["passphrase"])
    page.press("Open")
    page.named("heading", "A word, sealed")
    assert "Café" in page.run("return document.body.innerText")
