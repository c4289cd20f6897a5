"""Fuzzing of what reads foreign bytes, by hand: see `fuzz.target`."""
