"""The screens: they ask `jury` and show the answer."""
