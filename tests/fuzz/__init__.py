"""Fuzzing: one target for each surface that reads what others wrote.

`targets` says what must hold, `seeds` where the search begins, ``corpus/`` keeps what was found. `make fuzz`
searches, guided by coverage; ``tests/test_fuzz.py`` replays and mutates what is kept.
"""
