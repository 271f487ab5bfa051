"""A package with a name of its own: `bench/duplicates.py`, which a test of the benches finds too, must not stand in for it."""
