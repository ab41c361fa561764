"""Whatever is recorded, a FHIR library reads the bundle."""

from datetime import date

from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.catalogues import Catalogue, Entry
from journal.domain.day_fields import validated_field
from journal.domain.days import SENSATION_PREFIX, SIGN_PREFIX, Day
from journal.domain.ranges import DateRange
from journal.exchange.fhir.bundle import ClinicFacts, clinic_file, counts
from journal.exchange.fhir.observations import ClinicPart
from tests.strategies import TEXTS, day_changes

SPAN = DateRange(date(2026, 1, 1), date(2026, 2, 1))


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Any day's record, without what was felt."""
    fields = {
        name: validated_field(name, value)
        for name, value in draw(day_changes()).items()
        if not name.startswith(SENSATION_PREFIX)
    }
    signs = {name.removeprefix(SIGN_PREFIX): fields.pop(name) for name in [*fields] if ":" in name}
    return Day(draw(st.dates(date(2026, 1, 1), date(2026, 1, 31))), **fields, signs=signs)


@settings(max_examples=40)
@given(st.lists(days(), max_size=3), TEXTS, TEXTS, st.none() | st.integers(1900, 2026))
def test_any_record_is_read_by_a_fhir_library(
    recorded: list[Day], name: str, sign: str, birth_year: int | None
) -> None:
    entries = {code: Entry(code, sign, "own") for day in recorded for code in day.signs}
    facts = ClinicFacts(
        SPAN, frozenset(ClinicPart), Catalogue(entries), recorded, date(2026, 1, 5), ()
    )
    read = Bundle.model_validate_json(clinic_file(facts, name, birth_year))
    assert len(read.entry) == 1 + sum(counts(facts).values())
    assert read.entry[0].resource.get_resource_type() == "Patient"
