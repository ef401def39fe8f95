"""The metrics, by code and by whatever people call them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from regiontargets.errors import AmbiguousMetric, UnknownMetric
from regiontargets.paused_collector import paused_collector

from .entry import Entry

if TYPE_CHECKING:
    from regiontargets.model import Metric

    from .index import NameIndex
    from .suggestions import Suggestions

CACHED = 4096


class MetricCatalog:
    """Metrics by code and by name; nothing is read before the first question.

    Args:
        read: gives the entries by code, when they are first needed.
        own: a user's names, by code; they win over those of other metrics.

    >>> from regiontargets.catalog.metrics import metrics
    >>> metrics["gdp_growth"].unit
    'percent'
    >>> metrics.get("growth of the gross regional product").code
    'gdp_growth'
    """

    def __init__(
        self,
        read: Callable[[], Mapping[str, Entry]],
        own: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._read = read
        self._own = own or {}
        self._find = lru_cache(CACHED)(self._look_up)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The rows behind the metrics, by code."""
        with paused_collector():
            return self._read()

    @cached_property
    def _index(self) -> NameIndex:
        # With `entries`: nothing loads before the first question.
        from .built_in import BuiltIn
        from .index import NameIndex
        from .index_rows import rows_of

        with paused_collector():
            entries = self.entries
            rows = entries.rows if isinstance(entries, BuiltIn) else rows_of(entries.values())
            return NameIndex(rows, self._definition, self._own)

    def _definition(self, code: str) -> str:
        definition: str = self.entries[code].fields.get("definition", "")
        return definition

    @cached_property
    def _suggestions(self) -> Suggestions:
        from .suggestions import Suggestions  # difflib is wanted only when a name is not known.

        return Suggestions(self._index.names, self._index.terms)

    def __getitem__(self, code: str) -> Metric:
        """The metric of that code.

        Raises:
            UnknownMetric: if there is none; codes that come near are suggested.
        """
        entry = self.entries.get(code)
        if entry is None:
            raise self._unknown(code)
        return entry.metric

    def find(self, name: str) -> tuple[Metric, ...]:
        """Every metric that a name may mean, in either language; none where it is no name.

        Word order, case, plurals, articles, hyphens and spelling make no difference.

        Args:
            name: a code, a name, an abbreviation, a code of another scheme.

        >>> from regiontargets.catalog.metrics import metrics
        >>> [each.code for each in metrics.find("added value of high-tech manufacturing")]
        ['high_tech_manufacturing_value_added']
        >>> metrics.find("the price of fish")
        ()
        """
        return tuple(self.entries[code].metric for code in self._find(name))

    def get(self, name: str) -> Metric:
        """The one metric that a name means.

        Args:
            name: as `find` takes it.

        Raises:
            UnknownMetric: if none bears the name; metrics that come near are suggested.
            AmbiguousMetric: if several do; they are its candidates.

        >>> from regiontargets.catalog.metrics import metrics
        >>> metrics.get("R&D经费投入强度").code
        'rd_intensity'
        """
        found = self.find(name)
        match found:
            case (metric,):
                return metric
            case ():
                raise self._unknown(name)
            case _:
                raise AmbiguousMetric(name, found)

    def _look_up(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self.entries else self._index.find(name)

    def _unknown(self, name: str) -> UnknownMetric:
        return UnknownMetric(name, self._suggestions.near(name))

    def aliases(self, metric: Metric | str) -> tuple[str, ...]:
        """Every name of a metric, English and Chinese.

        Args:
            metric: the metric or its code.

        Raises:
            UnknownMetric: if it is not in the catalog.

        >>> from regiontargets.catalog.metrics import metrics
        >>> metrics.aliases("rd_intensity")[0]
        'R&D intensity'
        """
        code = self[metric if isinstance(metric, str) else metric.code].code
        entry = self.entries[code]
        return (*entry.english, *entry.chinese)

    def is_derived(self, code: str) -> bool:
        """Whether a metric is the growth of another without a row of its own.

        Args:
            code: the metric's code.

        Raises:
            UnknownMetric: no metric has that code.

        >>> from regiontargets.catalog.metrics import metrics
        >>> metrics.is_derived("gdp_growth"), metrics.is_derived("grain_output_growth")
        (False, True)
        """
        return self.entries[self[code].code].derived

    def growth_of(self, metric: Metric | str) -> Metric | None:
        """The metric that is this one's growth, or None.

        Args:
            metric: the metric or its code.

        Raises:
            UnknownMetric: if it is not in the catalog.

        >>> from regiontargets.catalog.metrics import metrics
        >>> print(metrics.growth_of("gdp"))
        GDP growth (gdp_growth, %)
        """
        growth = self[metric if isinstance(metric, str) else metric.code].growth
        return None if growth is None else self[growth]

    def by_theme(self) -> dict[str, tuple[Metric, ...]]:
        """The metrics under the titles of their themes."""
        themes: dict[str, list[Metric]] = {}
        for entry in self.entries.values():
            themes.setdefault(entry.theme, []).append(entry.metric)
        return {theme: tuple(each) for theme, each in themes.items()}

    def __iter__(self) -> Iterator[Metric]:
        return (entry.metric for entry in self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, metric: object) -> bool:
        """Whether a code, or this very metric, is in the catalog."""
        if isinstance(metric, str):
            return metric in self.entries
        entry = self.entries.get(getattr(metric, "code", ""))
        return entry is not None and entry.metric == metric
