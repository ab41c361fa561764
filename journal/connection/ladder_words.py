"""The ladder in words: an offer, and nothing that has to be reached."""

from typing import Final

from journal.domain.days import Touch

LADDER_OFFER: Final = (
    "Small steps towards each other. None of them follows from another, and every one is enough."
)
WITHOUT_TOUCH_TODAY: Final = "Touch is unwelcome today, so these are the steps without touch."
NO_LIMIT: Final = "I set no limit"
INTIMATE_CAUTION: Final = "In pregnancy, breast or nipple massage can bring on contractions."


def offer_words(touch_today: Touch | None) -> str:
    """Say what the list is, and why it is shorter where touch is unwelcome."""
    if touch_today is Touch.UNWELCOME:
        return f"{LADDER_OFFER} {WITHOUT_TOUCH_TODAY}"
    return LADDER_OFFER
