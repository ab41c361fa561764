"""The coach's desk: one document, the same for everybody, that keeps what it is given in a browser.

Convention: the server sends it and knows nothing of who sits at it; see docs/sharing/desk.md.
"""
