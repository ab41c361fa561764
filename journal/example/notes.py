"""The words the invented person leaves now and then; plain, short, and nobody's."""

from typing import Final

NOTE_RATE: Final = 0.06
MOMENT_NOTES: Final = (
    "On the stairs, just before leaving.",
    "I asked for it, and that was good.",
    "Without a word.",
    "In the kitchen, tea going cold.",
    "Longer than usual.",
    "Under the blanket, rain outside.",
    "We both had time for once.",
)
DAY_NOTES: Final = {
    "apart": (
        "Away again. The flat is quiet.",
        "We talked on the phone before bed.",
        "Slept on the other side of the bed.",
        "Misses me, says the message. Me too.",
    ),
    "flush": (
        "Woke twice, window wide open.",
        "Warm wave in the middle of a meeting.",
        "Thin nightshirt from now on.",
    ),
    "low": (
        "Snapped at everybody, sorry by supper.",
        "Wanted to be left alone today.",
        "Everything too loud.",
        "Tired, and cross about being tired.",
    ),
    "good": (
        "Walked home the long way round.",
        "Easy day. Laughed a lot.",
        "Soup, candle, early night.",
        "We sat on the balcony until it was dark.",
        "Felt like myself.",
    ),
    "bleed": (
        "Came as a surprise.",
        "Hot water bottle and a film.",
    ),
    "plain": (
        "Nothing special, and that was fine.",
        "Long day at work.",
        "Rain all day.",
        "Shopping, washing, a bit of garden.",
        "Visit from the family.",
        "Read half a book.",
    ),
}
