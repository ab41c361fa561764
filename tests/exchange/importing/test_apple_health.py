import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.cycle.onsets import menses_onsets
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.domain.journal import BleedingDay
from journal.exchange.importing import apple_records
from journal.exchange.importing.apple_errors import (
    EncodingWrong,
    EntitiesRefused,
    ExportMissing,
    TooManyRecords,
    XmlDamaged,
    XmlTooDeep,
    XmlTooLong,
)
from journal.exchange.importing.apple_health import APPLE_HEALTH, NAME
from journal.exchange.importing.apple_stream import Passed, health_tags
from journal.exchange.importing.errors import (
    ArchiveLocked,
    ArchiveTooLarge,
    ArchiveUnreadable,
    DateUnreadable,
    FileUnreadable,
)
from journal.exchange.importing.parsed import NO_CHOICES
from journal.exchange.importing.upload import Upload
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys, zipped
from tests.exchange.importing.apple_files import asleep, export, flow, flows, record
from tests.exchange.importing.claims import kept_as_words

NIGHT = asleep("2026-03-05 23:30:00 +0100", "2026-03-06 07:00:00 +0100")
PERIODS = flows(["2026-03-01", "2026-03-02", "2026-03-12", "2026-03-13"], first="2026-03-12")
VALID = export(
    PERIODS,
    flow("2026-03-20", "Heavy", source="Other"),
    record("BasalBodyTemperature", "97.9", unit="degF"),
    record("Headache", "SeverityModerate"),
    record("Coughing", "SeverityMild"),
    record("SexualActivity", "NotApplicable", metadata={"HKSexualActivityProtectionUsed": "1"}),
    record("StepCount", "120", unit="count"),
    NIGHT,
)


@pytest.mark.parametrize("family", ["MenstrualFlow", "VaginalBleeding"])
@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        ("Light", Bleeding.LIGHT),
        ("Medium", Bleeding.MEDIUM),
        ("Heavy", Bleeding.HEAVY),
        ("Unspecified", Bleeding.UNSPECIFIED),
        ("None", Bleeding.NONE),
    ],
)
def test_flow_is_known_in_both_families_of_values(family: str, amount: str, kept: Bleeding) -> None:
    assert {"bleeding": kept} == only_day(export(record("MenstrualFlow", family + amount)))


def test_a_flow_of_several_days_is_on_each_of_them_until_it_ends_at_midnight() -> None:
    period = record(
        "MenstrualFlow",
        "MenstrualFlowUnspecified",
        "2026-03-05 00:00:00 +0100",
        end="2026-03-08 00:00:00 +0100",
    )
    assert [on(f"2026-03-0{day}") for day in (5, 6, 7)] == list(read(export(period)).days)


def test_spotting_between_periods_starts_no_cycle() -> None:
    content = export(record("IntermenstrualBleeding", "NotApplicable"))
    assert only_day(content) == {"bleeding": Bleeding.SPOTTING, "not_my_period": True}


def test_bleeding_after_a_pregnancy_is_no_period() -> None:
    content = export(record("BleedingAfterPregnancy", "VaginalBleedingHeavy"))
    assert only_day(content) == {"bleeding": Bleeding.HEAVY, "not_my_period": True}


def test_spotting_on_a_day_with_a_flow_leaves_the_flow() -> None:
    parsed = read(export(flow("2026-03-05"), record("IntermenstrualBleeding", "NotApplicable")))
    assert parsed.days[on("2026-03-05")] == {"bleeding": Bleeding.MEDIUM}
    assert whys(parsed) == {"Spotting": 1}


def test_a_first_day_that_health_knows_is_trusted_where_the_journal_would_ask() -> None:
    parsed = read(export(PERIODS))
    answer = CycleAnswer(on("2026-03-12"), CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)
    assert [answer] == parsed.cycle_answers
    bleeding = [BleedingDay(day, Bleeding.MEDIUM) for day in parsed.days]
    assert [on("2026-03-01"), on("2026-03-12")] == menses_onsets(bleeding, parsed.cycle_answers)


def test_a_first_day_the_journal_finds_itself_needs_no_answer() -> None:
    parsed = read(export(flows(["2026-03-01", "2026-03-02"], first="2026-03-01")))
    assert parsed.cycle_answers == []


