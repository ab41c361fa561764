import csv

import pytest

from journal.domain.catalogues import FOLDER, CatalogueName, shipped_catalogue
from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing.bearable import WORDS as BEARABLE
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.fertility_friend import WORDS as FERTILITY_FRIEND
from journal.exchange.importing.fitbit import WORDS as FITBIT
from journal.exchange.importing.flow_words import Flow, carry_flow, carry_period
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.my_calendar import WORDS as MY_CALENDAR
from journal.exchange.importing.natural_cycles import WORDS as NATURAL_CYCLES
from journal.exchange.importing.ovumcy_entries import WORDS as OVUMCY
from journal.exchange.importing.parsed import Answers
from journal.exchange.importing.said_words import (
    MOST_ASKED,
    AppWords,
    Said,
    carry_words,
    in_short,
    put_most,
)
from journal.exchange.importing.samsung import WORDS as SAMSUNG
from tests.builders import on

DAY = on("2026-03-05")
ALL = (BEARABLE, FERTILITY_FRIEND, FITBIT, MY_CALENDAR, NATURAL_CYCLES, OVUMCY, SAMSUNG)
VALUES = {"bleeding": set(Bleeding), "mucus": set(Mucus), "lh_test": set(LhTest)}


def said(word: str, strength: SignStrength | None = None, group: str = "Symptoms") -> Said:
    """Say a word on a day."""
    return Said(DAY, "Line 2", group, word, strength)


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.key)
def test_everything_a_word_can_mean_exists(words: AppWords) -> None:
    signs = shipped_catalogue(CatalogueName.SIGNS).entries
    moments = shipped_catalogue(CatalogueName.MOMENTS).entries
    values = VALUES | {"sign": set(signs), "moment": set(moments)}
    for meaning in words.meanings() - {"note", "nothing"}:
        field, _, value = meaning.partition(":")
        assert value in values[field], meaning


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.key)
def test_no_word_stands_twice_in_a_table(words: AppWords) -> None:
    with (FOLDER / "imports" / f"{words.key}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["heading"], row["word"]) for row in csv.DictReader(lines)]
    plain = [(plain_name(heading), plain_name(word)) for heading, word in rows]
    assert len(set(plain)) == len(rows)
    assert plain == rows


@pytest.mark.parametrize("word", ["Tender_Breasts", "  tender   breasts ", "TENDER-BREASTS"])
def test_a_word_is_known_however_it_is_written(word: str) -> None:
    assert FITBIT.meaning("Conditions", word) == "sign:tender_breasts"


def test_the_strongest_of_a_day_counts_in_any_order() -> None:
    for strengths in (("mild", "severe"), ("severe", "mild")):
        gathering = Gathering()
        for strength in strengths:
            put_most(gathering, DAY, "sign:cramps", strength, "Line 2")
        assert gathering.days[DAY] == {"sign:cramps": SignStrength.SEVERE}


def test_some_amount_gives_way_to_a_known_one() -> None:
    gathering = Gathering()
    for amount in ("spotting", "unspecified"):
        put_most(gathering, DAY, "bleeding", amount, "Line 2")
    assert gathering.days[DAY] == {"bleeding": Bleeding.SPOTTING}


def test_only_the_words_used_most_are_asked_about() -> None:
    gathering, answers = Gathering(), Answers({})
    carry_words(FITBIT, gathering, answers, [said(f"word {n}") for n in range(60)])
    assert len(answers.asked) == MOST_ASKED
    assert gathering.left_out.total() == 60


def test_a_long_word_is_cut_in_a_question_and_whole_in_the_note() -> None:
    gathering, answers = Gathering(), Answers({})
    carry_words(FITBIT, gathering, answers, [said("x" * 500)])
    (question,) = answers.asked.values()
    assert question.words == in_short("x" * 500) == f"{'x' * 60}…"
    assert gathering.notes[DAY] == [f"Symptoms: {'x' * 500}"]


def test_a_word_said_three_times_stands_once_in_the_note() -> None:
    gathering, answers = Gathering(), Answers({})
    mild = SignStrength.MILD
    carry_words(FITBIT, gathering, answers, [said("cold feet", mild)] * 3)
    assert gathering.notes[DAY] == ["Symptoms: cold feet (mild)"]


def test_nothing_is_asked_twice_of_one_file() -> None:
    answers = Answers({"fitbit.flow:gush": "heavy"})
    gathering = Gathering()
    flows = [Flow(DAY, "Line 2", "Gush"), Flow(on("2026-03-06"), "Line 3", "GUSH")]
    carry_flow(FITBIT, gathering, answers, flows)
    (question,) = answers.asked.values()
    assert (question.words, question.count) == ("Bleeding noted as “Gush”", 2)
    assert {day: fields["bleeding"] for day, fields in gathering.days.items()} == {
        DAY: Bleeding.HEAVY,
        on("2026-03-06"): Bleeding.HEAVY,
    }


@pytest.mark.parametrize(
    ("last", "days"), [("2026-03-05", 1), ("2026-03-09", 5), ("2026-03-04", 1), ("2026-06-05", 1)]
)
def test_a_period_is_bleeding_from_its_first_to_its_last_day(last: str, days: int) -> None:
    gathering = Gathering()
    carry_period(gathering, DAY, on(last), "Line 2")
    assert len(gathering.days) == days
    assert set(gathering.days) == {on(f"2026-03-{5 + n:02}") for n in range(days)}
