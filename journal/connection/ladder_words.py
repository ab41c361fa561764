"""The ladder in words: an offer, and nothing that has to be reached."""

from collections.abc import Sequence
from typing import Final

from journal.domain.days import Touch

LADDER_OFFER: Final = (
    "Small steps towards each other. None of them follows from another, and every one is enough."
)
WITHOUT_TOUCH_TODAY: Final = "Touch is unwelcome today, so these are the steps without touch."
NO_LIMIT: Final = "I set no limit"
INTIMATE_CAUTION: Final = "In pregnancy, breast or nipple massage can bring on contractions."

OWN_STEPS: Final = (
    "A step of your own counts as one with touch until you say that it is without. Without touch, "
    "it is offered on every day."
)


def offer_words(touch_today: Touch | None) -> str:
    """Say what the list is, and why it is shorter where touch is unwelcome."""
    if touch_today is Touch.UNWELCOME:
        return f"{LADDER_OFFER} {WITHOUT_TOUCH_TODAY}"
    return LADDER_OFFER


def own_step_words(name: str, *, is_touch: bool) -> str:
    """Say how a step of hers counts."""
    return f"“{name}” counts as {'touch' if is_touch else 'without touch'}."


def own_order_words(names: Sequence[str]) -> str:
    """Say in which order the steps of her own are offered; "" for none."""
    return f"Your own steps are offered in this order: {', '.join(names)}." if names else ""
