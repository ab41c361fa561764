"""What an open page remembers, and what it must not."""

from datetime import date

from streamlit.testing.v1 import AppTest

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)


def opened(today: date) -> AppTest:
    """Open a page that says which day is open, and can go to others."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(today: "date") -> None:
        from datetime import date, timedelta  # noqa: PLC0415  # as above

        import streamlit as st  # noqa: PLC0415  # as above

        from journal.views import state  # noqa: PLC0415  # as above

        if "now" in st.session_state:
            today = date.fromisoformat(st.session_state["now"])
        for name, days in (("past", -3), ("today", 0), ("future", 5)):
            day = today + timedelta(days=days)
            st.button(name, key=name, on_click=state.go_to_day, args=(day, today))
        st.button("before", key="before", on_click=state.go_days_on, args=(-1, today))
        st.button("after", key="after", on_click=state.go_days_on, args=(1, today))
        st.button(
            "example", key="example_", on_click=state.show_example, args=(state.Example.CHANGE,)
        )
        st.text(state.open_day(today).isoformat())
        st.text(str(state.in_example()))

    return AppTest.from_function(run, kwargs={"today": today}, default_timeout=30).run()


def after(page: AppTest, *buttons: str) -> str:
    """Press buttons and return the day that is open."""
    for button in buttons:
        page.button(key=button).click().run()
    return str(page.text[0].value)


def test_today_is_open_until_she_goes_elsewhere() -> None:
    assert after(opened(TODAY)) == "2026-11-22"


def test_a_past_day_stays_open_until_she_leaves_it() -> None:
    page = opened(TODAY)
    assert after(page, "past") == "2026-11-19"
    assert after(page, "today") == "2026-11-22"


def test_a_day_to_come_is_never_open() -> None:
    assert after(opened(TODAY), "future") == "2026-11-22"


def test_a_day_at_a_time_is_counted_from_the_open_day_and_ends_today() -> None:
    page = opened(TODAY)
    assert after(page, "before", "before") == "2026-11-20"
    assert after(page, "after") == "2026-11-21"
    assert after(page, "after", "after") == "2026-11-22"


def test_at_midnight_today_is_followed_and_a_past_day_stays() -> None:
    page = opened(TODAY)
    page.session_state["now"] = TOMORROW.isoformat()
    page.run()
    assert after(page) == "2026-11-23"
    past = opened(TODAY)
    assert after(past, "past") == "2026-11-19"
    past.session_state["now"] = TOMORROW.isoformat()
    past.run()
    assert after(past) == "2026-11-19"


def test_the_example_opens_at_today() -> None:
    page = opened(TODAY)
    assert after(page, "past", "example_") == "2026-11-22"
    assert page.text[1].value == "True"
