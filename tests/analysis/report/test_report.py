import re
from datetime import timedelta

import pytest

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Findings
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    CycleWindowQuestion,
    DatedChange,
    RelationQuestion,
    Timing,
)
from journal.analysis.report.choices import PART_NAMES, PRESET_PARTS, PartCode, Preset
from journal.analysis.report.parts import Report, Table
from journal.analysis.report.report import NOTHING
from journal.analysis.report.source import LongFindings
from journal.analysis.report.standing import MOST_SPANS
from journal.analysis.review.notes import notes_in
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, Day
from journal.domain.labels import CONTEXT_WORDS
from journal.domain.owner_settings import OwnerSettings
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal
from tests.relation_builders import answered, found
from tests.support.reports import SPAN, small_report, words_of
from tests.support.reviews import MARKUP, TODAY, small_journal


@pytest.fixture(scope="module")
def whole() -> Report:
    return small_report()


def table(made: Report, title: str) -> Table:
    blocks = [block for part in made.parts for block in part.blocks]
    return next(block for block in blocks if isinstance(block, Table) and block.title == title)


def test_completeness_comes_first_and_what_is_left_out_and_the_method_last(whole: Report) -> None:
    assert whole.parts[0].code == "completeness"
    assert [part.code for part in whole.parts][-2:] == ["left_out", "method"]
    assert "180 of 180 days hold something." in words_of(whole, "completeness")


def test_both_presets_are_made_of_the_same_parts_and_none_is_in_neither() -> None:
    assert frozenset(PartCode) == PRESET_PARTS[Preset.COACH] | PRESET_PARTS[Preset.CLINICIAN]
    assert PartCode.STAGE in PRESET_PARTS[Preset.CLINICIAN] - PRESET_PARTS[Preset.COACH]
    assert PartCode.BIDS in PRESET_PARTS[Preset.COACH] - PRESET_PARTS[Preset.CLINICIAN]


@pytest.mark.parametrize("code", list(PartCode))
def test_a_part_she_leaves_out_is_gone_and_is_named_among_what_is_left_out(code: PartCode) -> None:
    made = small_report(None, code)
    assert code not in [part.code for part in made.parts]
    assert "Left out by choice: " in words_of(made, "left_out")
    assert PART_NAMES[code].lower() in words_of(made, "left_out").lower()


def test_a_context_she_leaves_out_stands_in_no_picture_either(whole: Report) -> None:
    assert "A move" in words_of(whole, "ratings")
    assert "A move" not in words_of(small_report(None, PartCode.CONTEXTS))


@pytest.mark.parametrize(
    "kind", [ContextKind.HORMONE_THERAPY, ContextKind.PREGNANCY, ContextKind.OVARIES_REMOVED]
)
def test_a_context_she_leaves_out_is_no_reason_for_a_stage_either(kind: ContextKind) -> None:
    journal = small_journal()
    journal.kept_contexts = [Context(kind, on("2026-11-01"), id="2")]
    name = CONTEXT_WORDS[kind].lower()
    assert name in words_of(small_report(journal)).lower()
    assert name not in words_of(small_report(journal, PartCode.CONTEXTS)).lower()


def test_a_rating_she_leaves_out_is_told_of_nowhere_but_among_what_is_left_out() -> None:
    made = small_report(ratings=("mood",))
    told = [part.code for part in made.parts if part.code != "left_out"]
    assert "calm" not in words_of(made, *told).lower()
    assert "Ratings left out by choice: desire, connection and calm." in words_of(made, "left_out")


MOVE = DatedChange(on("2026-11-01"), "A move", ChangeSource.CONTEXT_START)
FOUND = LongFindings(
    Findings(
        tuple(
            found(answered(question))
            for question in (
                RelationQuestion("mood", "sign:headache", Timing.SAME_DAY),
                RelationQuestion("mood", "stress", Timing.SAME_DAY),
                ChangeQuestion("mood", MOVE),
                CycleWindowQuestion("mood", Window.PREMENSTRUAL),
            )
        ),
        (),
    ),
    {"sign:headache": "Headache"},
    "a year",
)


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ({PartCode.SIGNS}, "Headache"),
        ({PartCode.CONTEXTS}, "A move"),
        (
            {PartCode.STANDING, PartCode.CYCLES, PartCode.BLEEDING, PartCode.BY_CYCLE},
            "before a period",
        ),
    ],
)
def test_findings_about_what_she_leaves_out_are_counted_and_not_told(
    without: set[PartCode], words: str
) -> None:
    assert words in words_of(small_report(known=FOUND), "findings")
    made = words_of(small_report(None, *without, known=FOUND), "findings")
    assert words not in made
    assert "stress" in made
    assert "4 relations looked at: 4 are sure." in made
    assert "1 of the sure ones concerns what is left out of this report." in made


def test_findings_about_a_rating_she_leaves_out_are_not_told() -> None:
    made = words_of(small_report(ratings=("mood",), known=FOUND), "findings")
    assert "stress" not in made
    assert "Headache" in made


