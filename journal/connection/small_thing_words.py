"""One small thing in words: an offer that can be left, and why it is made."""

from typing import Final

from journal.connection.small_thing import Occasion, SmallThing

SMALL_THING_WORDS: Final = {
    "notice": "notice one kind thing, and let it stand for a moment",
    "warm_look": "a warm look across the room",
    "kind_message": "a kind message, two lines long",
    "thank_you": "a thank you for something small",
    "ask_and_listen": "one question, and time for the answer",
    "same_room": "the same room for a while, each with your own things",
    "sit_near": "a seat near each other",
    "fingertips": "fingertips that meet in passing",
    "hand_on_arm": "a hand on the arm as you pass",
    "hold_hands": "a hand to hold for a few steps",
    "shoulder_to_shoulder": "shoulder to shoulder for a moment",
    "short_hug": "a short hug",
}
OCCASION_WORDS: Final = {
    Occasion.LOW_BALANCE: "your balance is below half of what is usual for you",
    Occasion.PREMENSTRUAL: "these are days before a period",
    Occasion.PREMENSTRUAL_ESTIMATED: (
        "these are likely days before a period, estimated from your cycles"
    ),
}


def small_thing_words(thing: SmallThing) -> str:
    """Offer it: "If you like: a hand on the arm as you pass."."""
    return f"If you like: {SMALL_THING_WORDS[thing.step]}."


def occasion_words(thing: SmallThing) -> str:
    """Say why: "Offered because these are days before a period."."""
    return f"Offered because {' and '.join(OCCASION_WORDS[why] for why in thing.occasions)}."
