"""The harness itself: what went wrong in a page, and whom it asked, does come to be known."""

from pathlib import Path

from tests.engines.outside import Outside
from tests.engines.page import Engine, Page, eventually

BROKEN = """<!doctype html><meta charset="utf-8"><title>Broken</title>
<p id="words">Here</p>
<script>
  setTimeout(() => { throw new Error("thrown in the page"); }, 300);
  setTimeout(() => { document.body.append(Object.assign(new Image(),
    { src: "http://elsewhere.example/picture.png" })); }, 300);
</script>"""


def test_what_breaks_in_a_page_and_whom_it_asks_is_known(
    engine: Engine, outside: Outside, tmp_path: Path
) -> None:
    file = tmp_path / "broken.html"
    file.write_text(BROKEN, encoding="utf-8")
    page = Page(engine)
    page.open(file.as_uri())
    page.says("Here")
    eventually(lambda: any("elsewhere.example" in line for line in outside.asked), "the request")
    # Of a file WebKit does not say what broke in it, only that something did.
    told = {"firefox": "thrown in the page", "webkit": "Script error."}[engine.name]
    eventually(lambda: any(told in line for line in page.went_wrong()), "the error")
    assert {line.split()[1] for line in outside.asked} <= {
        "elsewhere.example:443",
        "http://elsewhere.example/picture.png",
    }
    outside.asked.clear()
