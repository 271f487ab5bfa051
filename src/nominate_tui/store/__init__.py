"""Where a round is kept: a promise, and a folder that keeps it."""