def test_a_first_day_in_the_middle_of_a_bleed_is_listed() -> None:
    parsed = read(export(flows(["2026-03-01", "2026-03-02"], first="2026-03-02")))
    assert parsed.cycle_answers == []
    assert whys(parsed) == {"First days of a period": 1}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("Negative", LhTest.NEGATIVE),
        ("Positive", LhTest.POSITIVE),
        ("LuteinizingHormoneSurge", LhTest.POSITIVE),
    ],
)
def test_ovulation_tests_are_carried(value: str, kept: LhTest) -> None:
    content = export(record("OvulationTestResult", f"OvulationTestResult{value}"))
    assert {"lh_test": kept} == only_day(content)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("Dry", Mucus.DRY),
        ("Creamy", Mucus.CREAMY),
        ("Watery", Mucus.WET),
        ("EggWhite", Mucus.EGG_WHITE),
    ],
)
def test_cervical_mucus_is_carried(value: str, kept: Mucus) -> None:
    content = export(record("CervicalMucusQuality", f"CervicalMucusQuality{value}"))
    assert {"mucus": kept} == only_day(content)


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [
        ("CervicalMucusQuality", "CervicalMucusQualitySticky", "Cervical mucus"),
        ("OvulationTestResult", "OvulationTestResultEstrogenSurge", "Ovulation tests"),
        ("MenstrualFlow", "MenstrualFlowTidal", "Bleeding"),
        ("Headache", "SeverityOverwhelming", "Headache"),
        ("AppetiteChanges", "AppetiteChangesUnspecified", "Appetite"),
        ("Contraceptive", "ContraceptiveIntrauterineDevice", "Contraception"),
    ],
)
def test_a_value_the_journal_has_no_place_for_is_listed(kind: str, value: str, what: str) -> None:
    parsed = read(export(record(kind, value)))
    assert parsed.days == {}
    assert {what: 1} == whys(parsed)


@pytest.mark.parametrize(("reading", "unit"), [("36.61", "degC"), ("97.9", "degF")])
def test_a_basal_temperature_is_converted_by_its_unit(reading: str, unit: str) -> None:
    content = export(record("BasalBodyTemperature", reading, unit=unit))
    assert only_day(content) == {"temperature_c": 36.61}


@pytest.mark.parametrize(
    ("reading", "unit"),
    [("36.6", "K"), ("97.9", "degC"), ("36.6", "degF"), ("warm", "degC"), ("nan", "degC")],
)
def test_a_reading_that_is_no_body_temperature_is_listed(reading: str, unit: str) -> None:
    parsed = read(export(record("BasalBodyTemperature", reading, unit=unit)))
    assert parsed.days == {}
    assert whys(parsed) == {"Waking temperature": 1}


def test_of_several_readings_the_first_of_the_day_is_the_one_on_waking() -> None:
    later = record("BasalBodyTemperature", "36.9", "2026-03-05 20:00:00 +0100", unit="degC")
    first = record("BasalBodyTemperature", "36.4", "2026-03-05 06:30:00 +0100", unit="degC")
    assert only_day(export(later, first)) == {"temperature_c": 36.4}


@pytest.mark.parametrize(
    ("severity", "strength"),
    [
        ("NotPresent", SignStrength.ABSENT),
        ("Mild", SignStrength.MILD),
        ("Moderate", SignStrength.MODERATE),
        ("Severe", SignStrength.SEVERE),
    ],
)
def test_a_severity_becomes_the_strength_of_a_sign(severity: str, strength: SignStrength) -> None:
    content = export(record("NightSweats", f"Severity{severity}"))
    assert {"sign:night_sweats": strength} == only_day(content)


def test_a_symptom_without_severity_is_asked_about_once() -> None:
    content = export(record("MoodChanges", "PresencePresent"))
    (question,) = read(content).questions
    assert only_day(content) == {"sign:mood_swings": SignStrength.MILD}
    assert only_day(content, {question.key: "severe"}) == {"sign:mood_swings": SignStrength.SEVERE}
    assert only_day(content, {question.key: "note"}) == {"note": "Symptoms: mood changes"}


def test_of_two_entries_of_one_app_the_stronger_counts() -> None:
    content = export(record("Headache", "SeveritySevere"), record("Headache", "SeverityMild"))
    assert only_day(content) == {"sign:headache": SignStrength.SEVERE}


