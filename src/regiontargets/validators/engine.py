"""Runs rules: each once per distinct combination of the facts that it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .columns import Column, FactTable
from .facts import Facts
from .problem import Problem
from .shapes import GroupRule, Member, RecordRule, Rule

Combination = tuple[int, ...]
Found = tuple[Rule, int, Problem]


def run(rules: Iterable[Rule], table: FactTable) -> list[Found]:
    """Every problem that the rules find, with the row of the record that has it; a cause once."""
    found = list(_all(rules, table))
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for rule, row, _ in found:
        codes[row].add(rule.code)
    return [each for each in found if not _is_explained(each, codes)]


def _is_explained(found: Found, codes: Mapping[int, set[str]]) -> bool:
    """Whether a finding about the record, or about the one it clashes with, is the cause."""
    rule, row, problem = found
    rows = (row,) if problem.other is None else (row, problem.other)
    return any(not codes.get(each, set()).isdisjoint(rule.yields_to) for each in rows)


def _all(rules: Iterable[Rule], table: FactTable) -> Iterator[Found]:
    sharing: defaultdict[tuple[str, ...], list[RecordRule]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule, RecordRule):
            sharing[rule.reads].append(rule)
        if isinstance(rule, GroupRule):
            for row, problem in _among_groups(rule, table):
                yield rule, row, problem
    for reads, together in sharing.items():
        yield from _by_combination(reads, together, table)


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
            yield rule, row, problem


def _among_groups(rule: GroupRule, table: FactTable) -> Iterator[tuple[int, Problem]]:
    columns = [table.column(fact) for fact in rule.reads]
    key_codes = [table.column(fact).codes for fact in rule.groups]
    rows_of: defaultdict[Combination, list[int]] = defaultdict(list)
    for row, key in enumerate(zip(*key_codes, strict=True)):
        rows_of[key].append(row)
    for rows in rows_of.values():
        if len(rows) > 1:
            yield from rule.check_group(_members(rule.reads, columns, rows))


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
