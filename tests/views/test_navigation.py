"""The places at the bottom and at the side, and the switch between the pages of charts."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

PLACES = ["Today", "Calendar", "Cycle", "Connection", "Over time", "By cycle day", "More"]
BOTTOM = ["Today", "Calendar", "Cycle", "Connection", "Charts", "More"]
HIDE = "Hide the screen"
CHARTS = ["Over time", "By cycle day"]


def run(places: "list[str]", chart_titles: "list[str]", opened: "str") -> None:
    """Be one page of a journal."""
    import streamlit as st  # noqa: PLC0415 - the function runs as a script of its own

    from journal.views.navigation import navigation_bars  # noqa: PLC0415 - as above

    pages = [
        st.Page(
            lambda: None,
            title=title,
            url_path=title.lower().replace(" ", "-"),
            default=title == opened,
        )
        for title in places
    ]
    charts = [page for page in pages if page.title in chart_titles]
    chosen = st.navigation(pages, position="hidden")
    navigation_bars(pages, charts=charts, opened=chosen)


def links(opened: str) -> dict[str, list[Any]]:
    """Open a page and return the links of each bar."""
    kwargs = {"places": PLACES, "chart_titles": CHARTS, "opened": opened}
    page = AppTest.from_function(run, kwargs=kwargs, default_timeout=30).run()
    assert not page.exception
    return {
        bar: [child.proto for child in block.children.values()]
        for block in page.get("flex_container")
        for bar in ("side_nav", "bottom_bar", "chart_pages")
        if block.proto.id.endswith(bar)
    }


@pytest.mark.parametrize("opened", PLACES)
def test_every_page_stands_at_the_side(opened: str) -> None:
    *places, hide = links(opened)["side_nav"]
    assert [link.label for link in places] == PLACES
    assert hide.label == HIDE


@pytest.mark.parametrize("opened", PLACES)
def test_the_charts_share_one_place_at_the_bottom(opened: str) -> None:
    *places, hide = links(opened)["bottom_bar"]
    assert [link.label for link in places] == BOTTOM
    assert hide.label == HIDE


@pytest.mark.parametrize("opened", CHARTS)
def test_the_place_of_the_charts_leads_to_the_one_that_is_open(opened: str) -> None:
    there = links(opened)
    assert [link.label for link in there["chart_pages"]] == CHARTS
    (own,) = (link for link in there["chart_pages"] if link.label == opened)
    assert own.page_script_hash == there["bottom_bar"][BOTTOM.index("Charts")].page_script_hash


@pytest.mark.parametrize("opened", ["Today", "More"])
def test_elsewhere_it_leads_to_the_first_chart_and_no_switch_stands_on_the_page(
    opened: str,
) -> None:
    there = links(opened)
    assert "chart_pages" not in there
    first = there["side_nav"][PLACES.index(CHARTS[0])]
    assert first.page_script_hash == there["bottom_bar"][BOTTOM.index("Charts")].page_script_hash
