"""What is told of a token from its word alone."""

import pytest

from regiontargets.phrases import find_amounts
from regiontargets.phrases.amounts.lexicon import Lexicon
from regiontargets.phrases.amounts.line import Line
from regiontargets.phrases.amounts.tokens import pieces, token
from regiontargets.phrases.amounts.words import vocabulary, words_of
from regiontargets.phrases.amounts.words.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("piece", "kind", "low"),
    [
        ("percent", "word", "percent"),
        (" Percent", "word", "percent"),
        ("1,100.5", "digits", "1,100.5"),
        (".5", "digits", ".5"),
        ("½", "mark", "1⁄2"),
        ("亿", "han", "亿"),
        ("PM2.5", "code", "pm2.5"),
        ("2022-02-17", "code", "2022-02-17"),
        ("01065892345", "code", "01065892345"),
        ("A&B", "word", "a&b"),
        ("km²", "word", "km2"),
        ("，", "mark", "，"),
    ],
)
def test_a_token_is_known_by_its_characters(piece: str, kind: str, low: str) -> None:
    found = token(piece)
    assert (found.kind, found.low, found.spaced) == (kind, low, piece.startswith(" "))


def test_the_pieces_of_a_text_hold_all_of_it() -> None:
    assert pieces("up  5.5%, 或 1,100亿") == ["up", "  5.5", "%", "，", " 或", " 1,100", "亿"]


def test_a_line_knows_where_its_tokens_are() -> None:
    line = Line.of("up  5.5 percent", words_of(None))
    assert [(line.start(at), line.ends[at]) for at in range(line.size)] == [(0, 2), (4, 7), (8, 15)]
    assert (line.low(-1), line.low(line.size)) == ("", "")


def test_bits_tell_which_lexicons_a_token_may_open_or_close() -> None:
    more, cases = Lexicon({"more than": True}), Lexicon({"MW": True}, exact=True)
    known = Vocabulary((more, cases), Lexicon({}), (), (), (), ())
    assert known["more"].opens == more.bit == known[" than"].closes
    assert known["MW"].opens == cases.bit
    assert known["mw"].opens == known["more"].closes == 0


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_MOST", 10)
    known = Vocabulary((), Lexicon({}), (), (), (), ())
    for number in range(100):
        assert known[str(number)].kind == "digits"
    assert len(known) <= 10


@pytest.mark.parametrize("unit", ["十", "1,", "5-", "½", "one ", "5万亿", "1/3 "])
def test_a_long_run_of_bare_numbers_is_no_prose(unit: str) -> None:
    assert find_amounts(unit * 500) == ()


def test_an_amount_behind_a_long_run_is_found() -> None:
    assert [each.text for each in find_amounts(f"{'1, ' * 200}and rose 5%")] == ["5%"]
