"""nominate-tui: an award jury reads nominations, scores them, settles duplicates and leaves with a shortlist."""
