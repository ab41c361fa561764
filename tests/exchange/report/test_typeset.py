from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from journal.analysis.report.parts import Report, ReportPart, Table
from journal.exchange.report.document import Paper, pictures
from journal.exchange.report.typeset import report_pdf
from tests.in_memory_journal import InMemoryJournal
from tests.support.reports import DRAWING, drawn, small_report, words_of


@pytest.fixture(scope="module")
def small() -> Report:
    return small_report(name="Ida")


@pytest.fixture(scope="module")
def opened(small: Report) -> PdfReader:
    return PdfReader(BytesIO(report_pdf(small, drawn(small), Paper.A4).content))


def squeezed(words: str) -> str:
    return "".join(words.split())


def text_of(reader: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def structure(node: Any) -> Iterator[Any]:
    """Go through the tags of a document."""
    if isinstance(node, list):
        for child in node:
            yield from structure(child.get_object())
    elif hasattr(node, "get"):
        yield node
        if "/K" in node:
            yield from structure(node["/K"].get_object())


def tags(reader: PdfReader) -> list[Any]:
    return list(structure(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_every_sentence_is_text_in_it(small: Report, opened: PdfReader) -> None:
    text = text_of(opened)
    for sentence in ("180 of 180 days hold something.", "12 October 2026", "Bids you made that"):
        assert squeezed(sentence) in text
    for part in small.parts:
        assert squeezed(part.title) in text


def test_it_is_made_for_a_screen_reader(small: Report, opened: PdfReader) -> None:
    root = opened.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert opened.metadata is not None
    assert opened.metadata.title == small.title
    assert opened.metadata.author == "Ida"
    assert b"pdfuaid" in opened.xmp_metadata.stream.get_data()
    kinds = {tag.get("/S") for tag in tags(opened)}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/Table", "/TH", "/Figure"} <= kinds


def test_every_picture_is_told_in_words(small: Report, opened: PdfReader) -> None:
    told = [tag["/Alt"] for tag in tags(opened) if tag.get("/S") == "/Figure"]
    assert told == [picture.chart.sentence for picture in pictures(small)]


def test_its_fonts_are_within_and_its_pictures_are_lines(opened: PdfReader) -> None:
    for page in opened.pages:
        resources = page["/Resources"]
        for font in resources["/Font"].values():
            (descendant,) = font["/DescendantFonts"]
            descriptor = descendant["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
        assert [image.name for image in page.images] == []
    assert "Mood,drawn" in text_of(opened)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_its_sheets_have_the_size_she_chose_and_are_numbered(
    small: Report, paper: Paper, size: tuple[int, int]
) -> None:
    pages = PdfReader(BytesIO(report_pdf(small, {}, paper).content)).pages
    for number, page in enumerate(pages, start=1):
        assert size == (round(page.mediabox.width), round(page.mediabox.height))
        assert f"Page{number}of{len(pages)}" in squeezed(page.extract_text())


def test_the_same_report_of_the_same_day_is_the_same_file(small: Report) -> None:
    first, second = (report_pdf(small, drawn(small), Paper.A4) for _ in range(2))
    assert first == second


def test_a_picture_that_did_not_come_is_told_in_words_alone(small: Report) -> None:
    made = report_pdf(small, {}, Paper.A4)
    assert made.accessible
    reader = PdfReader(BytesIO(made.content))
    assert not [tag for tag in tags(reader) if tag.get("/S") == "/Figure"]
    assert squeezed("Mood was rated on 180 days") in text_of(reader)


def test_letters_its_fonts_lack_stop_no_report() -> None:
    made = small_report(name="Ida \U0001f600 花 \x00\ud800 \ue000")
    reader = PdfReader(BytesIO(report_pdf(made, {}, Paper.A4).content))
    assert "Ida" in text_of(reader)


def test_a_word_longer_than_a_line_stays_on_the_sheet() -> None:
    made = small_report(reader="a" * 400)
    reader = PdfReader(BytesIO(report_pdf(made, {}, Paper.A4).content))
    written = reader.pages[0].extract_text().replace("\u200b", "")
    assert "a" * 400 in squeezed(written)
    assert max(map(len, written.splitlines())) < 200


def test_no_table_runs_off_the_foot_of_a_sheet() -> None:
    rows = tuple((f"Row {number}", "a sentence of hers " * 25) for number in range(13))
    part = ReportPart("contexts", "Long", (Table("Long cells", ("One", "Two"), rows),))
    report = replace(small_report(InMemoryJournal()), parts=(part,))
    reader = PdfReader(BytesIO(report_pdf(report, {}, Paper.LETTER).content))
    heights: list[float] = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda _words, _cm, tm, *_: heights.append(tm[5]))
    assert len(reader.pages) > 1
    assert min(heights) >= 0
    assert "Row12" in text_of(reader)


def test_the_report_of_an_empty_journal_is_one_page() -> None:
    made = small_report(InMemoryJournal())
    reader = PdfReader(BytesIO(report_pdf(made, {}, Paper.A4).content))
    assert len(reader.pages) == 1
    assert squeezed(words_of(made, "completeness")) in text_of(reader)
    assert DRAWING not in text_of(reader)
