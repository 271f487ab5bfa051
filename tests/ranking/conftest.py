"""Properties of the ranking: how long an example takes is measured in `bench/`, and is no reason to fail here."""

from hypothesis import settings

settings.register_profile("ranking", deadline=None)
settings.load_profile("ranking")
