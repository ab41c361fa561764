import pytest

from journal.cycle.age import age_in
from tests.builders import on


@pytest.mark.parametrize(
    ("day", "birth_year", "age"),
    [
        ("2026-01-01", 1981, 45),
        ("2026-12-31", 1981, 45),
        ("2026-11-22", 2026, 0),
        ("2026-11-22", 1906, 120),
        ("2026-11-22", 1905, None),
        ("2026-11-22", 2027, None),
        ("2026-11-22", 99999, None),
        ("2026-11-22", None, None),
    ],
)
def test_her_age_is_the_one_she_turns_that_year(
    day: str, birth_year: int | None, age: int | None
) -> None:
    assert age == age_in(on(day), birth_year)
