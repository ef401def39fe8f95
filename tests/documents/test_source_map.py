from regiontargets.documents import SourceMap
from regiontargets.findings import Excerpt, Place


def test_places_are_one_based_code_points_and_end_behind_the_last() -> None:
    smap = SourceMap("a.txt", "一二\nthree 𠮷四\n")
    assert smap.place(9, 11) == Place("a.txt", 2, 7, 2, 9)


def test_runs_lead_over_markup() -> None:
    raw = "x [two]{.a} y"
    smap = SourceMap("a.md", raw, [(0, 0), (2, 3), (5, 11)])
    assert raw[slice(*smap.raw_range(2, 5))] == "two"
    assert raw[slice(*smap.raw_range(5, 7))] == " y"
    assert raw[slice(*smap.raw_range(0, 7))] == raw


def test_the_excerpt_of_a_long_line_is_a_window_and_says_so() -> None:
    raw = "a" * 100 + "HERE" + "b" * 100 + "\r\nnext"
    assert SourceMap(None, raw).excerpt(100, 104) == Excerpt(
        "a" * 60 + "HERE" + "b" * 60, column=41, before=True, after=True
    )


def test_carriage_returns_do_not_belong_to_the_excerpt() -> None:
    assert SourceMap(None, "one\r\ntwo\r\n").excerpt(0, 3) == Excerpt("one")


def test_an_empty_file_has_a_first_line() -> None:
    assert SourceMap("e", "").place(0, 0) == Place("e", 1, 1, 1, 1)
