"""What is raised when the library cannot go on.

There are two kinds of trouble and they are never mixed. Data that is wrong becomes
`Finding` values, all of them, each with its place. A request that cannot be answered
at all (no such file, no reading of a phrase, no such region) raises one of the
exceptions below, every one of them a `RegionTargetsError`.
"""

from __future__ import annotations

from collections.abc import Sequence


class RegionTargetsError(Exception):
    """The base of everything this library raises on purpose.

    Attributes:
        message: what went wrong, in one sentence.
        suggestion: what to do about it, or None.

    >>> issubclass(UnknownRegion, RegionTargetsError)
    True
    """

    def __init__(self, message: str, *, suggestion: str | None = None) -> None:
        self.message = message
        self.suggestion = suggestion
        super().__init__(message if suggestion is None else f"{message} {suggestion}")


class LoadError(RegionTargetsError):
    """There is no file, it is not text, or no format recognises it."""


class UnknownFormat(LoadError):
    """No format, or more than one, recognises a file."""


class MissingExtra(RegionTargetsError, ImportError):
    """An optional package is needed and not installed.

    >>> print(MissingExtra("polars", needed_for="ds.to_polars()"))
    ds.to_polars() needs polars. Install it with: pip install 'regiontargets[polars]'
    """

    def __init__(self, extra: str, *, needed_for: str, package: str | None = None) -> None:
        self.extra = extra
        super().__init__(
            f"{needed_for} needs {package or extra}.",
            suggestion=f"Install it with: pip install 'regiontargets[{extra}]'",
        )


class PhraseError(RegionTargetsError, ValueError):
    """A phrase could not be read.

    Attributes:
        text: the whole phrase.
        start: where the trouble begins in it, in code points.
        end: where it ends (exclusive).
        reason: why, in one clause.
        readings: what the phrase may mean, where it is ambiguous; else empty.
    """

    noun = "phrase"

    def __init__(
        self,
        text: str,
        reason: str,
        *,
        start: int = 0,
        end: int | None = None,
        suggestion: str | None = None,
        readings: Sequence[object] = (),
    ) -> None:
        self.text = text
        self.reason = reason
        self.start = start
        self.end = len(text) if end is None else end
        self.readings = tuple(readings)
        shown = text if len(text) <= 60 else text[:57] + "..."
        super().__init__(f"cannot read {shown!r} as {self.noun}: {reason}.", suggestion=suggestion)


class AmountError(PhraseError):
    """The text states no amount, more than one, or one that can be read in two ways.

    >>> print(AmountError("some day", "there is no number in it"))
    cannot read 'some day' as an amount: there is no number in it.
    """

    noun = "an amount"


class PeriodError(PhraseError):
    """The text states no period, or one that can be read in two ways."""

    noun = "a period"


class RelativePeriodError(PeriodError):
    """The period is relative ("last year", 今年) and no publication date is known."""


class UnitError(RegionTargetsError, ValueError):
    """The base of what can be wrong with a unit."""


class UnknownUnit(UnitError):
    """No unit bears this name.

    Attributes:
        text: the name that was looked up.
        suggestions: names that come near to it.
    """

    def __init__(self, text: str, suggestions: Sequence[str] = ()) -> None:
        self.text = text
        self.suggestions = tuple(suggestions)
        shown = text if len(text) <= 60 else text[:57] + "..."
        super().__init__(f"unknown unit {shown!r}.", suggestion=_did_you_mean(suggestions))


class AmbiguousUnit(UnitError):
    """The name has more than one reading (`ppt`, `bn`).

    Attributes:
        text: the name that was looked up.
        readings: the units it may mean.
    """

    def __init__(self, text: str, readings: Sequence[str]) -> None:
        self.text = text
        self.readings = tuple(readings)
        super().__init__(
            f"the unit {text!r} is ambiguous: {' or '.join(readings)}.",
            suggestion="Write out the one that is meant.",
        )


class IncompatibleUnits(UnitError):
    """Two units measure different kinds of quantity, so neither converts to the other."""


class LookupFailed(RegionTargetsError, LookupError):
    """The base of failed catalog lookups.

    Attributes:
        query: what was looked up.
    """

    def __init__(self, query: str, message: str, *, suggestion: str | None = None) -> None:
        self.query = query
        super().__init__(message, suggestion=suggestion)


class _Unknown(LookupFailed):
    noun = "entry"

    def __init__(self, query: str, suggestions: Sequence[str] = (), *, reason: str = "") -> None:
        self.suggestions = tuple(suggestions)
        shown = query if len(query) <= 60 else query[:57] + "..."
        super().__init__(
            query,
            f"unknown {self.noun} {shown!r}{': ' + reason if reason else ''}.",
            suggestion=_did_you_mean(suggestions),
        )


class _Ambiguous(LookupFailed):
    noun = "entry"
    advice = ""

    def __init__(self, query: str, candidates: Sequence[object]) -> None:
        self.candidates = tuple(candidates)
        listed = "; ".join(str(each) for each in self.candidates[:6])
        more = "" if len(self.candidates) <= 6 else f" and {len(self.candidates) - 6} more"
        super().__init__(
            query,
            f"the {self.noun} {query!r} is ambiguous: {listed}{more}.",
            suggestion=self.advice,
        )


class UnknownRegion(_Unknown):
    """No region bears this name or code (at that date, within that region)."""

    noun = "region"


class AmbiguousRegion(_Ambiguous):
    """Several regions bear this name; `candidates` holds them."""

    noun = "region"
    advice = "Narrow it with within=, on= or level=, or give a code."


class UnknownMetric(_Unknown):
    """No metric bears this name or code."""

    noun = "metric"


class AmbiguousMetric(_Ambiguous):
    """Several metrics bear this name; `candidates` holds them."""

    noun = "metric"
    advice = "Give the code of the one that is meant."


def _did_you_mean(suggestions: Sequence[str]) -> str | None:
    if not suggestions:
        return None
    quoted = [f"{each!r}" for each in suggestions[:3]]
    listed = quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
    return f"Did you mean {listed}?"
