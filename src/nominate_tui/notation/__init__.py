"""The nouns as TOML: reading with addresses for problems, writing so that a person's comments stay."""
