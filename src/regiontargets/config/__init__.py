"""What a project wants checked, what it excuses, and what it already knows."""

from regiontargets.findings.suppressions import FINDINGS

from .baseline import Baseline
from .config import Config
from .reading import ConfigError, discover, read_config
from .suppressions import MARKDOWN_SUFFIXES, suppressed

__all__ = [
    "FINDINGS",
    "MARKDOWN_SUFFIXES",
    "Baseline",
    "Config",
    "ConfigError",
    "discover",
    "read_config",
    "suppressed",
]
