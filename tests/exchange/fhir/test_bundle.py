"""The bundle, read back by a FHIR library, and what it must never hold."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.days import SignStrength
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.exchange.fhir.bundle import clinic_facts, clinic_file, counts
from journal.exchange.fhir.codes import OWN_SYSTEM
from journal.exchange.fhir.observations import ClinicPart
from journal.storage import memory_journal
from tests.builders import on

TODAY = on("2026-06-30")
ALL_PARTS = frozenset(ClinicPart)
SPAN = DateRange(on("2026-01-01"), on("2026-07-01"))
DAY = on("2026-03-05")


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))


def made(
    journal: Journal,
    parts: Iterable[ClinicPart] = ALL_PARTS,
    span: DateRange = SPAN,
    **about: Any,
) -> dict[str, Any]:
    facts = clinic_facts(journal, span, frozenset(parts), TODAY)
    read: dict[str, Any] = json.loads(clinic_file(facts, **about))
    return read


def observations(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in made["entry"][1:]]


def only(journal: Journal, **fields: object) -> dict[str, Any]:
    """Record one day; return its only observation that is not about a cycle."""
    journal.save_day(DAY, {name.replace("__", ":"): fields[name] for name in fields})
    (found,) = [item for item in observations(made(journal)) if "valueDateTime" not in item]
    return found


def codes(concept: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the codes that are not our own, with the last part of their system."""
    known = [item for item in concept["coding"] if item["system"] != OWN_SYSTEM]
    return {(item["system"].rpartition("/")[2], item["code"]) for item in known}


def own(concept: dict[str, Any]) -> str:
    return str(concept["coding"][-1]["code"])


def bled(journal: Journal, *starts: str) -> None:
    for start in starts:
        for days in range(4):
            journal.save_day(on(start) + timedelta(days=days), {"bleeding": "medium"})


def test_a_full_record_is_read_by_a_fhir_library(journal: Journal) -> None:
    bled(journal, "2026-01-05", "2026-02-02", "2026-03-01", "2026-03-30")
    everything = {
        "mood": 7,
        "desire": 0,
        "connection": 10,
        "calm": 5,
        "sleep_hours": 7.5,
        "temperature_c": 36.65,
        "temperature_disturbed": True,
        "lh_test": "positive",
        "mucus": "egg_white",
        "sign:headache": "moderate",
        "sign:own_ziehen": "mild",
    }
    journal.save_day(DAY, everything)
    read = Bundle.model_validate_json(
        clinic_file(clinic_facts(journal, SPAN, ALL_PARTS, TODAY), "Ada", 1975)
    )
    assert read.type == "collection"
    assert len(read.entry) == len(observations(made(journal))) + 1
    addresses = [entry.fullUrl for entry in read.entry]
    assert len(set(addresses)) == len(addresses)
    assert {entry.resource.subject.reference for entry in read.entry[1:]} == {addresses[0]}


def test_a_sign_she_renamed_carries_no_code_of_what_it_was(journal: Journal) -> None:
    journal.save_day(DAY, {"sign:headache": "mild"})
    (before,) = observations(made(journal))
    assert ("sct", "25064002") in codes(before["code"])
    journal.save_entry(CatalogueName.SIGNS, Entry("headache", "Humming ears", "Body"))
    (after,) = observations(made(journal))
    assert set() == codes(after["code"])
    assert (own(after["code"]), after["code"]["text"]) == ("sign:headache", "Humming ears")


@pytest.mark.parametrize(
    ("fields", "known", "value"),
    [
        ({"mood": 0}, set(), {"value": 0, "unit": "of 10", "code": "{score}"}),
        (
            {"sleep_hours": 7.5},
            {("loinc.org", "93832-4")},
            {"value": 7.5, "unit": "h", "code": "h"},
        ),
        (
            {"temperature_c": 36.65},
            {("loinc.org", "8310-5"), ("sct", "300076005")},
            {"value": 36.65, "unit": "°C", "code": "Cel"},
        ),
    ],
)
def test_a_number_has_its_codes_and_a_unit_of_ucum(
    journal: Journal, fields: dict[str, object], known: set[tuple[str, str]], value: dict[str, Any]
) -> None:
    found = only(journal, **fields)
    assert codes(found["code"]) == known
    assert {**value, "system": "http://unitsofmeasure.org"} == found["valueQuantity"]
    assert own(found["code"]) == next(iter(fields))


@pytest.mark.parametrize(
    ("fields", "known", "value", "own_value"),
    [
        ({"bleeding": "heavy"}, {("sct", "364308001")}, set(), "bleeding=heavy"),
        (
            {"bleeding": "light", "not_my_period": True},
            {("sct", "289530006")},
            set(),
            "bleeding=light",
        ),
        ({"lh_test": "positive"}, set(), {("sct", "10828004")}, "lh_test=positive"),
        ({"mucus": "creamy"}, set(), set(), "mucus=creamy"),
        (
            {"sign__headache": "severe"},
            {("sct", "25064002")},
            {("sct", "24484000")},
            "strength=severe",
        ),
        (
            {"sign__resentment": "absent"},
            set(),
            {("sct", "2667000")},
            "strength=absent",
        ),
    ],
)
def test_a_choice_has_the_codes_others_know_and_always_our_own(
    journal: Journal,
    fields: dict[str, object],
    known: set[tuple[str, str]],
    value: set[tuple[str, str]],
    own_value: str,
) -> None:
    found = only(journal, **fields)
    assert codes(found["code"]) == known
    assert codes(found["valueCodeableConcept"]) == value
    assert own_value == own(found["valueCodeableConcept"])


