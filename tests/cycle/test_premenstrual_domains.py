import pytest

from journal.cycle.premenstrual_domains import (
    MODERATE,
    OF_FEELING,
    STRENGTHS,
    Domain,
    domain_fields,
    journal_scale,
)
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.domain.ratings import RATINGS


def test_every_field_exists() -> None:
    signs = shipped_catalogue(CatalogueName.SIGNS).entries
    known = {*RATINGS, *(SIGN_PREFIX + code for code in signs)}
    assert set(domain_fields()) <= known


def test_every_domain_has_a_field() -> None:
    assert set(Domain) == {field.domain for field in domain_fields().values()}


def test_every_rating_stands_for_a_domain() -> None:
    assert set(RATINGS) <= set(domain_fields())


def test_only_stress_is_worse_where_a_rating_is_high() -> None:
    high = {name for name, field in domain_fields().items() if not field.low_is_worse}
    assert {"stress"} == high & set(RATINGS)
    assert {name for name in domain_fields() if name.startswith(SIGN_PREFIX)} <= high


@pytest.mark.parametrize(
    ("name", "recorded", "value"),
    [
        ("mood", 0, 10),
        ("mood", 10, 0),
        ("stress", 7, 7),
        ("sign:anxiety", SignStrength.ABSENT, 0),
        ("sign:anxiety", SignStrength.SEVERE, 10),
    ],
)
def test_ten_is_worst_on_the_common_scale(
    name: str, recorded: int | SignStrength, value: float
) -> None:
    assert value == domain_fields()[name].value(recorded)


def test_strengths_lie_in_equal_steps_with_moderate_on_the_felt_side() -> None:
    steps = [STRENGTHS[strength] for strength in SignStrength]
    assert steps == pytest.approx([0, 10 / 3, 20 / 3, 10])
    assert STRENGTHS[SignStrength.MILD] < MODERATE <= STRENGTHS[SignStrength.MODERATE]


def test_the_scale_has_eleven_domains_four_of_them_of_feeling() -> None:
    scale = journal_scale()
    assert (len(set(scale.domains.values())), len(scale.core)) == (11, 4)
    assert scale.core == OF_FEELING
