"""Measurements of speed and memory, by hand: `python -m benchmarks.speed --help`."""
