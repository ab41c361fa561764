"""How findings are worked out, one tap away from them: plain words, with their source."""

from typing import Final

HOW_WORKED_OUT: Final = (
    (
        "Days of yours are compared with other days of yours, and with nobody else’s. A day that "
        "is not noted is left out; nothing is filled in."
    ),
    (
        "Taken account of are a slow trend, the days of the week, where a day lies in your cycle, "
        "time apart, and that one day resembles the next. Without the last, chance would look like "
        "a pattern, and more often the longer you write."
    ),
    (
        "The more is looked at, the more stands out by chance. So something is called sure only "
        "past a line that grows stricter with the number looked at: of what is called sure, about "
        "one in twenty may still be chance (Benjamini and Hochberg 1995). The range in brackets "
        "allows for that number too (Benjamini and Yekutieli 2005). What would pass the line alone "
        "but not among so many may be chance, and is shown only where you ask for it."
    ),
    (
        "“Hardly differs” means that the whole range lies within half a point. “Cannot tell yet” "
        "means that the range is wide, not that there is nothing."
    ),
    (
        "A rating or your sleep is compared between two values that are usual for you: a quarter "
        "of your days lie at or below the one, a quarter at or above the other. Of moments and "
        "bids it is one more; of signs and time apart, days with beside days without. A sign has "
        "four steps: not today, mild, moderate, severe. Stress is called high from 6 on."
    ),
    (
        "Of a sign only the days count on which you noted it: with a strength, or as “not today”. "
        "A day on which you said nothing of it is no day without it. So a sign you never note as "
        "“not today” has no days to be compared with, and nothing can be said of it."
    ),
    (
        "“On the days after” looks at what the days before leave behind, fading by half in two "
        "days, and must hold beside the day itself. The other way round is asked as well."
    ),
    "It is what goes together in your notes; it says nothing about what leads to what.",
)
HOW_COMPARED_ALONE: Final = (
    "Here two things that you chose stand alone: the answer is not held against everything else "
    "that was looked at. Who looks at many pairs will find some by chance, about one in twenty of "
    "those that have nothing to do with each other. So take it as a question for the days to come."
)
