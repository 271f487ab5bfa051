"""The nouns of judging, frozen: they know no file, no clock and no screen."""
