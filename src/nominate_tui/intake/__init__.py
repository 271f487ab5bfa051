"""Documents become nominations, or a list of problems with addresses."""
