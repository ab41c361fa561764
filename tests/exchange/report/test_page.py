import re

import pytest

from journal.analysis.report.parts import Report
from journal.analysis.review.notes import notes_in
from journal.exchange.report.document import Paper, pictures, report_stem
from journal.exchange.report.page import report_html
from tests.builders import on
from tests.support.reports import SPAN, drawn, small_report
from tests.support.reviews import small_journal


@pytest.fixture(scope="module")
def small() -> Report:
    return small_report(name='Ida "x" } </style>', notes=notes_in(small_journal(), SPAN))


@pytest.fixture(scope="module")
def page(small: Report) -> str:
    return report_html(small, drawn(small), Paper.LETTER)


def test_a_file_is_named_by_the_days_it_is_about() -> None:
    stem = report_stem(on("2026-05-01"), on("2026-10-31"))
    assert stem == "tending-report-2026-05-01-to-2026-10-31"


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    made = small_report()
    page = report_html(made, drawn(made), Paper.A4)
    assert "<script" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page
    addresses = re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?([^\"')]{12})", page)
    assert {"data:image/s"} == set(addresses)


def test_what_she_typed_is_text_in_it_and_ends_no_style(page: str) -> None:
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; **bold**" in page
    assert page.count("</style>") == 1
    assert "Ida \\000022x\\000022 \\00007d \\00003c\\00002fstyle\\00003e" in page


def test_every_picture_is_told_in_words_to_those_who_do_not_see_it(
    small: Report, page: str
) -> None:
    told = re.findall(r'<img src="data:[^"]+" alt="([^"]+)">', page)
    assert len(pictures(small)) == len(told)
    assert any("Mood was rated on 180 days" in words for words in told)


def test_it_prints_on_the_sheet_she_chose(small: Report, page: str) -> None:
    assert "size: letter;" in page
    assert "size: A4;" in report_html(small, {}, Paper.A4)
