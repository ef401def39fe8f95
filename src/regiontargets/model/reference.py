"""Regions and metrics inside records: whole objects in memory, their keys in a saved dataset."""

from __future__ import annotations

from typing import Annotated, TypeAlias, TypeVar

from pydantic import (
    BeforeValidator,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    WrapSerializer,
)

from .frozen import as_mapping
from .metric import Metric
from .region import Region

T = TypeVar("T", Region, Metric)

BY_REFERENCE = "by_reference"
"""The serialization context key that asks for keys in place of whole objects."""


def _asked(context: object) -> object:
    fields = as_mapping(context)
    return None if fields is None else fields.get(BY_REFERENCE)


def _resolve(value: object, info: ValidationInfo) -> object:
    known = as_mapping(_asked(info.context))
    if not isinstance(value, str) or known is None:
        return value
    if value not in known:
        raise ValueError(f"refers to {value!r}, which the file does not define")
    return known[value]


def _region_key(
    value: Region, handler: SerializerFunctionWrapHandler, info: SerializationInfo
) -> object:
    return value.key if _asked(info.context) else handler(value)


def _metric_key(
    value: Metric, handler: SerializerFunctionWrapHandler, info: SerializationInfo
) -> object:
    return value.code if _asked(info.context) else handler(value)


RegionField: TypeAlias = Annotated[Region, BeforeValidator(_resolve), WrapSerializer(_region_key)]
"""A region in a record's field."""

MetricField: TypeAlias = Annotated[Metric, BeforeValidator(_resolve), WrapSerializer(_metric_key)]
"""A metric in a record's field."""
