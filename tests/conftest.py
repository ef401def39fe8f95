"""Settings that every test shares."""

from hypothesis import HealthCheck, settings

# A busy machine is no finding: time is measured in benchmarks/, never asserted here.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")
