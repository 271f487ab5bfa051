"""One file a screen, its stylesheet beside it; screens do not know one another."""
