"""Waking temperatures in whichever of the two degrees an app writes them."""

from typing import Final

# No living body is as warm as 60 °C or as cold as 60 °F: the number itself says which it is.
BETWEEN_THE_TWO: Final = 60.0
FREEZING_F: Final = 32.0
_FAHRENHEIT_STEP: Final = 5 / 9


def celsius(reading: float) -> float:
    """Return a body's temperature in degrees Celsius, two digits after the point."""
    if reading > BETWEEN_THE_TWO:
        reading = (reading - FREEZING_F) * _FAHRENHEIT_STEP
    return round(reading, 2)
