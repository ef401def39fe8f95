"""The base of all types: frozen, strict about fields, short to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, NoReturn, Self, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from .field_docs import field_docs

K = TypeVar("K")
V = TypeVar("V")


class FrozenModel(BaseModel):
    """A value: it cannot be changed, refuses unknown fields and shows only what is set.

    Attributes:
        SHOWN: the fields that its repr shows; empty: all that differ from their default.
    """

    SHOWN: ClassVar[tuple[str, ...]] = ()

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=False,
        str_strip_whitespace=False,
        defer_build=True,  # each type when the first of it is made: a tenth of a second for all
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """With the docstring under each field as its description."""
        schema = handler(core_schema)
        fields = handler.resolve_ref_schema(schema)["properties"]
        for each in (each for each in cls.__mro__ if issubclass(each, FrozenModel)):
            for name, doc in field_docs(each).items():
                if name in fields:
                    fields[name].setdefault("description", doc)
        return schema

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """Only what differs from its default, so that a repr stays a line."""
        for name, info in type(self).model_fields.items():
            if self.SHOWN and name not in self.SHOWN:
                continue
            value = getattr(self, name)
            shown = info.is_required() or value != info.get_default(call_default_factory=True)
            if shown and info.repr:
                yield name, value


M = TypeVar("M", bound=FrozenModel)


def unchecked(model: type[M], **fields: object) -> M:
    """A value whose fields are known to be sound, as `model_construct` makes it, but sooner.

    To check the first value of a type, pydantic builds its validators, and for the first of all
    types looks for plugins in all that is installed: 20 ms.

    >>> from regiontargets.model import Period
    >>> from datetime import date
    >>> print(unchecked(Period, end=date(2025, 12, 31), kind="deadline", year=2025))
    by 2025
    """
    made = model.__new__(model)
    given = {name: fields.get(name, default) for name, default in _defaults(model)}
    object.__setattr__(made, "__dict__", given)
    object.__setattr__(made, "__pydantic_fields_set__", set(fields))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _defaults(model: type[FrozenModel]) -> tuple[tuple[str, object], ...]:
    return tuple((name, info.default) for name, info in model.model_fields.items())


def as_mapping(data: object) -> Mapping[str, object] | None:
    """What a validator is given, if it is a mapping of fields."""
    return cast("Mapping[str, object]", data) if isinstance(data, Mapping) else None


class FrozenDict(dict[K, V]):
    """A dict that cannot be changed, so that frozen models are so all the way down.

    >>> FrozenDict(en="Hubei")["en"]
    'Hubei'
    >>> hash(FrozenDict(a=1)) == hash(FrozenDict(a=1))
    True
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping is frozen; build a new one")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse  # pyright: ignore[reportAssignmentType]
    __ior__ = _refuse  # pyright: ignore[reportAssignmentType]

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validated as a dict of its parameters, then frozen."""
        # Without parameters pydantic meets it only as the default of a field, in a JSON Schema.
        keys, values = get_args(source) or (object, object)
        inner = core_schema.dict_schema(
            handler.generate_schema(keys), handler.generate_schema(values)
        )
        return core_schema.no_info_after_validator_function(cls, inner)
