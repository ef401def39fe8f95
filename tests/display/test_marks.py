"""Marks in a running text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiontargets.display.marks import Mark, MarkKind, highlighted

CASES: list[tuple[str, str, list[Mark], str]] = [
    ("no mark", "a < b", [], "a &lt; b"),
    (
        "beside each other",
        "ab",
        [Mark(0, 1, "region"), Mark(1, 2, "metric")],
        '<mark class="rt-region">a</mark><mark class="rt-metric">b</mark>',
    ),
    (
        "one inside another, given in any order",
        "abc",
        [Mark(1, 2, "amount"), Mark(0, 3, "target")],
        '<mark class="rt-target">a<mark class="rt-amount">b</mark>c</mark>',
    ),
    (
        "crossing: the second is divided where the first ends",
        "abc",
        [Mark(0, 2, "target"), Mark(1, 3, "quote")],
        '<mark class="rt-target">a<mark class="rt-quote">b</mark></mark><mark class="rt-quote">c</mark>',  # noqa: E501
    ),
    (
        "a divided mark has its anchor once",
        "abc",
        [Mark(0, 2, "quote"), Mark(1, 3, "target", anchor="t1", badge="<b>1</b>")],
        (
            '<mark class="rt-quote">a<mark class="rt-target" id="t1"><b>1</b>b</mark></mark>'
            '<mark class="rt-target">c</mark>'
        ),
    ),
    (
        "a point",
        "ab",
        [Mark(1, 1, "observation")],
        'a<mark class="rt-observation rt-point"></mark>b',
    ),
    (
        "the same run twice: the first given is the outer one",
        "a",
        [Mark(0, 1, "metric"), Mark(0, 1, "error")],
        '<mark class="rt-metric"><mark class="rt-error">a</mark></mark>',
    ),
    (
        "beyond the text",
        "ab",
        [Mark(-3, 1, "region"), Mark(1, 99, "metric"), Mark(50, 60, "amount")],
        '<mark class="rt-region">a</mark><mark class="rt-metric">b</mark>',
    ),
    (
        "a hostile reading",
        "a",
        [Mark(0, 1, "metric", title='"><script>\u202e')],
        '<mark class="rt-metric" title="&quot;&gt;&lt;script&gt;\\u202e">a</mark>',
    ),
    (
        "a hostile text, its lines kept",
        "<script>\n\u202e&",
        [Mark(0, 8, "other")],
        '<mark class="rt-other">&lt;script&gt;</mark>\n\\u202e&amp;',
    ),
]


@pytest.mark.parametrize(
    ("text", "marks", "html"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_marks(text: str, marks: list[Mark], html: str) -> None:
    assert highlighted(text, marks) == html


class Balance(HTMLParser):
    """The text of some HTML, how deep its marks lie, and which characters each kind covers."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.deepest = 0
        self.covered: set[tuple[int, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark"
        self.open.append(str(dict(attrs)["class"]).split()[0].removeprefix("rt-"))
        self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert tag == "mark"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for offset in range(len(self.text), len(self.text) + len(data)):
            self.covered |= {(offset, kind) for kind in self.open}
        self.text += data


def parsed(html: str) -> Balance:
    parser = Balance()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


KINDS: list[MarkKind] = ["region", "metric", "amount", "target", "error"]
MARKS = st.lists(
    st.builds(Mark, st.integers(0, 12), st.integers(0, 12), st.sampled_from(KINDS)), max_size=8
)


@given(MARKS)
def test_every_marked_character_is_marked_and_no_other(marks: list[Mark]) -> None:
    text = "abc <d>&e 5%"
    found = parsed(highlighted(text, marks))
    assert found.text == text
    assert found.covered == {
        (offset, mark.kind) for mark in marks for offset in range(mark.start, min(mark.end, 12))
    }


def test_ten_thousand_nested_marks_stay_shallow() -> None:
    text = "a" * 20_000
    nested = [Mark(n, 20_000 - n, "target") for n in range(10_000)]
    assert parsed(highlighted(text, nested)).deepest == 12


def test_ten_thousand_crossing_marks_stay_small() -> None:
    text = "a" * 20_000
    crossing = [Mark(n, n + 10_000, "quote") for n in range(10_000)]
    assert len(highlighted(text, crossing)) < 60 * len(text)
