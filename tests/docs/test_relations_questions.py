"""What docs/relations/questions.md says of the questions is what the code does, row by row."""

import importlib
import re

import numpy as np
import pytest

from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Answer, Sureness
from journal.analysis.relations.ask import ask
from journal.analysis.relations.exposures import bank, contrast_of
from journal.analysis.relations.findings import findings
from journal.analysis.relations.questions import (
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.environment import PROJECT
from tests.analysis.relations.made_up import record_of

PAGE = (PROJECT / "docs" / "relations" / "questions.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?[\d.]+", text.replace("−", "-"))]


MEASURES = rows("measure | what it is")
COMPARED = rows("measure | recorded")
LEFT = rows("day by day")
ANSWERS = rows("outcome")
MANY = rows("p of what was asked")
NEEDED = rows("needed")
CHOSEN = rows("constant")


def letters(measure: str) -> Floats:
    """One number for each day of the record on the page."""
    (line,) = re.findall(rf"^{measure} +([\d. ]+)$", PAGE, re.MULTILINE)
    return np.array([np.nan if one == "." else float(one) for one in line.replace(" ", "")])


def asked(outcome: str, about: str) -> Question:
    """Read a question as the table names it."""
    if about == "whole cycle":
        return CycleWholeQuestion(outcome)
    exposure, _, when = about.partition(", ")
    if exposure == "window":
        return CycleWindowQuestion(outcome, Window(when))
    if about.endswith(" is high"):
        moments, stress = about.removesuffix(" is high").split(" while ")
        return ModerationQuestion(outcome, moments, stress)
    return RelationQuestion(outcome, exposure, Timing(when.replace(" ", "_")))


QUESTIONS = [asked(row[0], row[1]) for row in ANSWERS]
FOUND = {
    item.answer.question: item
    for item in findings(
        ask(record_of({code: letters(code) for code in ("mood", "stress", "moments")}), QUESTIONS)
    ).answered
}


def test_the_page_has_its_tables() -> None:
    found = [len(table) for table in (MEASURES, COMPARED, LEFT, ANSWERS, MANY, NEEDED, CHOSEN)]
    assert found == [8, 7, 2, 10, 5, 13, 10]


def test_the_page_names_every_measure() -> None:
    measures = {row[0].split("`")[0] for row in MEASURES}
    others = {code for code in record_of({"mood": np.zeros(1)}).names if code not in measures}
    assert {"desire", "connection", "calm", "energy", "stress", "sleep_quality"} == others


@pytest.mark.parametrize("row", COMPARED, ids=" | ".join)
def test_what_is_compared_is_that_of_the_page(row: list[str]) -> None:
    measure, recorded, compared = row
    found = contrast_of(measure, np.array(numbers(recorded)))
    assert compared == f"{found.high:g} rather than {found.low:g}"


@pytest.mark.parametrize("row", LEFT, ids=" | ".join)
def test_what_the_days_before_left_is_that_of_the_page(row: list[str]) -> None:
    days, left = row
    assert left.split() == [f"{value:.2f}" for value in bank(np.array(numbers(days)))]


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: f"{row[0]}: {row[1]}")
def test_an_answer_is_that_of_the_page(row: list[str]) -> None:
    found = FOUND[asked(row[0], row[1])]
    answer, contrast, effect = found.answer, found.answer.contrast, found.answer.effect
    compared = difference = interval = "–"
    if contrast is not None:
        compared = f"{contrast.high:g} rather than {contrast.low:g}"
    if effect is not None:
        low, high = effect.interval()
        difference = f"{effect.estimate:.2f}".replace("-", "−")
        interval = f"{low:.2f} to {high:.2f}".replace("-", "−")
    said = [compared, difference, interval, f"{answer.p:.3f}", f"{answer.days}", found.sureness]
    assert row[2:] == said


@pytest.mark.parametrize("row", MANY, ids=" | ".join)
def test_what_is_sure_among_many_is_that_of_the_page(row: list[str]) -> None:
    ps, sure, level = row
    effect = DayEffect(StudentMixture((1.0,), (1.0,), (1.0,), 100), 101)
    answers = [
        Answer(RelationQuestion("mood", str(place)), effect, p, 101)
        for place, p in enumerate(numbers(ps))
    ]
    found = findings(answers).of(Sureness.SURE)
    assert int(sure) == len(found)
    assert {item.level for item in found} == ({float(level)} if found else set())


def test_everything_that_can_be_missing_is_on_the_page() -> None:
    assert set(LackKind) == {row[0] for row in NEEDED}
    gate = importlib.import_module("journal.analysis.day_memory_gate")
    counted = {
        "rated_days": gate.FEWEST_RATED_DAYS,
        "days_spanned": gate.FEWEST_DAYS_SPANNED,
        "other_ratings": 100 * gate.MOST_OF_ONE_VALUE,
        "unusual_days": gate.FEWEST_UNUSUAL_DAYS,
        "spells": gate.FEWEST_SPELLS,
        "cycles": gate.FEWEST_CYCLES,
        "phase_known": 100 * gate.LEAST_PHASE_KNOWN,
        "window_cycles": gate.FEWEST_WINDOW_CYCLES,
        "window_days": gate.FEWEST_WINDOW_DAYS,
        "days_before_change": gate.FEWEST_DAYS_BESIDE_CHANGE,
        "days_since_change": gate.FEWEST_DAYS_BESIDE_CHANGE,
        "moderated_days": gate.FEWEST_UNUSUAL_DAYS,
    }
    for kind, _, words in NEEDED:
        if kind in counted:
            assert counted[kind] == numbers(words)[0]


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, _why = row
    module, _, constant = name.rpartition(".")
    found = getattr(importlib.import_module(f"journal.analysis.{module}"), constant)
    assert float(value) == float(found)