def test_a_symptom_without_a_sign_becomes_words() -> None:
    parsed = read(export(record("Coughing", "SeverityMild"), record("Fever", "SeverityNotPresent")))
    assert parsed.days[on("2026-03-05")] == {"note": "Symptoms: coughing (mild)"}
    assert parsed.not_carried[1:] == [kept_as_words("Symptoms")]
    assert whys(parsed)["Fever"] == 1


def test_one_of_two_symptoms_of_a_sign_not_being_there_says_nothing_of_the_sign() -> None:
    content = export(record("Constipation", "SeverityNotPresent"))
    assert read(content).days == {}
    content = export(
        record("Constipation", "SeverityNotPresent"), record("Diarrhea", "SeverityMild")
    )
    assert only_day(content) == {"sign:digestion": SignStrength.MILD}


def test_appetite_goes_up_or_down() -> None:
    content = export(record("AppetiteChanges", "AppetiteChangesIncreased"))
    assert only_day(content) == {"sign:appetite_up": SignStrength.MILD}
    content = export(record("AppetiteChanges", "AppetiteChangesNoChange"))
    absent = SignStrength.ABSENT
    assert {"sign:appetite_up": absent, "sign:appetite_down": absent} == only_day(content)


def test_sex_is_a_moment_with_what_was_used_and_can_be_left_out() -> None:
    content = export(
        *(
            record(
                "SexualActivity",
                "NotApplicable",
                f"2026-03-0{day} 22:00:00 +0100",
                metadata={"HKSexualActivityProtectionUsed": used},
            )
            for day, used in ((5, "1"), (6, "0"))
        ),
        record("SexualActivity", "NotApplicable", "2026-03-07 22:00:00 +0100"),
    )
    parsed = read(content)
    assert [m.note for m in parsed.moments] == ["Protection used", "No protection used", None]
    assert {("sex", None)} == {(moment.kind, moment.at) for moment in parsed.moments}
    (question,) = parsed.questions
    assert read(content, {question.key: ""}).moments == []


def test_the_same_act_written_by_two_apps_is_one_moment() -> None:
    parsed = read(
        export(
            record("SexualActivity", "NotApplicable", source="A"),
            record("SexualActivity", "NotApplicable", source="B"),
        )
    )
    assert len(parsed.moments) == 1
    assert whys(parsed) == {"Sex": 1}


def test_where_two_apps_differ_the_one_that_wrote_last_is_taken_and_the_day_listed() -> None:
    early = flow("2026-03-05", "Light", source="B", created="2026-03-05 23:30:00 -0500")
    # Written an hour earlier, although its clock shows a later day.
    late = flow("2026-03-05", "Heavy", source="A", created="2026-03-06 04:30:00 +0100")
    parsed = read(export(early, late))
    assert parsed.days[on("2026-03-05")] == {"bleeding": Bleeding.LIGHT}
    assert whys(parsed) == {"A second amount of bleeding on one day": 1}


def test_two_apps_that_agree_are_not_listed() -> None:
    parsed = read(export(flow("2026-03-05", source="A"), flow("2026-03-05", source="B")))
    assert whys(parsed) == {}


def test_hours_slept_are_those_of_the_day_she_woke_on() -> None:
    parsed = read(export(NIGHT))
    assert {on("2026-03-06"): {"sleep_hours": 7.5}} == parsed.days


def test_stages_of_one_night_are_added_and_what_overlaps_counts_once() -> None:
    content = export(
        asleep("2026-03-05 23:00:00 +0100", "2026-03-06 02:00:00 +0100"),
        asleep("2026-03-06 01:00:00 +0100", "2026-03-06 03:00:00 +0100", stage="AsleepDeep"),
        asleep("2026-03-06 04:00:00 +0100", "2026-03-06 06:00:00 +0100", stage="AsleepREM"),
        asleep("2026-03-05 22:00:00 +0100", "2026-03-06 07:00:00 +0100", stage="InBed"),
    )
    parsed = read(content)
    assert {on("2026-03-06"): {"sleep_hours": 6.0}} == parsed.days
    assert whys(parsed) == {"Time in bed or awake": 1}


