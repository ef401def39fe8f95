from decimal import Decimal

import pytest

from regiontargets.model import Amount, Metric, Observation, Period, Region, Target
from regiontargets.model.metric import Direction

HUBEI = Region(code="CN-HB", name="Hubei")


def metric(direction: Direction) -> Metric:
    return Metric(code="m", name="m", unit="percent", kind="share", direction=direction)


def target(
    amount: Amount,
    direction: Direction = "higher",
    period: Period | None = None,
    **more: object,
) -> Target:
    return Target.model_validate(
        {
            "id": "t",
            "region": HUBEI,
            "metric": metric(direction),
            "amount": amount,
            "period": period or Period.of_year(2022),
            **more,
        }
    )


def outcome(amount: Amount, year: int = 2022, direction: Direction = "higher") -> Observation:
    return Observation(
        id="o", region=HUBEI, metric=metric(direction), amount=amount, period=Period.of_year(year)
    )


def percent(value: str, comparator: str = "exactly", **more: object) -> Amount:
    return Amount.model_validate(
        {"value": value, "unit": "percent", "comparator": comparator, **more}
    )


@pytest.mark.parametrize(
    ("stated", "direction", "observed", "verdict"),
    [
        (percent("5.5"), "higher", percent("6"), "met"),
        (percent("5.5"), "higher", percent("5.5"), "met"),
        (percent("5.5"), "higher", percent("5.4"), "missed"),
        (percent("5.5"), "lower", percent("5.1"), "met"),
        (percent("5.5"), "lower", percent("5.6"), "missed"),
        (percent("5.5"), "none", percent("5.6"), "missed"),
        (percent("5.5", "about"), "higher", percent("5.5"), "met"),
        (percent("5.5", "about"), "higher", percent("5.3"), "undetermined"),
        (percent("5.5", "about"), "lower", percent("5.1"), "met"),
        (percent("5.5", "at_least"), "none", percent("5.5"), "met"),
        (percent("5.5", "more_than"), "higher", percent("5.5"), "missed"),
        (percent("5.5", "at_most"), "higher", percent("5.6"), "missed"),
        (percent("5.5", "at_least"), "higher", percent("5", "more_than"), "undetermined"),
        (percent("5.5", "at_least"), "higher", percent("6", "more_than"), "met"),
        (percent("5.5", "at_least"), "higher", percent("5", "less_than"), "missed"),
        (percent("5.5"), "higher", percent("6", "about"), "undetermined"),
        (percent("5", "between", upper="6"), "higher", percent("6.3"), "met"),
        (percent("5", "between", upper="6"), "none", percent("6.3"), "missed"),
        (percent("5", "between", upper="6"), "higher", percent("4.9"), "missed"),
        (percent("5"), "higher", Amount(value=5, unit="percentage_point"), "not_comparable"),
    ],
)
def test_it_knows_comparator_and_direction(
    stated: Amount, direction: Direction, observed: Amount, verdict: str
) -> None:
    found = target(stated, direction).verdict(outcome(observed, direction=direction))
    assert found == verdict


def test_a_tolerance_settles_about() -> None:
    about = target(percent("5.5", "about"))
    assert about.verdict(outcome(percent("5.3")), tolerance="0.2") == "met"
    assert about.verdict(outcome(percent("5.2")), tolerance="0.2") == "missed"
    point = Amount(value="0.2", unit="percentage_point")
    assert about.verdict(outcome(percent("5.3")), tolerance=point) == "met"


def test_a_deadline_may_be_met_early_but_not_missed_early() -> None:
    due = target(percent("60", "at_least"), period=Period.by_year(2025))
    assert due.verdict(outcome(percent("61"), year=2024)) == "met"
    assert due.verdict(outcome(percent("59"), year=2024)) == "undetermined"
    assert due.verdict(outcome(percent("59"), year=2025)) == "missed"
    assert due.verdict(outcome(percent("61"), year=2026)) == "not_comparable"


