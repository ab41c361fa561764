import pytest

from journal.connection.between_two import ALONE_KINDS, is_between_two
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.moments import WithWhom


@pytest.mark.parametrize("with_whom", [None, WithWhom.PARTNER])
def test_a_moment_with_her_partner_or_nobody_named_is_between_the_two(
    with_whom: WithWhom | None,
) -> None:
    assert is_between_two("long_hug", with_whom)


@pytest.mark.parametrize(
    "with_whom", [WithWhom.CHILD, WithWhom.FAMILY, WithWhom.FRIEND, WithWhom.SELF]
)
def test_a_moment_with_others_or_herself_is_not_whatever_weight_its_kind_has(
    with_whom: WithWhom,
) -> None:
    assert not is_between_two("long_hug", with_whom)
    assert not is_between_two("long_hug", with_whom, {"long_hug": 2.0})


@pytest.mark.parametrize("kind", sorted(ALONE_KINDS))
def test_what_is_done_alone_by_its_kind_counts_once_she_gave_it_a_weight(kind: str) -> None:
    assert kind in shipped_catalogue(CatalogueName.MOMENTS).entries
    for with_whom in (None, WithWhom.SELF):
        assert not is_between_two(kind, with_whom)
        assert is_between_two(kind, with_whom, {kind: 0.5})
