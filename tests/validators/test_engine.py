"""The engine: once per distinct combination, fanned out to every record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiontargets.model import Amount, Dataset, Evidence, Observation, Records, Source, Target
from regiontargets.validators import (
    GroupRule,
    Problem,
    RecordRule,
    reading_findings,
    validate_dataset,
)
from regiontargets.validators.columns import Column, DatasetFacts
from regiontargets.validators.engine import run
from regiontargets.validators.facts import Facts
from regiontargets.validators.shapes import Member


class Counting(RecordRule):
    """Finds every bare number and counts how often it is asked."""

    code = "U900"
    reads = ("kind", "amount")

    def __init__(self) -> None:
        self.asked: list[Facts] = []

    def check(self, facts: Facts) -> Iterator[Problem]:
        self.asked.append(facts)
        if facts.amount is not None and facts.amount.unit is None:
            yield Problem("bare", field="amount")


class Alike(GroupRule):
    """Finds all members of a group but the first."""

    code = "D900"
    groups = ("kind",)
    reads = ("kind", "amount")

    def check_group(self, members: Sequence[Member]) -> Iterator[tuple[int, Problem]]:
        rows = sorted(row for member in members for row in member.rows)
        for row in rows[1:]:
            yield row, Problem("alike", other=rows[0])


class Both(Counting, Alike):
    """A rule of both shapes."""

    code = "U901"


def targets(*values: int | None) -> Dataset:
    return Dataset(
        targets=Records(
            Target(id=f"t{row}", amount=None if value is None else Amount(value=value))
            for row, value in enumerate(values)
        )
    )


def test_a_rule_is_asked_once_for_equal_facts_and_its_problem_given_to_every_record() -> None:
    rule = Counting()

    found = list(run([rule], DatasetFacts(targets(1, 2, 1, None, 1))))

    assert len(rule.asked) == 3
    assert sorted(row for _, row, _ in found) == [0, 1, 2, 4]


def test_a_rule_sees_nothing_that_it_does_not_declare() -> None:
    rule = Counting()

    list(run([rule], DatasetFacts(targets(1))))

    assert rule.asked == [Facts(kind="target", amount=Amount(value=1))]


def test_groups_of_one_are_not_looked_at() -> None:
    dataset = Dataset(
        targets=targets(1, 2).targets, observations=Records([Observation(id="o", region=None)])
    )

    found = [(row, problem.other) for _, row, problem in run([Alike()], DatasetFacts(dataset))]

    assert found == [(1, 0)]


def test_a_rule_may_have_both_shapes() -> None:
    found = [problem.message for _, _, problem in run([Both()], DatasetFacts(targets(1, 2)))]

    assert sorted(found) == ["alike", "bare", "bare"]


def test_a_column_keeps_each_value_once() -> None:
    assert Column.of(["a", None, "a"]) == Column(["a", None], [0, 1, 0])


def test_equal_amounts_in_other_words_are_one_value() -> None:
    dataset = Dataset(
        targets=Records(
            Target(id=text, amount=Amount(value=5, text=text)) for text in ("5", "five")
        )
    )

    assert DatasetFacts(dataset).column("amount").codes == [0, 0]
    assert DatasetFacts(dataset).column("amount_words").values == ["5", "five"]


def test_nothing_is_reported_twice_though_loading_reported_it_already() -> None:
    evidence = Evidence(source="s", start=0, end=4, exact="text")
    dataset = Dataset(
        targets=Records([Target(id="t", evidence=evidence)]),
        sources=Records([Source(id="s", path="a.md")]),
    )
    once = validate_dataset(dataset)

    again = validate_dataset(dataset.with_findings(once.findings))

    assert len(once) == 3
    assert again.findings == once.findings


def test_loading_reports_only_what_could_not_be_read() -> None:
    assert reading_findings(targets(1)) == ()


class Explained(Counting):
    """Finds the same as Counting, and yields to it."""

    code = "U902"
    yields_to = ("U900",)


def test_a_cause_is_reported_once_and_by_the_rule_that_explains_it() -> None:
    found = run([Explained(), Counting()], DatasetFacts(targets(1, 2)))
    alone = run([Explained()], DatasetFacts(targets(1, 2)))

    assert [rule.code for rule, _, _ in found] == ["U900", "U900"]
    assert [rule.code for rule, _, _ in alone] == ["U902", "U902"]


class Surely(Counting):
    """Finds what `Perhaps` is not sure of."""

    code = "U902"


class Perhaps(Counting):
    """Finds the same, as a warning."""

    code = "U903"
    severity = "warning"
    warnings_yield_to = ("U902",)


def test_a_warning_says_nothing_beside_the_error_of_the_same_cause() -> None:
    table = DatasetFacts(targets(1))
    assert [rule.code for rule, _, _ in run([Perhaps(), Surely()], table)] == ["U902"]
    assert [rule.code for rule, _, _ in run([Perhaps()], table)] == ["U903"]
