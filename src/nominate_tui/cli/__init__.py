"""The command line: a thin reader of arguments over `jury`; with no command it opens the screens."""
