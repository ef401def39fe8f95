"""Which rows of a large table need a closer look, because none of their like was found right."""

from .sieving import Checks, Family, Sieve, Sifted

__all__ = ["Checks", "Family", "Sieve", "Sifted"]
