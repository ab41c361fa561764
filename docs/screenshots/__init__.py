"""The pictures of the README, taken from the running journal; `python3 -m docs.screenshots`."""
