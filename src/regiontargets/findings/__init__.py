"""What is wrong, and where: the value that loaders, rules and reports share."""

from .finding import SEVERITIES, Finding, Fix, Related, Severity
from .place import Excerpt, Place

__all__ = ["SEVERITIES", "Excerpt", "Finding", "Fix", "Place", "Related", "Severity"]
