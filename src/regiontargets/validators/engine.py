"""Runs rules: each once per distinct combination of the facts that it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .columns import Column, FactTable, PartOf
from .facts import Facts
from .problem import Problem
from .shapes import GroupRule, Member, RecordRule, Rule

Combination = tuple[int, ...]
Found = tuple[Rule, int, Problem]


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows of a table that are to be looked at, where the others are known to be right.

    Attributes:
        records: those that may be wrong by themselves, ascending; None: all.
        groups: for the code of a rule that holds records against each other, those that it may
            find something among, ascending: with each of them all that it is held against. A code
            that is missing: all rows.
    """

    records: Sequence[int] | None = None
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict[str, Sequence[int]])


EVERYTHING = Scope()


def run(rules: Iterable[Rule], table: FactTable, scope: Scope = EVERYTHING) -> list[Found]:
    """Every problem that the rules find, with the row of the record that has it; a cause once."""
    found = list(_all(rules, table, scope))
    codes = _codes(found)
    found = [each for each in found if not _is_told_as_an_error(each, codes)]
    codes = _codes(found)
    return [each for each in found if not _is_explained(each, codes)]


def _codes(found: Iterable[Found]) -> Mapping[int, set[str]]:
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for rule, row, _ in found:
        codes[row].add(rule.code)
    return codes


def _is_told_as_an_error(found: Found, codes: Mapping[int, set[str]]) -> bool:
    """Whether what is but a warning is an error to another rule."""
    rule, row, problem = found
    if (problem.severity or rule.severity) != "warning":
        return False
    return not codes[row].isdisjoint(rule.warnings_yield_to)


def _is_explained(found: Found, codes: Mapping[int, set[str]]) -> bool:
    """Whether a finding about the record, or about the one it clashes with, is the cause."""
    rule, row, problem = found
    rows = (row,) if problem.other is None else (row, problem.other)
    return any(not codes.get(each, set()).isdisjoint(rule.yields_to) for each in rows)


def rows_with_problems(rules: Iterable[RecordRule], table: FactTable) -> set[int]:
    """The rows in which a rule about single records finds anything, explained or not."""
    return {row for _, row, _ in _all(rules, table, EVERYTHING)}


def _all(rules: Iterable[Rule], table: FactTable, scope: Scope) -> Iterator[Found]:
    sharing: defaultdict[tuple[str, ...], list[RecordRule]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule, RecordRule):
            sharing[rule.reads].append(rule)
        if isinstance(rule, GroupRule):
            part = _part(table, scope.groups.get(rule.code))
            yield from ((rule, *each) for each in _among_groups(rule, part))
    single = _part(table, scope.records)
    for reads, together in sharing.items():
        yield from _by_combination(reads, together, single)


def _part(table: FactTable, rows: Sequence[int] | None) -> FactTable:
    return table if rows is None else PartOf(table, rows)


def _by_combination(
    reads: tuple[str, ...], rules: Sequence[RecordRule], table: FactTable
) -> Iterator[Found]:
    columns = [table.column(fact) for fact in reads]
    codes = [column.codes for column in columns]
    wrong: dict[Combination, list[tuple[Rule, Problem]]] = {}
    for combination in set(zip(*codes, strict=True)):
        facts = _facts(reads, columns, combination)
        found: list[tuple[Rule, Problem]] = [
            (rule, problem) for rule in rules for problem in rule.check(facts)
        ]
        if found:
            wrong[combination] = found
    if not wrong:
        return
    for row, combination in enumerate(zip(*codes, strict=True)):
        for rule, problem in wrong.get(combination, ()):
            yield rule, table.number(row), problem


def _among_groups(rule: GroupRule, table: FactTable) -> Iterator[tuple[int, Problem]]:
    columns = [table.column(fact) for fact in rule.reads]
    key_codes = [table.column(fact).codes for fact in rule.groups]
    rows_of: defaultdict[Combination, list[int]] = defaultdict(list)
    for row, key in enumerate(zip(*key_codes, strict=True)):
        rows_of[key].append(row)
    for rows in rows_of.values():
        if len(rows) > 1:
            for row, problem in rule.check_group(_members(rule.reads, columns, rows)):
                yield table.number(row), _renumbered(problem, table)


def _renumbered(problem: Problem, table: FactTable) -> Problem:
    if problem.other is None or table.number(problem.other) == problem.other:
        return problem
    return replace(problem, other=table.number(problem.other))


def _members(
    reads: tuple[str, ...], columns: Sequence[Column], rows: Iterable[int]
) -> list[Member]:
    alike: defaultdict[Combination, list[int]] = defaultdict(list)
    for row in rows:
        alike[tuple(column.codes[row] for column in columns)].append(row)
    return [
        Member(_facts(reads, columns, combination), tuple(same))
        for combination, same in alike.items()
    ]


def _facts(reads: tuple[str, ...], columns: Sequence[Column], combination: Combination) -> Facts:
    values: dict[str, Any] = {
        fact: column.values[code]
        for fact, column, code in zip(reads, columns, combination, strict=True)
    }
    return Facts(**values)
