"""The partner's card in sentences, and the counts of both sides."""

from typing import Final

from journal.connection.partner_card import Card, Counts
from journal.domain.days import Touch
from journal.domain.labels import counted

TOUCH_SENTENCES: Final = {
    Touch.WELCOME: "Touch is welcome today.",
    Touch.NEUTRAL: "Touch is neither wished for nor unwelcome today.",
    Touch.UNWELCOME: "Today, please without touch.",
}
TOUCH_NOT_SAID: Final = "Nothing is said about touch today."
THINGS_HEADING: Final = "Small things that do me good"
EMPTY_CARD: Final = "Nothing is on the card. What you switch on or write below will stand here."
HOW_SEEN: Final = (
    "This is how your partner would see it. Nobody sees it unless you say so: under More, Share, "
    "you can make a link for your partner, which shows the card as it stands that day."
)
SIDES_EXPLAINED: Final = (
    "Two people note different things. Neither count is the right one, and neither is a score."
)


def card_lines(card: Card) -> list[str]:
    """Return the sentences of the card, in its order, without her small things."""
    lines = [card.words] if card.words else []
    if card.stands:
        lines.append(f"{card.stands}.")
    if card.says_touch:
        lines.append(TOUCH_SENTENCES[card.touch] if card.touch else TOUCH_NOT_SAID)
    return lines


def counts_words(counts: Counts) -> str:
    """Say both totals: "You noted 12 moments, your partner 3."."""
    return f"You noted {counted(counts.own, 'moment')}, your partner {counts.partner:,}."