def test_the_night_the_clocks_change_has_the_hours_it_had() -> None:
    spring = asleep("2026-03-28 23:00:00 +0100", "2026-03-29 07:00:00 +0200", stage="Asleep")
    autumn = asleep("2026-10-24 23:00:00 +0200", "2026-10-25 07:00:00 +0100", stage="Asleep")
    parsed = read(export(spring, autumn))
    assert {on("2026-03-29"): 7.0, on("2026-10-25"): 9.0} == {
        day: fields["sleep_hours"] for day, fields in parsed.days.items()
    }


@pytest.mark.parametrize(
    "other",
    [
        asleep("2026-03-06 00:00:00 +0100", "2026-03-06 06:00:00 +0100", source="Ring"),
        asleep("2026-03-06 13:00:00 +0100", "2026-03-06 14:00:00 +0100"),
    ],
    ids=["two devices", "a nap"],
)
def test_hours_in_doubt_are_listed_and_not_carried(other: str) -> None:
    parsed = read(export(NIGHT, other))
    assert parsed.days == {}
    assert whys(parsed) == {"Hours of sleep": 1}


def test_what_lasts_becomes_a_context() -> None:
    far = "4001-01-01 00:00:00 +0000"
    parsed = read(
        export(
            record("Pregnancy", "NotApplicable", "2025-01-01 00:00:00 +0100", end=far),
            record(
                "Contraceptive",
                "ContraceptiveOral",
                "2024-01-01 00:00:00 +0100",
                end="2024-06-01 00:00:00 +0200",
            ),
        )
    )
    pill = (ContextKind.HORMONAL_CONTRACEPTION, on("2024-01-01"), on("2024-06-01"), "Pill")
    pregnancy = (ContextKind.PREGNANCY, on("2025-01-01"), None, None)
    assert [pill, pregnancy] == [_plain(context) for context in parsed.contexts]


def _plain(context: Context) -> tuple[object, ...]:
    return context.kind, context.start, context.end, context.name


def test_what_was_gone_past_is_listed_in_few_lines() -> None:
    parsed = read(
        export(
            record("StepCount", "120", unit="count"),
            record("HeartRate", "60", unit="count/min"),
            record("HeartRate", "61", unit="count/min"),
            record("AppleSleepingWristTemperature", "36.2", unit="degC"),
            ' <Workout duration="5"/>\n <StateOfMind valence="0.5"/>\n',
        )
    )
    assert whys(parsed) == {
        "Other records, such as steps and heart rates, of 2 kinds": 3,
        "Wrist temperature": 1,
        "State of mind": 1,
        "Workouts and summaries": 1,
    }
    assert parsed.days == {}


def test_a_record_inside_a_correlation_is_not_counted_twice() -> None:
    inner = record("SexualActivity", "NotApplicable")
    parsed = read(export(inner, f" <Correlation>{inner}</Correlation>\n"))
    assert len(parsed.moments) == 1


@given(
    offset=st.integers(-12 * 60, 14 * 60),
    minute=st.integers(0, 24 * 60 - 1),
    day=st.dates(on("2000-01-01"), on("2030-12-31")),
)
def test_no_offset_and_no_hour_moves_a_day(offset: int, minute: int, day: object) -> None:
    sign = "-" if offset < 0 else "+"
    zone = f"{sign}{abs(offset) // 60:02}{abs(offset) % 60:02}"
    start = f"{day} {minute // 60:02}:{minute % 60:02}:00 {zone}"
    content = export(
        record("MenstrualFlow", "MenstrualFlowLight", start),
        record("Headache", "SeverityMild", start),
        record("BasalBodyTemperature", "36.5", start, unit="degC"),
    )
    assert [day] == list(read(content).days)


def test_the_zip_is_known_by_what_is_inside_whatever_it_is_called() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        archive.writestr("apple_health_export/workout-routes/route.gpx", "<gpx/>")
        archive.writestr("apple_health_export/Экспорт.xml", VALID)
    parsed = read(file.getvalue())
    assert parsed.format == NAME
    assert read(VALID).days == parsed.days