def test_one_bad_year_misses_every_year_and_one_good_year_decides_nothing() -> None:
    from datetime import date

    span = Period(start=date(2021, 1, 1), end=date(2025, 12, 31), kind="plan")
    each = target(percent("5"), period=span, aggregation="every_year")
    assert each.verdict(outcome(percent("4"), year=2023)) == "missed"
    assert each.verdict(outcome(percent("6"), year=2023)) == "undetermined"
    total = target(percent("5"), period=span, aggregation="annual_average")
    assert total.verdict(outcome(percent("4"), year=2025)) == "undetermined"


def test_a_decline_is_better_high_where_the_metric_is_better_low() -> None:
    cut = target(percent("13.5"), "lower", change="decline")
    deeper = outcome(percent("14"), direction="lower").replace(change="decline")
    assert cut.verdict(deeper) == "met"
    grown = outcome(percent("-14"), direction="lower").replace(change="growth")
    assert cut.verdict(grown) == "met"


def test_a_restated_equivalent_serves_where_the_currency_differs() -> None:
    gdp = Metric(code="gdp", name="GDP", unit="CNY", kind="level", direction="higher")
    aim = target(Amount(value=800, unit="billion dollars")).replace(metric=gdp)
    seen = outcome(Amount(value=5, unit="trillion yuan")).replace(
        metric=gdp, equivalents=(Amount(value=789, unit="billion dollars"),)
    )
    assert aim.verdict(seen) == "missed"
    assert aim.gap(seen) == Amount(value=-11_000_000_000, unit="USD")


def test_the_gap_of_shares_is_in_points() -> None:
    assert target(percent("5.5")).gap(outcome(percent("5.3"))) == Amount(
        value=Decimal("-0.2"), unit="percentage_point"
    )
    inside = target(percent("5", "between", upper="6"))
    assert inside.gap(outcome(percent("5.3"))) == Amount(value=0, unit="percentage_point")


def test_growth_of_a_metric_and_its_growth_metric_are_one_thing() -> None:
    output = Metric(code="output", name="output", unit="CNY", kind="level", direction="higher")
    growth = metric("higher").model_copy(update={"code": "output_growth", "growth_of": "output"})
    aim = target(percent("5", "at_least")).replace(metric=output, change="growth")
    seen = outcome(percent("6")).replace(metric=growth)
    assert aim.verdict(seen) == "met"
    assert aim.verdict(seen.replace(metric=output, change="decline")) == "missed"
    assert aim.verdict(seen.replace(metric=output)) == "not_comparable"


def test_different_things_are_not_compared() -> None:
    aim, seen = target(percent("5")), outcome(percent("6"))
    elsewhere = seen.replace(region=Region(code="CN-HN", name="Hunan"))
    assert aim.verdict(elsewhere) == "not_comparable"
    assert aim.verdict(seen.replace(change="growth")) == "not_comparable"
    assert aim.verdict(seen.replace(period=None)) == "not_comparable"
    assert aim.gap(elsewhere) is None


@pytest.mark.parametrize(
    ("stated", "observed", "verdict"),
    [
        (("6.5", "permille"), ("6.2", "item/thousand_person"), "met"),
        (("6.5", "permille"), ("6.7", "person/thousand_person"), "missed"),
        (("0.5", "person/thousand_person"), ("0.4", "permille"), "met"),
        (("16", "person/hundred_thousand_person"), ("0.17", "permille"), "missed"),
        (("6.5", "permille"), ("0.6", "percent"), "met"),
        (("6.5", "permille"), ("6", "enterprise/thousand_person"), "not_comparable"),
        (("6.5", "permille"), ("6", "person"), "not_comparable"),
    ],
)
def test_per_mille_and_per_thousand_people_are_one(
    stated: tuple[str, str], observed: tuple[str, str], verdict: str
) -> None:
    aim = target(Amount(value=Decimal(stated[0]), unit=stated[1]), "lower")
    seen = outcome(Amount(value=Decimal(observed[0]), unit=observed[1]), direction="lower")
    assert aim.verdict(seen) == verdict
