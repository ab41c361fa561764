import pytest

from journal.connection.ladder import (
    is_touch,
    is_within,
    kinds_of_step,
    step_groups,
    steps_for,
)
from journal.connection.ladder_words import (
    WITHOUT_TOUCH_TODAY,
    offer_words,
    own_order_words,
    own_step_words,
)
from journal.domain.catalogues import (
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    shipped_catalogue,
)
from journal.domain.days import Touch

LADDER = shipped_catalogue(CatalogueName.LADDER)
MOMENTS = shipped_catalogue(CatalogueName.MOMENTS)
GROUPS = ("Without touch", "Light touch", "Closer", "Intimate")
OWN = Entry("own_tea", "Tea on the step", OWN_GROUP, own=True)


def groups(*args: object, **kwargs: object) -> list[str]:
    steps = steps_for(*args, **kwargs)  # type: ignore[arg-type]  # the cases are the test's business
    return list(dict.fromkeys(step.group for step in steps))


def test_the_ladder_begins_without_touch() -> None:
    assert step_groups() == GROUPS
    assert [step.code for step in steps_for(None, None)][:2] == ["notice", "warm_look"]


@pytest.mark.parametrize("up_to", [None, *GROUPS])
def test_where_touch_is_unwelcome_no_step_is_touch(up_to: str | None) -> None:
    steps = steps_for(Touch.UNWELCOME, up_to, intimate=True)
    assert [step.code for step in steps if step.touch] == []
    assert len(steps) == 9


@pytest.mark.parametrize("touch", [None, Touch.WELCOME, Touch.NEUTRAL])
def test_the_ladder_goes_only_as_far_as_she_says(touch: Touch | None) -> None:
    assert groups(touch, None, intimate=True) == list(GROUPS)
    for last, group in enumerate(GROUPS, start=1):
        assert groups(touch, group, intimate=True) == list(GROUPS[:last])


@pytest.mark.parametrize("up_to", [None, "Intimate"])
def test_intimate_steps_wait_until_they_are_switched_on(up_to: str | None) -> None:
    assert groups(Touch.WELCOME, up_to) == list(GROUPS[:3])


def test_a_limit_nobody_knows_leaves_the_first_group() -> None:
    assert groups(Touch.WELCOME, "Renamed since", intimate=True) == ["Without touch"]


def test_in_pregnancy_no_hand_on_the_breast_is_offered() -> None:
    offered = {step.code for step in steps_for(None, None, intimate=True)}
    pregnant = {step.code for step in steps_for(None, None, intimate=True, pregnant=True)}
    assert offered - pregnant == {"breast_touch"}


def test_a_step_of_her_own_is_offered_wherever_touch_may_be() -> None:
    mine = LADDER.with_own([OWN])
    for touch, up_to, offered in [
        (None, None, True),
        (Touch.WELCOME, "Light touch", True),
        (Touch.WELCOME, "Without touch", False),
        (Touch.UNWELCOME, None, False),
    ]:
        codes = [step.code for step in steps_for(touch, up_to, catalogue=mine)]
        assert ("own_tea" in codes) is offered, (touch, up_to)


def test_her_name_for_a_step_is_shown_and_a_hidden_one_is_not() -> None:
    mine = LADDER.with_own(
        [
            Entry("warm_look", "That look", "Without touch"),
            Entry("notice", "Notice", "Without touch", hidden=True),
        ]
    )
    first = steps_for(None, None, catalogue=mine)[0]
    assert (first.code, first.name) == ("warm_look", "That look")


def test_every_kind_a_step_stands_for_is_in_the_catalogue() -> None:
    kinds = [kind for code in LADDER.entries for kind in kinds_of_step(code)]
    assert set(kinds) - set(MOMENTS.entries) == set()
    assert sorted(set(kinds)) == sorted(kinds)  # no kind stands for two steps


def test_a_step_and_the_kinds_it_stands_for_agree_about_touch() -> None:
    steps = steps_for(None, None, intimate=True)
    unlike = [
        (step.code, kind)
        for step in steps
        for kind in step.moments
        if is_touch(kind) is not step.touch
    ]
    assert unlike == []
    assert kinds_of_step("hold_hands") == ("held_hands",)


def test_steps_without_a_kind_are_ticked_by_hand() -> None:
    assert kinds_of_step("say_no_touch") == ()
    assert kinds_of_step("nobody_knows") == ()


@pytest.mark.parametrize(
    ("kind", "touch", "up_to", "expected"),
    [
        ("thanks", Touch.UNWELCOME, "Without touch", True),
        ("held_hands", None, None, True),
        ("held_hands", Touch.UNWELCOME, None, False),
        ("held_hands", None, "Light touch", True),
        ("held_hands", None, "Without touch", False),
        ("long_hug", None, "Light touch", False),
        ("long_hug", None, "Closer", True),
        ("slept_close", None, "Light touch", False),  # no step stands for it
        ("slept_close", None, "Closer", True),
        ("own_dance", Touch.UNWELCOME, None, False),  # it may be touch
        ("own_dance", None, None, True),
    ],
)
def test_a_moment_may_be_offered_as_far_as_its_step(
    kind: str, touch: Touch | None, up_to: str | None, *, expected: bool
) -> None:
    assert is_within(kind, touch, up_to) is expected


def test_the_list_says_why_it_is_without_touch() -> None:
    assert WITHOUT_TOUCH_TODAY in offer_words(Touch.UNWELCOME)
    assert WITHOUT_TOUCH_TODAY not in offer_words(None)


def own_steps(*entries: Entry) -> Catalogue:
    return shipped_catalogue(CatalogueName.LADDER).with_own(entries)


@pytest.mark.parametrize(
    ("said", "touch", "up_to", "offered"),
    [
        (None, None, None, True),
        (None, Touch.UNWELCOME, None, False),  # it may be touch until she says otherwise
        (None, None, "Without touch", False),
        (True, Touch.UNWELCOME, None, False),
        (False, Touch.UNWELCOME, None, True),
        (False, None, "Without touch", True),
        (False, Touch.UNWELCOME, "Without touch", True),
    ],
)
def test_a_step_of_her_own_is_offered_by_what_she_says_of_touch(
    *, said: bool | None, touch: Touch | None, up_to: str | None, offered: bool
) -> None:
    catalogue = own_steps(Entry("own_tea", "Tea", OWN_GROUP, own=True, touch=said))
    found = [step.code for step in steps_for(touch, up_to, catalogue=catalogue)]
    assert ("own_tea" in found) is offered


def test_what_is_shipped_with_touch_keeps_it_whatever_stands_in_the_record() -> None:
    renamed = Entry("hold_hands", "Hands", "Light touch", touch=False)
    found = steps_for(Touch.UNWELCOME, None, catalogue=own_steps(renamed))
    assert "hold_hands" not in [step.code for step in found]


def test_her_own_steps_are_said_in_their_order() -> None:
    assert own_order_words([]) == ""
    assert own_order_words(["Tea", "A walk"]) == (
        "Your own steps are offered in this order: Tea, A walk."
    )
    assert own_step_words("Tea", is_touch=False) == "“Tea” counts as without touch."