@pytest.mark.parametrize(
    "declarations",
    [
        "",
        "<!DOCTYPE HealthData>",
        "<!DOCTYPE HealthData [\n<!ATTLIST Record\n device CDATA #IMPLIED\n<!ELEMENT a\n x>\n]>\n",
    ],
    ids=["none", "empty", "broken, as of iOS 16"],
)
def test_declarations_are_read_past_and_keep_their_lines(declarations: str) -> None:
    assert only_day(export(flow("2026-03-05"), declarations=declarations)) == {
        "bleeding": Bleeding.MEDIUM
    }
    damaged = export(flow("2026-03-05"), "<<", declarations=declarations)
    line = damaged[: damaged.index(b"<<")].count(b"\n") + 1
    with pytest.raises(XmlDamaged, match=f"line {line}\\."):
        read(damaged)


def test_characters_that_xml_does_not_know_are_dropped() -> None:
    content = export(flow("2026-03-05")).replace(b'"Health"', b'"He\x0bal\x02th"')
    assert only_day(content) == {"bleeding": Bleeding.MEDIUM}


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">\n' for n in range(10))


@pytest.mark.parametrize(
    "declarations",
    [
        f"<!DOCTYPE HealthData [\n{LAUGHS}]>\n",
        '<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n',
        '<!DOCTYPE HealthData [<!ENTITY % x SYSTEM "http://elsewhere.example/x"> %x;]>\n',
    ],
    ids=["a billion laughs", "another file", "another machine"],
)
def test_entities_are_refused_unread(declarations: str) -> None:
    with pytest.raises(EntitiesRefused, match="was not opened"):
        read(export(flow("2026-03-05", source="&l9;"), declarations=declarations))


def test_a_document_elsewhere_is_never_fetched() -> None:
    outside = '<!DOCTYPE HealthData SYSTEM "http://elsewhere.example/health.dtd">\n'
    parsed = read(export(flow("2026-03-05"), declarations=outside))
    assert len(parsed.days) == 1


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ("<a>" * 100_000, XmlTooDeep),
        ("".join(f"<n{number}/>" for number in range(60_000)), XmlTooDeep),
        (f'<Record type="{"x" * 3_000_000}"/>', XmlTooLong),
        (f"<!-- {'x' * 3_000_000} -->", XmlTooLong),
        ("&undeclared;", XmlDamaged),
        ("<Record", XmlDamaged),
    ],
    ids=["deep", "many names", "long", "a long comment", "an entity", "cut off"],
)
def test_xml_as_no_export_has_it_is_refused(inside: str, error: type[FileUnreadable]) -> None:
    with pytest.raises(error, match="Please export it again"):
        read(export(flow("2026-03-05"), inside))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_said(encoding: str) -> None:
    with pytest.raises(EncodingWrong, match="not written in UTF-8"):
        read(VALID.decode().encode(encoding))


def test_a_declared_encoding_that_is_another_is_said() -> None:
    with pytest.raises(EncodingWrong):
        read(VALID.replace(b'"UTF-8"', b'"ISO-8859-1"'))


def test_bytes_that_are_no_utf_8_name_their_line() -> None:
    with pytest.raises(XmlDamaged, match="line 19"):
        read(export(flow("2026-03-05"), "<!-- \n -->").replace(b"<!-- \n", b"<!-- \n\xff"))


def test_a_day_that_is_none_names_its_line() -> None:
    with pytest.raises(DateUnreadable, match="Line 17 needs a date"):
        read(export(record("Headache", "SeverityMild", "16 June 2015 07:18:19 -0700")))


def test_an_export_that_never_begins_is_said() -> None:
    with pytest.raises(ExportMissing):
        read(b"<!DOCTYPE HealthData [" + b" " * 2_000_000)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_zip_cut_off_is_refused(kept: float) -> None:
    whole = zipped(VALID, "export.xml", packing=zipfile.ZIP_STORED)
    with pytest.raises(ArchiveUnreadable):
        read(whole[: int(len(whole) * kept)])


def test_a_zip_made_to_burst_is_not_read() -> None:
    bomb = zipped(export(" " * 30_000_000), "apple_health_export/export.xml")
    with pytest.raises(ArchiveTooLarge, match="was not opened"):
        read(bomb)


