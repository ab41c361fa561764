from types import SimpleNamespace

import pytest

from journal.views import locale


@pytest.mark.parametrize(
    ("named", "written", "week_start"),
    [
        ("en-GB", "DD/MM/YYYY", 0),
        ("de", "DD/MM/YYYY", 0),
        ("en-US", "MM/DD/YYYY", 6),
        ("ja-JP", "YYYY/MM/DD", 6),
        ("zh-Hant-TW", "YYYY/MM/DD", 6),
        ("ar-EG", "DD/MM/YYYY", 5),
        (None, "DD/MM/YYYY", 0),
    ],
)
def test_dates_and_weeks_follow_the_language_of_the_browser(
    monkeypatch: pytest.MonkeyPatch, named: str | None, written: str, week_start: int
) -> None:
    monkeypatch.setattr(locale.st, "context", SimpleNamespace(locale=named))
    assert written == locale.date_format()
    assert week_start == locale.usual_week_start()


@pytest.mark.parametrize(
    ("told", "name"), [("Europe/Vienna", "Europe/Vienna"), ("", "UTC"), (None, "UTC")]
)
def test_the_zone_is_that_of_the_browser(
    monkeypatch: pytest.MonkeyPatch, told: str | None, name: str
) -> None:
    monkeypatch.setattr(locale.st, "context", SimpleNamespace(timezone=told))
    assert name == locale.zone_name()
