"""What this loader uses of dkpro-cassis, which is not typed, and how it is imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from regiontargets.errors import MissingExtra


class CasType(Protocol):
    """A type of a type system."""

    name: str
    supertype: CasType | None

    @property
    def all_features(self) -> Sequence[CasFeature]:
        """Its own features and those it inherits."""
        ...

    @property
    def descendants(self) -> Iterator[CasType]:
        """It and the types that inherit from it."""
        ...


class CasFeature(Protocol):
    """A feature of a type."""

    name: str
    rangeType: CasType  # noqa: N815 - as dkpro-cassis names it
    multipleReferencesAllowed: bool | None  # noqa: N815


class TypeSystem(Protocol):
    """A type system."""

    def get_types(self) -> Sequence[CasType]:
        """Every type."""
        ...

    def get_type(self, type_name: str) -> CasType:
        """The type of that name."""
        ...

    def contains_type(self, typename: str, match_exactly: bool = False) -> bool:
        """Whether there is a type of that name."""
        ...

    def create_type(self, name: str, supertypeName: str) -> CasType:  # noqa: N803
        """Add a type."""
        ...

    def create_feature(self, domainType: CasType, name: str, rangeType: str) -> CasFeature:  # noqa: N803
        """Add a feature to a type."""
        ...

    def is_instance_of(self, type_: str, parent: str) -> bool:
        """Whether a type is another, or inherits from it."""
        ...


class Structure(Protocol):
    """A feature structure: its features are attributes."""

    xmiID: int  # noqa: N815
    type: CasType


class View(Protocol):
    """An index of structures."""

    def get_all_fs(self) -> Sequence[Structure]:
        """Everything in its index."""
        ...


class Cas(Protocol):
    """A CAS."""

    typesystem: TypeSystem
    views: Sequence[View]


class Cassis(Protocol):
    """The package."""

    def load_typesystem(self, source: object) -> TypeSystem:
        """The type system in an XML file."""
        ...

    def load_cas_from_xmi(self, source: object, typesystem: TypeSystem, trusted: bool) -> Cas:
        """The CAS in an XMI file."""
        ...

    def load_cas_from_json(self, source: str, typesystem: TypeSystem | None) -> Cas:
        """The CAS in a JSON text."""
        ...

    def load_dkpro_core_typesystem(self) -> TypeSystem:
        """The types that DKPro Core, WebAnno and INCEpTION have built in."""
        ...


def cassis() -> Cassis:
    """The package dkpro-cassis.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        # Imported when first needed: it is an extra, and slow to import.
        import cassis as package  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtra("cas", needed_for="reading UIMA CAS", package="dkpro-cassis") from None
    return package  # type: ignore[no-any-return]
