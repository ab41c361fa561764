"""What the tests stand on: a browser, the running app, databases, the accessibility check."""
