"""Where a day stands: menses onsets, cycles, what can be said of today; dates and values only."""
