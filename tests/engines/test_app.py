"""The journal itself in the hands of its owner: what she taps, types, hides and looks at."""

import pytest

from tests.engines.conftest import KINDS
from tests.engines.outside import Outside
from tests.engines.page import Page, eventually
from tests.engines.world import World
from tests.support.day_form import days_ago
from tests.support.waiting import PLOTTED, SETTLED

PAGES = (
    *("", "over-time", "by-cycle-day", "cycle", "calendar", "connection", "patterns", "review"),
    *("bring-along", "take-along", "share", "more"),
)
# What comes in a script of its own, as a field does, has a grey place until that is loaded.
IS_SETTLED = f"""
return ({SETTLED})(null) && !document.querySelector("[data-testid=stSkeleton]")
"""
IS_PLOTTED = f"return ({PLOTTED})(1)"
STEP = """
return finding.all(`.st-key-rating_${arguments[0]} [role=radio]`)
  .find(step => step.innerText.trim() === arguments[1])
"""
CHOSEN = "return arguments[0].getAttribute('aria-checked') === 'true'"
INNER_WIDTH = """
const main = document.querySelector("[data-testid=stMain]");
return main.scrollWidth - main.clientWidth
"""
RIGHT, SPACE = "\ue014", " "


def opened(page: Page, address: str) -> None:
    """Open a page of the app and wait until it is drawn."""
    page.open(address)
    page.until(IS_SETTLED)


def test_ratings_tapped_one_right_after_the_other_and_a_note_that_is_left_are_kept(
    page: Page, world: World
) -> None:
    day = days_ago(1000 if page.engine == "firefox" else 1001)
    address = f"{world.server.url}/?day={day.isoformat()}"
    opened(page, address)
    mood, desire = page.until(STEP, "mood", "7"), page.until(STEP, "desire", "0")
    page.click(mood)
    page.click(desire)
    page.until("return finding.all('.st-key-saved_rating_desire p').length > 0")
    kept = world.journal.day
    eventually(lambda: (kept(day).mood, kept(day).desire) == (7, 0), "both ratings")

    page.fill("Note", "A slow Sunday")
    page.type_keys("\ue004")  # Tab
    eventually(lambda: kept(day).note == "A slow Sunday", "the note")

    opened(page, address)
    for code, step in (("mood", "7"), ("desire", "0")):
        page.until(CHOSEN, page.until(STEP, code, step))
    value = page.run("return arguments[0].value", page.named("field", "Note"))
    assert value == "A slow Sunday"
    page.fits()


def test_a_rating_is_chosen_by_keyboard_alone(page: Page, world: World) -> None:
    day = days_ago(1003 if page.engine == "firefox" else 1004)
    opened(page, f"{world.server.url}/?day={day.isoformat()}")
    page.run("arguments[0].focus()", page.until(STEP, "mood", "0"))
    page.type_keys(RIGHT, RIGHT, SPACE)
    eventually(lambda: world.journal.day(day).mood is not None, "the rating")
    assert world.journal.day(day).mood == 2


def test_the_screen_is_hidden_and_comes_back(page: Page, world: World) -> None:
    opened(page, world.server.url)
    page.press("Hide the screen")
    page.until("return document.title === 'Blank'")
    assert page.texts("h1") == []
    page.reload()
    page.until("return document.title === 'Blank'")
    page.click(page.first("#tending-cover"))
    page.named("heading", "Today, ")
    page.until(IS_SETTLED)  # a page that is left half loaded complains


def test_no_page_is_wider_than_the_phone_and_no_field_makes_a_phone_come_closer(
    page: Page, world: World
) -> None:
    small = {}
    for path in PAGES:
        opened(page, f"{world.server.url}/{path}")
        if path in {"over-time", "by-cycle-day"}:
            page.until(IS_PLOTTED)
        page.fits()
        assert page.run(INNER_WIDTH) == 0, path
        small[path] = page.small_fields()
    assert {path: fields for path, fields in small.items() if fields} == {}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_where_the_system_is_dark_the_journal_and_a_link_are(
    name: str, world: World, outside: Outside, tmp_path_factory: pytest.TempPathFactory
) -> None:
    grounds = {}
    for dark in (True, False):
        engine = KINDS[name](tmp_path_factory.mktemp(name), outside.port, dark=dark)
        try:
            page = Page(engine)
            opened(page, world.server.url)
            ground = "return getComputedStyle(document.querySelector('.stApp')).backgroundColor"
            grounds[dark] = page.run(ground)
            page.open(f"{world.server.url}/desk")
            grounds[dark] += page.run("return getComputedStyle(document.body).backgroundColor")
        finally:
            engine.close()
    assert grounds == {True: "rgb(25, 28, 26)" * 2, False: "rgb(250, 247, 241)" * 2}
