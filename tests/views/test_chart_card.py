from typing import Any

from streamlit.testing.v1 import AppTest

from tests.builders import on

TODAY = on("2026-11-22")
HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](https://example.org)"


def run(**changes: "Any") -> None:
    """Be a page with one chart."""
    from datetime import date  # noqa: PLC0415 - the function runs as a script of its own

    import plotly.graph_objects as go  # noqa: PLC0415 - as above
    import streamlit as st  # noqa: PLC0415 - as above

    from journal.charts.chart import Chart, ChartTable  # noqa: PLC0415 - as above
    from journal.views.chart_card import chart_card  # noqa: PLC0415 - as above

    def figure(_shade: object) -> go.Figure:
        st.session_state["drawn"] = st.session_state.get("drawn", 0) + 1
        return go.Figure(go.Scatter(x=[1, 2], y=[3, 7]))

    words = {"title": "Mood over time", "subtitle": "March", "sentence": "It was 3 and 7."}
    rows = tuple((number, 5) for number in range(changes.pop("rows", 2)))
    table = ChartTable(("Day", "Mood"), rows)
    chart = Chart(key="mood", table=table, figure=figure, **(words | changes))
    tapped = chart_card(
        chart, key="card", today=date(2026, 11, 22), tappable="card.open" in st.session_state
    )
    st.text(f"open: {tapped}")


def card(*, state: dict[str, object] | None = None, **changes: Any) -> AppTest:
    page = AppTest.from_function(run, kwargs=changes, default_timeout=30)
    for key, value in (state or {}).items():
        page.session_state[key] = value
    page.run()
    assert not page.exception
    return page


def bodies(page: AppTest) -> str:
    return " ".join(element.proto.body for element in page.get("html"))


def test_a_chart_stands_with_its_title_its_dates_and_its_sentence() -> None:
    shown = bodies(card())
    for words in ("Mood over time", "March", "It was 3 and 7."):
        assert words in shown


def test_the_figure_says_its_sentence_to_who_cannot_see_it() -> None:
    chart = card().get("plotly_chart")[0]
    assert "It was 3 and 7." in str(chart.proto)


def test_the_chart_can_be_shared_with_no_other_host() -> None:
    config = card().get("plotly_chart")[0].proto.config
    assert '"showSendToCloud": false' in config
    assert '"plotlyServerURL": ""' in config


def test_an_empty_chart_says_what_is_missing_and_draws_nothing() -> None:
    page = card(empty=True, sentence="Two more cycles are needed.")
    assert "Two more cycles are needed." in bodies(page)
    assert not page.get("plotly_chart")
    assert not page.get("popover")
    assert "drawn" not in page.session_state


def test_words_are_shown_as_they_were_typed() -> None:
    shown = bodies(card(title=HOSTILE, subtitle=HOSTILE, sentence=HOSTILE))
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_nothing_is_built_for_a_closed_menu_or_table() -> None:
    page = card()
    assert page.session_state["drawn"] == 1
    assert not page.get("bidi_component")
    assert "<table" not in bodies(page)


def test_opening_the_numbers_shows_them_in_a_table() -> None:
    page = card(state={"card.numbers": True})
    assert '<th scope="col">Mood</th>' in bodies(page)


def test_a_long_table_is_cut_and_says_where_the_rest_is() -> None:
    page = card(state={"card.numbers": True}, rows=900)
    assert bodies(page).count("<tr>") == 401
    assert "The first 400 of 900 rows" in page.caption[0].value


def test_the_open_menu_offers_pictures_a_page_and_the_numbers() -> None:
    page = card(state={"card.take_away": True})
    assert page.get("bidi_component")
    labels = [button.label for button in page.get("download_button")]
    assert labels == ["Live chart for any browser (HTML)", "The numbers (CSV)"]


def test_a_chart_says_which_of_its_marks_is_open() -> None:
    page = card(state={"card.open": "mood-stress"})
    assert "open: mood-stress" in [each.value for each in page.text]
    assert "st-key-card" in str(page.get("bidi_component")[0].proto)


def test_a_chart_that_cannot_be_tapped_listens_to_nothing() -> None:
    page = card()
    assert "open: None" in [each.value for each in page.text]
    assert not page.get("bidi_component")
