"""Many charts taken along at once: which there are, and the one file they leave in."""
