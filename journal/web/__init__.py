"""The room around the pages: what answers HTTP, and who may ask."""
