"""The text report, held against golden text."""

from __future__ import annotations

from regiontargets.findings import Excerpt, Finding, Fix, Place, Related
from regiontargets.reports import render
from regiontargets.validators import Report


def one(finding: Finding, *, colour: bool = False) -> str:
    return render(Report.of([finding]), "text", colour=colour)


def test_the_line_its_span_the_reason_and_the_help() -> None:
    finding = Finding(
        "U003",
        "percent where percentage points are meant",
        "error",
        Place("article.md", 12, 30, 12, 44),
        "by 0.5 percent",
        "R&D intensity is itself in percent",
        "Write 0.5 percentage points.",
        excerpt=Excerpt("R&D intensity will be raised [by 0.5 percent]{.amount}"),
    )

    assert one(finding) == (
        "error[U003]: percent where percentage points are meant\n"
        "  --> article.md:12:30\n"
        "   |\n"
        "12 | R&D intensity will be raised [by 0.5 percent]{.amount}\n"
        "   |                              ^^^^^^^^^^^^^^\n"
        "   = why: R&D intensity is itself in percent\n"
        "   = help: Write 0.5 percentage points.\n"
        "\n"
        "1 error"
    )


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    finding = Finding(
        "U006", "m", place=Place("a", 1, 4, 1, 7), excerpt=Excerpt("山东e\u0301亿元吨 x")
    )

    assert one(finding).splitlines()[3:5] == [
        "1 | 山东e\u0301亿元吨 x",
        "  |      ^^^^",
    ]


def test_tabs_and_hostile_characters_keep_the_carets_in_their_place() -> None:
    finding = Finding(
        "U006", "m", place=Place("a", 1, 4, 1, 5), excerpt=Excerpt("\t\x1b\u202e5 yuan")
    )

    assert one(finding).splitlines()[3:5] == [
        "1 |     \\x1b\\u202e5 yuan",
        "  |               ^",
    ]


def test_a_window_of_a_long_line_shows_that_it_goes_on() -> None:
    excerpt = Excerpt("reached 5 trillion in", column=101, before=True, after=True)
    finding = Finding("U006", "m", place=Place("a", 7, 109, 7, 119), excerpt=excerpt)

    assert one(finding).splitlines()[3:5] == [
        "7 | …reached 5 trillion in…",
        "  |          ^^^^^^^^^^",
    ]


def test_a_span_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    finding = Finding("Y008", "m", place=Place("a", 3, 5, 4, 2), excerpt=Excerpt("the target"))

    assert one(finding).splitlines()[3:5] == [
        "3 | the target",
        "  |     ^^^^^^ … to line 4",
    ]


def test_an_empty_span_and_a_place_beyond_the_line_still_get_a_caret() -> None:
    for column in (3, 99):
        place = Place("a", 1, column, 1, column)
        lines = one(Finding("F001", "m", place=place, excerpt=Excerpt("ab"))).splitlines()
        assert lines[4] == "  |   ^"


def test_a_table_shows_its_row() -> None:
    finding = Finding("U006", "m", "warning", Place("t.csv", row=14, field="unit"))

    assert one(finding) == "warning[U006]: m\n  --> t.csv:row 14, unit\n\n1 warning"


def test_a_fix_is_help_where_there_is_no_suggestion() -> None:
    finding = Finding("U001", "m", fix=Fix("Write the usual name", "yuan"))

    assert "  = help: Write the usual name: yuan" in one(finding)


def test_nothing_hostile_gets_through_in_any_part() -> None:
    evil = "\x1b[2J\u202e\n"
    finding = Finding(
        evil, evil, "error", Place(evil, 1, 1), evil, evil, evil, excerpt=Excerpt(evil)
    )

    printed = one(finding)

    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert len(printed.splitlines()) == 9


def test_colours_only_when_asked_and_none_of_the_words_change() -> None:
    finding = Finding("U003", "m", place=Place("a", 1, 1, 1, 2), reason="r", excerpt=Excerpt("5"))

    coloured = one(finding, colour=True)

    assert coloured.startswith("\x1b[1;31merror[U003]\x1b[0m\x1b[1m: m\x1b[0m\n")
    for code in ("\x1b[1;31m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == one(finding)


def test_no_findings_are_said_in_one_line() -> None:
    assert render(Report(records=18)) == "no findings in 18 records"


def test_a_cell_stands_between_those_beside_it() -> None:
    excerpt = Excerpt("5.5", cells_before=("江苏", "GDP增长"), cells_after=("%", "2022"))
    finding = Finding("E006", "m", place=Place("a.csv", 4, row=3, field="目标值"), excerpt=excerpt)

    assert one(finding).splitlines()[3:5] == [
        "4 | 江苏 │ GDP增长 │ 5.5 │ % │ 2022",
        "  |                  ^^^",
    ]


def test_the_words_that_say_otherwise_stand_below() -> None:
    quote = Excerpt("增长5.5%以上", column=7, before=True)
    related = Related(
        "the evidence states this",
        Place("a.csv", 4, 9, end_column=15, row=3, field="原文"),
        quote,
    )
    finding = Finding("E006", "m", place=Place("a.csv", 4, row=3, field="目标值"), related=related)

    assert one(finding).splitlines()[2:5] == [
        "  ::: 原文",
        "  | …增长5.5%以上",
        "  |      -------- the evidence states this",
    ]
