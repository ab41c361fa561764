"""The tests; `tests/<room>/test_<module>.py` tests `journal/<room>/<module>.py`."""
