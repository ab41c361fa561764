"""Why something is suggested, in one sentence: counts of her own days, or the ladder."""

from journal.analysis.suggestions import Suggestion
from journal.domain.catalogues import OWN_GROUP


def reason_words(suggestion: Suggestion) -> str:
    """Say why: "On 12 of 15 days with “Long hug” connection was above your middle."."""
    if (counted := suggestion.counted) is not None:
        return (
            f"On {counted.above} of {counted.days} days with “{suggestion.name}” connection was "
            "above your middle."
        )
    if suggestion.touch_unwelcome:
        return "A step of the ladder without touch, as touch is unwelcome today."
    if suggestion.group == OWN_GROUP:
        return "A step you added to the ladder yourself."
    return f"A step of the ladder: {suggestion.group.lower()}."