def test_an_even_document_beside_the_export_keeps_nobody_from_it() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", b" " * 30_000_000)
        archive.writestr("apple_health_export/export.xml", VALID)
    assert read(content.getvalue()) == read(VALID)


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    whole = zipped(VALID, "export.xml")
    lying = whole.replace(len(VALID).to_bytes(4, "little"), (500).to_bytes(4, "little"))
    with pytest.raises(FileUnreadable):
        read(lying)


@pytest.mark.parametrize("name", ["export.xml", "apple_health_export/export.xml"])
def test_a_zip_with_a_password_is_said_to_have_one(name: str) -> None:
    whole = bytearray(zipped(VALID, name))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ArchiveLocked):
        read(bytes(whole))


def test_more_records_than_a_lifetime_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_records, "MOST_RECORDS", 2)
    with pytest.raises(TooManyRecords):
        read(export(flows(["2026-03-01", "2026-03-02", "2026-03-03"])))


class EndlessSteps:
    """A file that is made while it is read."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._start = VALID.replace(b"</HealthData>\n", b"")
        self._step = record("StepCount", "120", unit="count", source="Wätch").encode() * 400

    def read(self, _size: int) -> bytes:
        """Give the next piece."""
        if self._start:
            start, self._start = self._start, b""
            return start
        if self._left < 0:
            return b""
        self._left -= len(self._step)
        return self._step if self._left >= 0 else b"</HealthData>"


def test_the_memory_it_takes_does_not_grow_with_the_file() -> None:
    peaks = []
    for size in (1_000_000, 12_000_000):
        file, passed = EndlessSteps(size), Passed()
        tracemalloc.start()
        for _ in health_tags(file, frozenset(), lambda _: None, passed):  # type: ignore[arg-type]
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert passed.records["HKQuantityTypeIdentifierStepCount"] > 40_000
    assert peaks[1] < peaks[0] + 500_000


@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_an_export_with_bytes_changed_is_read_or_refused_in_a_sentence(
    data: st.DataObject,
) -> None:
    content = bytearray(VALID if data.draw(st.booleans()) else zipped(VALID, "export.xml"))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[place] = data.draw(st.integers(0, 255))
        else:
            del content[place : place + data.draw(st.integers(1, 200))]
    try:
        said = read(bytes(content)).format
    except FileUnreadable as failure:
        said = str(failure)
    assert said == NAME or said.endswith(".")


NAMES = st.sampled_from(
    ["MenstrualFlow", "SleepAnalysis", "SexualActivity", "Headache", "AppetiteChanges", "Pregnancy"]
)
VALUES = st.sampled_from(
    [
        *("MenstrualFlowLight", "VaginalBleedingNone", "SleepAnalysisAsleep", "NotApplicable"),
        *("SeverityMild", "SeverityUnspecified", "AppetiteChangesNoChange", "", "Nonsense"),
    ]
)
DATES = st.sampled_from(
    [
        *("2026-03-05 08:00:00 +0100", "2026-03-06 00:00:00 +0100", "2026-03-29 03:30:00 +0200"),
        *("2026-03-05", "4001-01-01 00:00:00 +0000", "9999-12-31 23:59:59 -1200"),
    ]
)


@given(
    rows=st.lists(
        st.tuples(NAMES, VALUES, DATES, DATES, st.sampled_from(["A", "B", ""])), max_size=8
    )
)
@settings(max_examples=150, deadline=None)
def test_any_records_are_read_and_their_order_does_not_matter(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    elements = [
        record(kind, value, start, end=end, source=source)
        for kind, value, start, end, source in rows
    ]
    there, back = read(export(*elements)), read(export(*reversed(elements)))
    assert there.days == back.days
    assert there.moments == back.moments
    assert set(there.not_carried) == set(back.not_carried)


def test_reading_again_with_answers_needs_no_file() -> None:
    going = APPLE_HEALTH.begin(Upload("x", VALID)) if APPLE_HEALTH.begin else None
    assert going is not None
    steps = []
    while True:
        try:
            steps.append(next(going))
        except StopIteration as finished:
            answer = finished.value
            break
    assert [(len(VALID), len(VALID))] == steps
    assert APPLE_HEALTH.read(Upload("x", VALID), NO_CHOICES) == answer(NO_CHOICES)


def test_a_large_document_in_a_zip_is_told_before_it_is_opened() -> None:
    with pytest.raises(ArchiveTooLarge):
        read(zipped(b"A" * 40_000_000))