def test_a_disturbed_reading_says_so(journal: Journal) -> None:
    found = only(journal, temperature_c=37.2, temperature_disturbed=True)
    assert found["note"] == [{"text": "A disturbed reading, not to be relied on."}]
    assert found["category"][0]["coding"][0]["code"] == "vital-signs"


def test_a_day_is_a_plain_date_told_by_her_herself(journal: Journal) -> None:
    found = only(journal, mood=3)
    assert found["effectiveDateTime"] == "2026-03-05"
    assert found["performer"] == [found["subject"]]
    assert found["category"][0]["coding"][0]["code"] == "survey"


def test_what_was_not_recorded_is_absent_and_nothing_stands_in_for_it(journal: Journal) -> None:
    journal.save_day(DAY, {"touch": "welcome", "partner": "apart", "note": "a secret"})
    journal.add_moment(Moment(DAY, "long_hug", note="another secret"))
    written = json.dumps(made(journal))
    assert observations(made(journal)) == []
    assert not re.search("dataAbsentReason|secret|long_hug|welcome|apart", written)


def test_closed_cycles_have_a_length_and_three_a_usual_one(journal: Journal) -> None:
    bled(journal, "2026-01-05", "2026-02-02", "2026-03-01", "2026-03-30")
    found = {own(item["code"]): item for item in observations(made(journal))}
    lengths = [
        (item["effectivePeriod"], item["valueQuantity"]["value"])
        for item in observations(made(journal))
        if own(item["code"]) == "cycle_length"
    ]
    assert lengths[0] == ({"start": "2026-01-05", "end": "2026-02-01"}, 28)
    assert [days for _, days in lengths] == [28, 27, 29]
    usual = found["usual_cycle_length"]
    assert usual["valueQuantity"]["value"] == 28
    assert usual["method"]["text"] == "Median of 3 cycles in this time"
    last = found["last_menses"]
    assert codes(last["code"]) == {("loinc.org", "8665-2")}
    assert (last["valueDateTime"], last["effectiveDateTime"]) == ("2026-03-30", "2026-06-30")


def test_two_cycles_have_no_usual_length(journal: Journal) -> None:
    bled(journal, "2026-01-05", "2026-02-02", "2026-03-01")
    names = [own(item["code"]) for item in observations(made(journal))]
    assert names.count("cycle_length") == 2
    assert "usual_cycle_length" not in names


def test_nothing_outside_the_span_is_in_it_but_the_last_period(journal: Journal) -> None:
    bled(journal, "2026-01-05", "2026-02-02", "2026-03-01")
    journal.save_day(on("2026-04-02"), {"mood": 7})
    april = DateRange(on("2026-04-01"), on("2026-05-01"))
    names = {own(item["code"]) for item in observations(made(journal, span=april))}
    assert names == {"mood", "last_menses"}


@pytest.mark.parametrize("part", list(ClinicPart))
def test_only_the_parts_she_chose_are_in_it_and_their_number_is_known(
    journal: Journal, part: ClinicPart
) -> None:
    bled(journal, "2026-03-01")
    journal.save_day(
        DAY,
        {"mood": 7, "sleep_hours": 8.0, "lh_test": "negative", "sign:nausea": SignStrength.MILD},
    )
    facts = clinic_facts(journal, SPAN, frozenset({part}), TODAY)
    written = observations(made(journal, {part}))
    assert counts(facts) == {part: len(written)}
    names = {own(item["code"]).partition(":")[0] for item in written}
    assert (
        names
        == {
            ClinicPart.CYCLE: {"bleeding", "last_menses"},
            ClinicPart.BODY: {"lh_test"},
            ClinicPart.RATINGS: {"mood"},
            ClinicPart.SLEEP: {"sleep_hours"},
            ClinicPart.SIGNS: {"sign"},
        }[part]
    )


def test_the_patient_is_nobody_by_name_unless_she_says(journal: Journal) -> None:
    assert made(journal)["entry"][0]["resource"] == {"resourceType": "Patient"}
    named = made(journal, name=" Ada \n L. ", birth_year=1975)["entry"][0]["resource"]
    assert named == {"resourceType": "Patient", "name": [{"text": "Ada L."}], "birthDate": "1975"}


def test_the_same_record_gives_the_same_file_and_another_shares_no_address(
    journal: Journal,
) -> None:
    journal.save_day(DAY, {"mood": 7})
    first = made(journal)
    assert made(journal) == first
    journal.save_day(DAY, {"mood": 8})
    addresses = [{entry["fullUrl"] for entry in item["entry"]} for item in (first, made(journal))]
    assert addresses[0].isdisjoint(addresses[1])


def test_a_span_that_has_not_come_is_an_empty_bundle(journal: Journal) -> None:
    ahead = DateRange(on("2027-01-01"), on("2027-02-01"))
    assert observations(made(journal, span=ahead)) == []
