"""What every test shares: settings, and the scripts that write generated files."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

UPDATE = Path(__file__).parents[1] / "update"

# A busy machine is no finding: time is measured in benchmarks/, never asserted here.
COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples each time, so that a change fails for what it changed and not by chance;
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("project", COMMON, derandomize=True)
settings.register_profile("explore", COMMON, max_examples=1000)
settings.load_profile("project")


@pytest.fixture(scope="session")
def update_script() -> Callable[[str], ModuleType]:
    """Loads a script of `update/` by its name: what is checked in is held against what it makes."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, UPDATE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
