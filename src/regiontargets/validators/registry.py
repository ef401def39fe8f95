"""Every rule, one line each; nothing registers itself by being imported."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from regiontargets.errors import LookupFailed

from .shapes import Rule

MODULES: dict[str, str] = {
    "U001": "units.unknown_unit",
    "U002": "units.unit_of_another_kind",
    "U003": "units.percent_for_percentage_point",
    "U004": "units.scale_slip",
    "U005": "units.impossible_exchange_rate",
    "U006": "units.number_without_unit",
    "U007": "units.nominal_for_real",
    "U008": "units.outside_bounds",
    "U009": "units.unreadable_amount",
    "Y001": "periods.unreadable_period",
    "Y002": "periods.ends_before_announced",
    "Y003": "periods.relative_without_publication_date",
    "Y004": "periods.implausible_horizon",
    "Y005": "periods.base_year_not_before_target",
    "Y006": "periods.observation_from_the_future",
    "Y007": "periods.plan_at_odds_with_years",
    "Y008": "periods.record_without_period",
    "R001": "regions.unknown_region",
    "R002": "regions.name_and_code_disagree",
    "R003": "regions.not_existing_at_that_date",
    "R004": "regions.ambiguous_region",
    "R005": "regions.record_without_region",
    "M001": "metrics.unknown_metric",
    "M002": "metrics.ambiguous_metric",
    "M003": "metrics.record_without_metric",
    "D001": "consistency.duplicate_record",
    "D002": "consistency.contradictory_targets",
    "D003": "consistency.contradictory_observations",
    "D004": "consistency.out_of_proportion",
    "E001": "evidence.quote_not_in_source",
    "E002": "evidence.value_not_in_evidence",
    "E003": "evidence.unit_unlike_evidence",
    "E004": "evidence.year_unlike_evidence",
    "E005": "evidence.region_not_named",
    "E006": "evidence.comparator_lost",
    "E007": "evidence.stale_offsets",
    "E008": "evidence.aim_for_outcome",
    "E009": "evidence.record_without_evidence",
}
"""The module of each rule by its code; its class bears the module's name."""


class UnknownRule(LookupFailed):
    """No rule bears this code, and none begins with it."""


@cache
def rule(code: str) -> Rule:
    """The rule of that code.

    Raises:
        UnknownRule: there is none.

    >>> rule("U003").severity
    'error'
    """
    try:
        path = MODULES[code]
    except KeyError:
        known = ", ".join(MODULES)
        raise UnknownRule(
            code, f"there is no rule {code[:20]!r}.", suggestion=f"Known: {known}."
        ) from None
    module = import_module(f"{__package__}.{path}")
    kind: type[Rule] = getattr(module, class_name(path))
    return kind()


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes.

    >>> [each.code for each in rules()][:3]
    ['U001', 'U002', 'U003']
    """
    return tuple(rule(code) for code in MODULES)


def class_name(path: str) -> str:
    """The name of the class in a rule's module.

    >>> class_name("units.unknown_unit")
    'UnknownUnit'
    """
    return "".join(word.capitalize() for word in path.rpartition(".")[2].split("_"))
