"""Whatever a journal holds and whatever she leaves out, both files can be made."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.analysis.report.choices import PartCode, ReportChoices
from journal.analysis.report.report import report
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.stages import Stage, StageDeclaration
from journal.exchange.report.document import Paper, pictures
from journal.exchange.report.page import report_html
from journal.exchange.report.typeset import report_pdf
from journal.storage import memory_journal
from tests.strategies import TEXTS, day_changes
from tests.support.reports import drawn
from tests.support.reviews import TODAY

REACH = 70
AGO = st.integers(0, REACH)
CHOICES = st.builds(
    ReportChoices,
    range_=st.integers(1, REACH).map(lambda days: DateRange.last_days(days, TODAY)),
    parts=st.frozensets(st.sampled_from(PartCode)),
    ratings=st.lists(st.sampled_from(list(RATINGS)), unique=True).map(tuple),
    name=TEXTS,
    reader=TEXTS,
    tell_birth_year=st.booleans(),
)


@given(
    days=st.dictionaries(AGO, day_changes(), max_size=12),
    kinds=st.dictionaries(AGO, st.sampled_from(ContextKind), max_size=2),
    stages=st.dictionaries(AGO, st.sampled_from(Stage), max_size=2),
    choices=CHOICES,
)
@settings(max_examples=15)
def test_any_journal_gives_both_files(
    days: dict[int, dict[str, object]],
    kinds: dict[int, ContextKind],
    stages: dict[int, Stage],
    choices: ReportChoices,
) -> None:
    journal = memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    for ago, changes in days.items():
        journal.save_day(TODAY - timedelta(days=ago), changes)
    for ago, kind in kinds.items():
        journal.save_context(Context(kind, TODAY - timedelta(days=ago), name="#[x] <b>"))
    for ago, stage in stages.items():
        journal.declare_stage(StageDeclaration(TODAY - timedelta(days=ago), stage))
    made = report(journal, choices, TODAY)
    shown = drawn(made)
    page = report_html(made, shown, Paper.A4)
    assert len(pictures(made)) == page.count("<img ")
    assert "<b>" not in page
    assert PdfReader(BytesIO(report_pdf(made, shown, Paper.LETTER).content)).pages
    told = {part.code for part in made.parts} & {*PartCode}
    assert told <= choices.parts
