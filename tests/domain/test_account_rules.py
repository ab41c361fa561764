import pytest

from journal.domain.account_rules import AccountRules
from journal.domain.errors import QuantityOutOfRange


def test_a_kind_without_a_weight_of_its_own_deposits_one() -> None:
    rules = AccountRules(weights={"long_hug": 2.5})
    assert (rules.weight("long_hug"), rules.weight("smile")) == (2.5, 1.0)


@pytest.mark.parametrize(
    "given",
    [{"half_life_days": 0.2}, {"half_life_days": 90.0}, {"away": -1.0}, {"weights": {"x": 11.0}}],
    ids=str,
)
def test_a_number_outside_its_range_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(QuantityOutOfRange):
        AccountRules(**given)  # type: ignore[arg-type]  # wrong on purpose


def test_rules_in_force_do_not_change_with_what_they_were_made_of() -> None:
    weights = {"long_hug": 2.5}
    rules = AccountRules(weights=weights)
    weights["long_hug"] = 9.0
    assert rules.weight("long_hug") == 2.5
    assert AccountRules(weights={"long_hug": 2.5}) == rules
    with pytest.raises(TypeError):
        rules.weights["long_hug"] = 9.0  # type: ignore[index]  # what must not be possible
