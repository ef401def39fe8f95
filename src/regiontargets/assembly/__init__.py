"""From annotated documents to a typed dataset, by roles and label maps."""

from .documents import assemble
from .label_draft import draft_label_map
from .label_map import LabelMap
from .reading import Metrics, Regions
from .roles import FINDINGS

__all__ = ["FINDINGS", "LabelMap", "Metrics", "Regions", "assemble", "draft_label_map"]
