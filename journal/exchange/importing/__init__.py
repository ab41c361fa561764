"""Other apps' exports, read: a module a format, pure from bytes to what can be recorded."""
