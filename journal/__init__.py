"""Tending: a private journal of mood, desire and connection through cycle and menopause."""
