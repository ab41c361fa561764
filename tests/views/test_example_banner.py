"""The mark of an example journal, and the ways out of it."""

import pytest
from streamlit.testing.v1 import AppTest

from journal.views.state import Example


def opened(example: Example | None) -> AppTest:
    """Be a page on which an example is open."""

    # Runs as a script of its own, where the names of this file are not known.
    def run() -> None:
        from journal.views.example_banner import example_banner  # noqa: PLC0415  # as above

        example_banner()

    page = AppTest.from_function(run, default_timeout=30)
    page.session_state["example"] = example.value if example else None
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    return " ".join(element.value for element in page.markdown)


@pytest.mark.parametrize("example", Example)
def test_an_example_says_what_it_is_and_that_nothing_is_kept(example: Example) -> None:
    assert "Example journal." in shown(opened(example))
    assert "nothing you tap is kept" in shown(opened(example))


def test_each_example_leads_to_the_other_and_back() -> None:
    page = opened(Example.CHANGE)
    assert "into menopause" in shown(page)
    page.button(key="example.other").click().run()
    assert "A year of regular cycles" in shown(page)
    page.button(key="example.other").click().run()
    assert "into menopause" in shown(page)


@pytest.mark.parametrize("example", Example)
def test_an_example_is_left_in_one_tap(example: Example) -> None:
    page = opened(example)
    page.button(key="example.leave").click().run()
    assert shown(page) == ""


def test_her_own_journal_has_no_banner() -> None:
    assert shown(opened(None)) == ""
