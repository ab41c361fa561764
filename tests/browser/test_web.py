"""What a browser makes of the journal's shell: the policy, the places, the tap targets."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import assert_no_violations
from tests.support.pages import NewPage
from tests.support.server import JournalServer
from tests.support.waiting import plotted, settled

APP = """
from pathlib import Path
import streamlit as st
from journal.web.application import build_application

app = st.App(**build_application(script=Path(__file__).parent / "small_script.py"))
print("the app was imported", flush=True)
"""
SCRIPT = '''
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

import small_app  # as the journal's own script imports app

JS = """
export default function({ parentElement }) {
  parentElement.querySelector("button").onclick = async () => {
    const url = await window.Plotly.toImage({ data: [{ y: [1, 2] }] }, { format: "svg" });
    parentElement.querySelector("p").textContent = "picture " + url.slice(0, 18);
  };
}
"""
HTML = """
<button>Draw</button><p></p>
"""


def today():
    st.title("Today")
    for name in ("mood", "desire"):
        with st.container(key=f"rating_{name}"):
            st.segmented_control(name.capitalize(), range(11), key=name)
    with st.container(key="chips_moments", horizontal=True):
        st.button("Long hug", key="hug")
    st.toggle("Apart", key="apart")
    st.text_input("With whom", key="who")


def everything():
    st.title("Everything")
    st.plotly_chart(go.Figure(go.Scatter(x=[1, 2], y=[2, 1])), key="chart")
    st.dataframe(pd.DataFrame({"mood": [1, 2]}), key="table", hide_index=True)
    st.download_button("Take away", "day,mood", file_name="days.csv", key="csv")
    file = st.file_uploader("Bring in", key="file")
    if file:
        st.text(f"{len(file.getvalue())} bytes came in")
    st.components.v2.component("picture", html=HTML, js=JS)(key="picture")
    if st.button("Break", key="break"):
        raise RuntimeError("the secret of the machine room")


pages = [st.Page(today, title="Today"), st.Page(everything, title="Everything")]
page = st.navigation(pages, position="hidden")
with st.sidebar, st.container(key="side_nav"):
    for target in pages:
        st.page_link(target)
page.run()
with st.bottom, st.container(key="bottom_bar", horizontal=True, wrap=False):
    for target in pages:
        st.page_link(target)
st.container(key="the-end").text("The end")
'''
END = ".st-key-the-end"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    folder = tmp_path_factory.mktemp("small")
    (folder / "small_app.py").write_text(APP, encoding="utf-8")
    (folder / "small_script.py").write_text(SCRIPT, encoding="utf-8")
    with JournalServer(folder / "data", script=str(folder / "small_app.py")) as server:
        yield server


def open_at(page: Page, server: JournalServer, path: str = "") -> list[str]:
    """Open a page and return the list in which its complaints about the policy gather."""
    complaints: list[str] = []

    def listen(text: str) -> None:
        if "Content Security Policy" in text:
            complaints.append(text)

    page.on("console", lambda message: listen(message.text))
    page.goto(f"{server.url}/{path}")
    settled(page, END)
    return complaints


def test_every_kind_of_element_works_under_the_policy(
    small: JournalServer, desktop_page: Page
) -> None:
    complaints = open_at(desktop_page, small, "everything")
    plotted(desktop_page)
    expect(desktop_page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    desktop_page.get_by_role("button", name="Draw").click()
    expect(desktop_page.get_by_text("picture data:image/svg+xml")).to_be_visible()
    with desktop_page.expect_download() as download:
        desktop_page.get_by_role("button", name="Take away").click()
    assert download.value.path().read_text(encoding="utf-8") == "day,mood"
    body = {"name": "days.csv", "mimeType": "text/csv", "buffer": b"12345"}
    desktop_page.locator("input[type=file]").set_input_files(files=[body])
    expect(desktop_page.get_by_text("5 bytes came in")).to_be_visible()
    assert complaints == []


def test_the_script_finds_the_app_that_the_server_has_loaded(
    small: JournalServer, desktop_page: Page
) -> None:
    open_at(desktop_page, small)
    assert small.log.read_text(encoding="utf-8").count("the app was imported") == 1


def test_the_shell_and_its_elements_are_accessible(small: JournalServer, phone_page: Page) -> None:
    for path in ("", "everything"):
        open_at(phone_page, small, path)
        assert_no_violations(phone_page)


def test_a_reader_sees_a_sentence_and_no_traceback(
    small: JournalServer, desktop_page: Page
) -> None:
    open_at(desktop_page, small, "everything")
    desktop_page.get_by_role("button", name="Break").click()
    expect(desktop_page.get_by_text("Whatever was marked as saved is saved.")).to_be_visible()
    shown = desktop_page.locator("body").inner_text()
    assert "secret" not in shown
    assert "Traceback" not in shown
    assert "the secret of the machine room" in small.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "columns"), [(390, 6), (1280, 11)])
def test_every_step_of_a_rating_can_be_hit(
    small: JournalServer, new_page: NewPage, width: int, columns: int
) -> None:
    page = new_page(width, 844)
    open_at(page, small)
    steps = page.locator(".st-key-rating_mood button")
    expect(steps).to_have_count(11)
    boxes = [step.bounding_box() for step in steps.all()]
    sizes = [(box["width"], box["height"], box["y"]) for box in boxes if box]
    assert all(wide >= 40 and high >= 44 for wide, high, _ in sizes)
    assert columns == sum(top == sizes[0][2] for _, _, top in sizes)
    assert width == page.evaluate("document.documentElement.scrollWidth")


def test_a_rating_shows_whether_it_is_open(small: JournalServer, phone_page: Page) -> None:
    open_at(phone_page, small)
    zero = phone_page.get_by_role("radiogroup", name="Mood").get_by_role("radio").first
    expect(zero).to_be_visible()
    expect(zero).to_have_css("border-style", "dashed")
    zero.click()
    expect(zero).to_be_checked()
    settled(phone_page, END)
    expect(zero).to_have_css("border-style", "solid")
    expect(zero).to_have_css("background-color", "rgb(31, 93, 85)")


def test_a_phone_has_its_pages_at_the_bottom(small: JournalServer, phone_page: Page) -> None:
    open_at(phone_page, small)
    expect(phone_page.locator(".st-key-side_nav")).to_be_hidden()
    links = phone_page.locator(".st-key-bottom_bar a")
    expect(links).to_have_text(["Today", "Everything"], use_inner_text=False)
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 48


def test_a_desktop_has_its_pages_at_the_side(small: JournalServer, desktop_page: Page) -> None:
    open_at(desktop_page, small)
    expect(desktop_page.locator(".st-key-bottom_bar")).to_be_hidden()
    expect(desktop_page.locator(".st-key-side_nav a")).to_have_count(2)
    expect(desktop_page.locator(".st-key-side_nav a").first).to_be_visible()


def test_everything_on_a_phone_is_large_enough_to_touch(
    small: JournalServer, phone_page: Page
) -> None:
    open_at(phone_page, small)
    expect(phone_page.get_by_label("With whom")).to_be_visible()
    expect(phone_page.get_by_role("radio")).to_have_count(22)
    controls = phone_page.locator("main").locator(
        "button, a[data-testid=stPageLink-NavLink], [data-testid=stCheckbox] label"
    )
    heights = [
        box["height"] for control in controls.all() if (box := control.bounding_box()) is not None
    ]
    assert heights
    assert min(heights) >= 44
