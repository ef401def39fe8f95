"""The settings of a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from regiontargets.findings import Severity

from .suppressions import suppressed

if TYPE_CHECKING:
    from regiontargets.catalog import Catalog
    from regiontargets.validators import Report, Selection


@dataclass(frozen=True, slots=True)
class Config:
    """What a project's `[tool.regiontargets]` says.

    Attributes:
        select: codes or beginnings of codes to look for; empty: the default rules.
        ignore: codes or beginnings of codes to leave out.
        extend_select: codes or beginnings of codes to look for beside the selected ones.
        per_file_ignores: codes to leave out in the files that a pattern fits; a pattern without
            a slash is compared with the file's name, any other with its path from `root`.
        severities: other severities for some codes.
        sources: where the quotes of tables are looked up.
        labels: a label map (TOML).
        columns: the roles of a table's columns: a mapping or a TOML file.
        regions: files of the project's own regions.
        metrics: files of the project's own metrics.
        units: files of the project's own names of units.
        format: how to report; None: as text.
        root: the folder from which the configuration counts paths.

    >>> config = Config(per_file_ignores={"old/*.md": ("U",)})
    >>> config.ignores("old/2019.md", "U003"), config.ignores("new.md", "U003")
    (True, False)
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    sources: tuple[Path, ...] = ()
    labels: Path | None = None
    columns: Path | Mapping[str, object] | None = None
    regions: tuple[Path, ...] = ()
    metrics: tuple[Path, ...] = ()
    units: tuple[Path, ...] = ()
    format: str | None = None
    root: Path = Path()

    @property
    def catalog(self) -> Catalog | None:
        """The built-in catalog under the project's own lists; None where it has none.

        Raises:
            LoadError: a list is not there or cannot be read.
        """
        if not (self.regions or self.metrics or self.units):
            return None
        from regiontargets.catalog import Catalog  # deferred: few projects have lists

        return Catalog(regions=self.regions, metrics=self.metrics, units=self.units)

    def selection(
        self,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severities: Mapping[str, Severity] | None = None,
    ) -> Selection:
        """What is looked for: what a call selects goes before this, what it ignores comes to it.

        Raises:
            UnknownRule: nothing begins with one of the codes.

        >>> Config(ignore=("Y",), extend_select=("E009",)).selection(ignore=["U"]).ignore
        ('Y', 'U')
        """
        from regiontargets.validators import Selection, rules  # deferred: reading needs no rule

        chosen = tuple(select)
        if not chosen:
            chosen = self.select
            if self.extend_select:
                default = tuple(rule.code for rule in rules() if rule.default)
                chosen = (*(chosen or (*default, "F", "S")), *self.extend_select)
        weighed: dict[str, Severity] = {**self.severities, **(severities or {})}
        return Selection(chosen, (*self.ignore, *ignore), weighed)

    def excused(self, report: Report, files: Iterable[str], selection: Selection) -> Report:
        """A report without what the files' own comments and the per-file settings excuse.

        Args:
            report: what was found.
            files: the files that were checked, named as in the findings' places.
            selection: what was looked for.
        """
        from regiontargets.validators import Report

        left, count = suppressed(report, files, selection.looks_for)
        kept = [each for each in left if each.code[0] != "S" or selection.wants(each.code)]
        return Report.of(
            (each for each in kept if not self.ignores(each.place.file, each.code)),
            records=report.records,
            suppressed=report.suppressed + count,
        )

    def ignores(self, path: str | None, code: str) -> bool:
        """Whether a code is left out in a file."""
        if path is None:
            return False
        return any(
            _fits(path, pattern, self.root) and code.startswith(codes)
            for pattern, codes in self.per_file_ignores.items()
        )


@lru_cache(maxsize=4096)
def _fits(path: str, pattern: str, root: Path) -> bool:
    if "/" not in pattern:
        return fnmatchcase(Path(path).name, pattern)
    return fnmatchcase(relative(path, root), pattern)


def relative(path: str, root: Path) -> str:
    """A path as seen from a folder, with slashes; as it is where it lies elsewhere.

    >>> relative("data/a.md", Path())
    'data/a.md'
    """
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return Path(path).as_posix()