def test_she_is_named_and_her_year_of_birth_is_told_only_as_she_chooses() -> None:
    journal = small_journal()
    journal.kept_settings = OwnerSettings(birth_year=1978)
    silent = small_report(journal)
    assert [fact.name for fact in silent.facts] == ["Days", "Made on"]
    assert "Of the person: the name and the year of birth." in words_of(silent, "left_out")
    told = small_report(journal, name=" Ida ", tell_birth_year=True, reader="Dr Weber")
    assert [fact.words for fact in told.facts][:3] == [
        "Ida",
        "1978, 48 years old in 2026",
        "Dr Weber",
    ]
    assert told.about.startswith("“You” is Ida, who keeps this journal.")
    assert "Of the person" not in words_of(told, "left_out")


def test_no_note_is_in_it_but_those_she_chose_as_she_typed_them(whole: Report) -> None:
    notes = notes_in(small_journal(), SPAN)
    assert MARKUP not in words_of(whole)
    assert "Notes: none are in." in words_of(whole, "left_out")
    chosen = small_report(notes=notes)
    assert MARKUP in words_of(chosen, "notes")
    assert "Notes: 1 chosen note, and no other." in words_of(chosen, "left_out")


def test_an_empty_journal_gives_a_short_and_honest_report() -> None:
    made = small_report(InMemoryJournal())
    assert [part.code for part in made.parts] == ["completeness", "left_out", "method"]
    assert NOTHING in words_of(made, "completeness")
    assert "Nothing to tell yet: where you stand, " in words_of(made, "left_out")


def test_every_bleed_stands_with_its_length_its_days_and_its_heaviest(whole: Report) -> None:
    assert table(whole, "Each bleed").rows == (
        ("12 October 2026", None, 4, "Medium", None, "day 16, estimated"),
        ("10 November 2026", 29, 4, "Medium", None, None),
    )


def test_where_lengths_of_cycles_are_left_out_no_bleed_tells_them() -> None:
    told = table(small_report(None, PartCode.CYCLES), "Each bleed")
    assert told.columns == ("First day", "Days of bleeding", "Heaviest", "Spotting before the next")
    assert told.rows[1] == ("10 November 2026", 4, "Medium", None)


def test_a_time_apart_she_leaves_out_is_told_of_nowhere() -> None:
    journal = small_journal()
    journal.kept_contexts = [
        Context(ContextKind.TIME_APART, on("2026-11-01"), on("2026-11-06"), id="2")
    ]
    assert "Apart on 5 days." in words_of(small_report(journal), "moments")
    assert "part on" not in words_of(small_report(journal, PartCode.CONTEXTS), "moments", "account")


def test_a_criterion_of_many_years_tells_its_newest_dates_and_counts_the_others() -> None:
    onsets = [TODAY - timedelta(days=28 * place + 9 * (place % 3)) for place in range(1, 120)]
    days = [
        Day(onset + timedelta(days=more), bleeding=Bleeding.MEDIUM)
        for onset in onsets
        for more in range(3)
        if onset + timedelta(days=more) <= TODAY
    ]
    rows = table(small_report(InMemoryJournal(days)), "Bleeding criteria of STRAW+10").rows
    said = [str(row[-1]) for row in rows if row[-1] is not None]
    assert max(words.count(";") for words in said) == MOST_SPANS
    assert any(re.match(r"\d+ earlier ones; ", words) for words in said)


def test_bleeding_is_counted_by_amount_and_what_is_no_period_is_said() -> None:
    days = [
        Day(on("2026-11-01"), bleeding=Bleeding.FLOODING),
        Day(on("2026-11-02"), bleeding=Bleeding.SPOTTING),
        Day(on("2026-11-20"), bleeding=Bleeding.LIGHT, not_my_period=True),
    ]
    said = words_of(small_report(InMemoryJournal(days)), "bleeding")
    assert "Bleeding on 3 days: spotting on 1, light on 1 and flooding on 1." in said
    assert "On 1 day you marked it as not your period." in said


def test_signs_are_counted_by_strength_with_silence_apart_from_not_today(whole: Report) -> None:
    assert table(whole, "Days of each sign").rows == (("Headache", 1, 1, None, None, None),)


def test_the_method_tells_of_the_parts_that_are_in_it_and_of_no_other(whole: Report) -> None:
    assert "Wilson 1927" in words_of(whole, "method")
    assert "Wilson 1927" not in words_of(small_report(None, PartCode.BIDS), "method")


def test_nothing_after_the_day_it_was_made_on_is_in_it() -> None:
    ahead = Day(TODAY + timedelta(days=1), mood=0, bleeding=Bleeding.FLOODING)
    journal = small_journal()
    before = words_of(small_report(journal))
    journal.recorded = [*journal.recorded, ahead]
    assert before == words_of(small_report(journal))


def test_where_no_cycles_are_told_no_phase_is_drawn_beside_the_ratings(whole: Report) -> None:
    assert "Phase" in words_of(whole, "ratings") or "cycles began" in words_of(whole, "ratings")
    cycleless = (PartCode.STANDING, PartCode.CYCLES, PartCode.BY_CYCLE, PartCode.BLEEDING)
    said = words_of(small_report(None, *cycleless), "ratings")
    assert "began" not in said
    assert "Bleeding" not in said
    assert "Ovulation" not in said
