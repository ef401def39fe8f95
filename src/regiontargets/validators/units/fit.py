"""Whether the unit of an amount is one that its metric can have."""

from __future__ import annotations

from typing import Literal, TypeAlias

from regiontargets.model import Amount, Change, Metric
from regiontargets.units import kind_of, readings, symbol, unit_name
from regiontargets.units.spelling import plural

Fit: TypeAlias = Literal["fits", "percent_for_points", "points_for_percent", "relative", "other"]
"""How a unit fits: `relative` is a growth of what is a share itself."""

Kinds: TypeAlias = tuple[str, ...]

COUNTS = frozenset({"person", "household", "enterprise", "dwelling", "item", "container"})
"""The kinds of what is counted."""

BARE = COUNTS | {"ratio", "index"}
"""The kinds whose numbers are usually written without a unit."""

_SHARE: Kinds = ("share",)
_POINTS: Kinds = ("share_difference",)
_RATIO: Kinds = ("ratio",)
_LIKE_SHARES: tuple[Kinds, ...] = (_RATIO, ("index",))
_WORDS_READ = 80


def fit(amount: Amount, change: Change, metric: Metric) -> Fit:
    """How the unit of an amount fits what it is an amount of; a bare number fits.

    >>> intensity = Metric(code="rd_intensity", name="R&D intensity", unit="%", kind="share")
    >>> fit(Amount(value="0.5", unit="%"), "increase", intensity)
    'percent_for_points'
    >>> fit(Amount(value="0.5", unit="percentage_point"), "increase", intensity)
    'fits'
    """
    if amount.unit is None:
        return "fits"
    stated, own = kinds_of(amount.unit), kinds_of(metric.unit)
    if metric.kind == "growth" and change in ("growth", "decline"):
        return _level(stated, own)  # A growth rate said to be a growth is one thing said twice.
    match change:
        case "level":
            return _level(stated, own)
        case "increase" | "decrease":
            return _difference(stated, own)
        case "growth" | "decline":
            return _growth(stated, own)
        case _:
            return "fits" if stated in (_SHARE, _RATIO) else "other"


def _level(stated: Kinds, own: Kinds) -> Fit:
    if _as_good(stated, own):
        return "fits"
    if (stated, own) == (_POINTS, _SHARE):
        return "points_for_percent"
    return "percent_for_points" if (stated, own) == (_SHARE, _POINTS) else "other"


def _difference(stated: Kinds, own: Kinds) -> Fit:
    if own in (_SHARE, _POINTS):
        if stated == _POINTS:
            return "fits"
        return "percent_for_points" if stated == _SHARE else "other"
    if stated == _POINTS:
        return "fits" if own in _LIKE_SHARES else "points_for_percent"
    return "fits" if stated != _SHARE and _as_good(stated, own) else "other"


def _as_good(stated: Kinds, own: Kinds) -> bool:
    """Whether people state the one for the other."""
    if stated in (own, own[:1]):
        return True  # What it is per stands in the metric's name: income a head of 35,000 yuan.
    if stated == _SHARE:
        return own in _LIKE_SHARES or (len(own) > 1 and set(own) <= COUNTS)
    if own == _SHARE:
        return len(stated) > 1 and set(stated) <= COUNTS  # "5 per 1,000 live births"
    if own == ("emissions",):
        return stated == ("mass",)
    # A rate counts cases of something, whatever they are called.
    return len(own) > 1 and own[0] in COUNTS and stated[0] == "item" and stated[1:] in ((), own[1:])


def _growth(stated: Kinds, own: Kinds) -> Fit:
    if stated == _POINTS:
        return "points_for_percent"
    if stated in (_SHARE, _RATIO):
        return "relative" if own == stated == _SHARE else "fits"
    return "other"


def kinds_of(unit: str) -> Kinds:
    """The kinds of quantity in a unit; a rate a year counts as what it is a rate of.

    >>> kinds_of("CNY/person"), kinds_of("enterprise/year"), kinds_of("currency")
    (('money', 'person'), ('enterprise',), ('money',))
    """
    # Metrics in any money have the unit "currency"; every currency is of the same kind.
    first, *below = kind_of(unit.replace("currency", "CNY")).split(" per ")
    return (first, *sorted(kind for kind in below if kind != "duration"))


def article(change: Change) -> str:
    """A change with its article.

    >>> article("increase"), article("growth")
    ('an increase', 'a growth')
    """
    return f"an {change}" if change == "increase" else f"a {change}"


def unit_words(unit: str) -> str:
    """A unit in words, for a sentence that says what something is in.

    >>> unit_words("enterprise"), unit_words("percentage_point"), unit_words("currency/person")
    ('enterprises', 'percentage points', 'money per person')
    """
    if "currency" in unit:
        return unit_name(unit.replace("currency", "CNY")).replace(unit_name("CNY"), "money")
    kind = kind_of(unit)
    if kind in COUNTS or kind == "money":
        return symbol(unit) or f"{unit}s"
    return unit_name(unit) if "/" in unit or kind == "share" else plural(unit_name(unit))


def also_means(words: str | None, unit: str) -> bool:
    """Whether words of a count (个, 家, 户, units) may as well be in another unit.

    >>> also_means("400个", "enterprise"), also_means("400 people", "enterprise")
    (True, False)
    """
    own = kinds_of(unit)
    shown = (words or "")[:_WORDS_READ]
    tokens = {*shown.split(), *shown, *(shown[at : at + 2] for at in range(len(shown)))}
    return any(own == kinds_of(each) for token in tokens for each in _readings(token))


def _readings(token: str) -> tuple[str, ...]:
    try:
        found = readings(token)
    except ValueError:
        return ()
    return tuple(each.unit for each in found) if len(found) > 1 else ()
