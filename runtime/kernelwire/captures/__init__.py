"""Recorded messages: files in, verdicts out. What is legal is decided by the emitted validators."""
