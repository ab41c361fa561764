"""Her words come out of both files as she typed them, whatever they would mean to the writer."""

import html
import re
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.analysis.report.parts import Fact, Listed, Paragraph, Report, ReportPart, Table
from journal.exchange.report.document import Paper
from journal.exchange.report.page import report_html
from journal.exchange.report.typeset import report_pdf
from tests.support.reviews import TODAY

# What begins something in the typesetter's language, in HTML, in CSS or in a template of Python.
MARKS = "#[]{}()$*_`<>@\\/=~-+'\"^|&;:!?.%,"
TYPED = st.text(alphabet=f"ab1é {MARKS}", min_size=1, max_size=60).filter(str.strip)


def saying(words: str) -> Report:
    """Return a report with the words in every kind of place."""
    table = Table(words, (words, "n"), ((words, 1),))
    part = ReportPart("part", "Part", (Paragraph(words), Listed((words,)), table))
    facts = (Fact("Kept by", words), Fact("Made on", "22 November 2026"))
    return Report("Title", TODAY, words, facts, words, (part,))


def squeezed(words: str) -> str:
    return "".join(words.split())


@given(TYPED)
@settings(max_examples=30)
def test_the_pdf_holds_her_words_in_every_place(words: str) -> None:
    made = report_pdf(saying(words), {}, Paper.A4)
    reader = PdfReader(BytesIO(made.content))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert made.accessible
    assert text.replace("\u200b", "").count(squeezed(words)) >= 7


@given(TYPED)
@settings(max_examples=100)
def test_the_page_holds_her_words_in_every_place(words: str) -> None:
    page = report_html(saying(words), {}, Paper.A4)
    body = page[page.index("<body>") :]
    told = html.unescape(re.sub(r"<[^>]*>", "", body))
    assert told.count(words) >= 6
    assert not re.findall(
        r"<(?!/?(?:body|main|h1|h2|h3|dl|dt|dd|p|section|ul|li|div|table|thead|tbody|tr|th|td|html)\b)",
        body,
    )
