"""A tuple of records that can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import core_schema

from .metric import Metric
from .period import Period
from .region import Region

T = TypeVar("T", bound=BaseModel)

_LISTED = 10
"""How many of its items a repr shows."""


class Records(tuple[T, ...]):
    """A tuple of frozen objects with `where` and `sorted_by`.

    >>> from regiontargets.model import Source
    >>> sources = Records([Source(id="a", language="en"), Source(id="b", language="zh")])
    >>> [source.id for source in sources.where(language="zh")]
    ['b']
    """

    __slots__ = ()

    def where(self, test: Callable[[T], bool] | None = None, **wanted: object) -> Records[T]:
        """Those whose fields equal what is wanted (and that pass the test, if one is given).

        A region is named by any of its codes or by its name, a metric by its code or name, and
        `year=` is that of the period; a tuple, list or set of values means any of them.

        Raises:
            AttributeError: the objects have no such field.
        """
        found: Iterable[T] = self
        for name, value in wanted.items():
            several = isinstance(value, (tuple, list, set, frozenset))
            options = tuple(cast("Iterable[object]", value)) if several else (value,)
            found = [each for each in found if _matches(_field(each, name), options)]
        return Records(each for each in found if test is None or test(each))

    def sorted_by(self, *names: str, reverse: bool = False) -> Records[T]:
        """In the order of some fields; objects in which a field is None come last.

        Raises:
            AttributeError: the objects have no such field.
        """

        def key(each: T) -> tuple[tuple[bool, Any], ...]:
            values = [_field(each, name) for name in names]
            return tuple(((value is None) != reverse, _orderable(value)) for value in values)

        return Records(sorted(self, key=key, reverse=reverse))

    def __repr__(self) -> str:
        r"""The first ones, a line each.

        >>> from regiontargets.model import Source
        >>> print(repr(Records(Source(id=f"s{n}") for n in range(12))).splitlines()[-2:])
        [" Source(id='s9'),", ' … 2 more)']
        """
        lines = [repr(each) for each in self[:_LISTED]]
        if len(self) > _LISTED:
            lines.append(f"… {len(self) - _LISTED:,} more")
        return f"({f',{chr(10)} '.join(lines)}{',' * (len(lines) == 1)})"

    def _repr_html_(self) -> str:
        # Deferred: pictures stand above the model; a notebook looks for them here.
        from regiontargets.display import records_html

        return records_html(self)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validated as a tuple of its parameter."""
        (item,) = get_args(source) or (object,)
        inner = core_schema.tuple_variable_schema(handler.generate_schema(item))
        return core_schema.no_info_after_validator_function(cls, inner)


def _field(item: BaseModel, name: str) -> Any:
    if name == "year" and "period" in type(item).model_fields:
        period: Period | None = getattr(item, "period")  # noqa: B009 - not every item has one
        return None if period is None else period.year
    return getattr(item, name)


def _matches(value: object, options: tuple[object, ...]) -> bool:
    if value in options:
        return True
    names: set[str] = set()
    if isinstance(value, Region):
        names = {value.code, value.name, *value.codes.values(), *value.names.values()}
    elif isinstance(value, Metric):
        names = {value.code, value.name, *value.names.values()}
    return any(isinstance(option, str) and option in names for option in options)


def _orderable(value: object) -> object:
    if isinstance(value, (Region, Metric)):
        return value.code
    if isinstance(value, Period):
        return value.end
    return "" if value is None else value
