"""What is known elsewhere of bids and how they are met; each number with whose it is."""

from typing import Final

# 86 and 33 %: Gottman's books. Driver & Gottman 2004 (Fam Process 43:301) prints no such table.
# 5 to 1: Gottman & Levenson 1992 (J Pers Soc Psychol 63:221), in discussions of a conflict.
WHAT_IS_KNOWN: Final = (
    (
        "In John Gottman’s newlywed studies, couples who stayed together answered far more of each "
        "other’s small bids than those who parted; in his books he reports 86 % and 33 %. No "
        "peer-reviewed table with these two numbers was found."
    ),
    (
        "The five to one of Gottman and Levenson belongs to talks about a conflict, and is no "
        "target for a whole day."
    ),
    (
        "Counted here are bids between you and your partner, and those for which you named nobody. "
        "One with a child, your family or a friend is left out and said beside them."
    ),
    "What you see here is your own record, not a score.",
)
