"""Settings that every test shares."""

from hypothesis import HealthCheck, settings

# A busy machine is no finding: time is measured in benchmarks/, never asserted here.
COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples each time, so that a change fails for what it changed and not by chance;
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("project", COMMON, derandomize=True)
settings.register_profile("explore", COMMON, max_examples=1000)
settings.load_profile("project")
