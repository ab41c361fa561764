"""Waking temperatures in whichever of the two degrees an app writes them."""

from typing import Final

# No living body is as warm as 60 °C or as cold as 60 °F: the number itself says which it is.
BETWEEN_THE_TWO: Final = 60.0
FREEZING_F: Final = 32.0
F_PER_C: Final = 1.8


def from_fahrenheit(reading: float) -> float:
    """Return degrees Fahrenheit in degrees Celsius, two digits after the point."""
    return round((reading - FREEZING_F) / F_PER_C, 2)


def celsius(reading: float) -> float:
    """Return a body's temperature in degrees Celsius, two digits after the point."""
    return from_fahrenheit(reading) if reading > BETWEEN_THE_TWO else round(reading, 2)
