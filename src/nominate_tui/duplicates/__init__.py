"""Which nominations are near-identical, how much and why."""
