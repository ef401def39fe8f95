"""From annotated documents to a typed dataset, by roles and label maps."""

from typing import TYPE_CHECKING

from regiontargets.deferred import deferred

if TYPE_CHECKING:
    from .documents import assemble as assemble
    from .label_draft import draft_label_map as draft_label_map
    from .label_map import LabelMap as LabelMap
    from .reading import Metrics as Metrics
    from .reading import Regions as Regions
    from .roles import FINDINGS as FINDINGS

_HOMES = {
    "documents": ("assemble",),
    "label_draft": ("draft_label_map",),
    "label_map": ("LabelMap",),
    "reading": ("Metrics", "Regions"),
    "roles": ("FINDINGS",),
}

__all__ = [name for names in _HOMES.values() for name in names]  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = deferred(__name__, _HOMES)
