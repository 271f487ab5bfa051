"""Plain arithmetic: overall scores, ranks and ties, the line of the shortlist."""
