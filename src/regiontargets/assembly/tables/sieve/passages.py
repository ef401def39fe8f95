"""The passages of quotes that decide whether a row is right."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from regiontargets.phrases import basis_phrases, time_hint

from .marks import MARKS, NAME, NUMBER, YEAR, cut, renderings, replaced

if TYPE_CHECKING:
    import polars as pl

_DIGIT = "[0-9０-９]"
_POINT = "[.,．，]"
_TORN = "|".join(
    (
        f"{_DIGIT}{_POINT}?{NUMBER}",
        f"{NUMBER}{_POINT}?{_DIGIT}",
        f"[{NUMBER}{YEAR}]{_POINT}?[{NUMBER}{YEAR}]",
        f"{_DIGIT}{_POINT}?{YEAR}",
        f"{YEAR}{_POINT}?{_DIGIT}",
        f"{YEAR}[-/–—－]{_DIGIT}",
        f"{_DIGIT}[-/–—－]{YEAR}",
        f"[A-Za-z]{YEAR}|{YEAR}[A-Za-z]",
    )
)
"""Where what was found is a part of something longer."""

_NUMBERS_NEAR = (
    f"{_DIGIT}[^{NUMBER}]{{0,8}}{NUMBER}|{NUMBER}[^{NUMBER}]{{0,8}}{_DIGIT}"
    f"|{NUMBER}[^{NUMBER}]{{0,8}}{NUMBER}"
)
_OTHER_YEAR = "(?:19|20)[0-9]{2}"
_NEVER_SURE = r"fiscal|financial year|(?:^|[^a-z])FY|财年|财政年|[0-9]{4}[/／][0-9]{2}|[０-９]"
"""Fiscal years, which are each country's own, and digits that are no ASCII."""

_NUMERALS = "一二三四五六七八九十百千零〇两几"
_WORDS_FOR_DIGITS = (
    f"[{_NUMERALS}]点[{_NUMERALS}]|分之|[{_NUMERALS}]成|半(?:[^年]|$)|倍"
    "|half|third|quarter|point (?:zero|one|two|three|four|five|six|seven|eight|nine)|fold|times"
)
_NEEDS_ALL = f"five.year|FYP|五年|[{_NUMERALS}]五|{_WORDS_FOR_DIGITS}"
"""Plans and words for numbers: they may decide about a number in another sentence."""

_NOT_LETTERS = r"[^\p{L}\p{N}]"
_FIRST_LOOK = (
    ("五年", "分之", "成", "半", "倍", "财年", "财政年", "/", "／", "ＦＹ", "FY", "Fy", "fy"),
    (*(f"{digit}{word}" for digit, word in product(_NUMERALS, "五点")), *"０１２３４５６７８９"),
    ("five-year", "five year", "third", "half", "quarter", "point", "fold", "times", "fiscal"),
    ("financial year", "nominal", "real", "price", "constant", "current", "inflation", "terms"),
    ("价", "名义", "实际", "扣除", "剔除", "deducting"),
)
"""Words that are quickly looked for in all quotes, so that few have to be read more closely: some
words at a time, since the search for many is much slower."""

_TIME = "|".join(
    (*"年月季周日号纪期春夏秋冬五天", "岁末", *(f"{each}大" for each in "〇一二三四五六七八九十"))
)
"""What every Chinese period without digits has; a test holds it to the grammar."""

_LETTERS_AT_NAME = rf"[\w{NUMBER}{YEAR}]{NAME}|{NAME}[\w{NUMBER}{YEAR}]"
_OPENING, _CLOSING = "[(（]", "[)）]"
_LONGEST = 3000
HAN = "[\u3400-\u9fff]"
_END = "。！？!?"
_LATIN_END = r"(?:[!?]|(?:[0-9%)]|[a-z]{3}[a-wyz])\.)"
"""No word that ends in x: approx."""
ENDS = f"[{_END}]$|(?:[0-9%){NUMBER}{YEAR}]|[a-z]{{3}}[a-wyz])\\.$"
"""How a passage ends, for certain, where its sentence does."""

GOES_ON = "^ +[A-Z]"
"""What follows a full stop then."""
_CLOSERS = "”」』’\"')）"
READ = (
    "at",
    "text",
    "name",
    "rendering",
    "named",
    "left",
    "right",
    "number_key",
    "year_key",
    "sure",
)
"""What is told of the quote of each row."""

_MADE_OF = (
    *("quote", "earlier", "is_whole", "has_digits", "ends_at_letter"),
    *("number_matters", "year_matters"),
)


def stated(rows: pl.DataFrame, *, may_hold_marks: bool = False) -> pl.DataFrame:
    """What rows with like quotes have in common.

    A number and a year that stand in a quote whose other sentences say nothing of plans, of
    prices or in words for numbers are read in their own sentences alone; a number without the
    year, if they say nothing of any time either. Otherwise the whole quote decides.

    Args:
        rows: the number `at` of each row, its `quote`, the `number`, as its `rendering` there,
            `year` and `name` to look for in it, and whether it `bears_name` in any case.
        may_hold_marks: whether a quote may hold a mark itself.

    Returns:
        For each row, in any order, the `text` that decides, with marks; the `name`, whether it is
        `named` there and what stands `left` and `right` of it; `number_key` and `year_key`, what
        of the digits makes a difference; whether all of this is `sure`; and what it is made of.
    """
    import polars as pl

    parts = _in_sentences(_plain(rows))
    whole = rows.join(parts.select("at"), on="at", how="anti").with_columns(
        passage="quote", earlier=pl.lit(""), later=pl.lit(""), is_whole=pl.lit(True)
    )
    read = pl.concat(
        [_marked(each).select(*READ, *_MADE_OF) for each in (parts, whole) if each.height]
    )
    if may_hold_marks:
        # A mark that was there before would be taken for one of ours.
        read = read.with_columns(sure=pl.col("sure") & ~pl.col("quote").str.contains(MARKS))
    return read


def with_rendering(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the number as it stands in the quote; null where it does not."""
    import polars as pl

    quote, number = pl.col("quote"), pl.col("number")
    found = rows.with_columns(
        rendering=pl.when(quote.str.contains(number, literal=True)).then(number)
    )
    if found["rendering"].null_count():
        others = [
            pl.when(quote.str.contains(each, literal=True)).then(each)
            for each in renderings(number)[1:]
        ]
        found = found.with_columns(rendering=pl.coalesce("rendering", *others))
    return found


# -- which words decide ------------------------------------------------------------------------


def _plain(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows whose number stands in a quote without words that change its meaning."""
    import polars as pl

    short = pl.col("quote").str.len_bytes() <= _LONGEST
    rows = rows.filter(pl.col("rendering").is_not_null() & short)
    return rows.filter(~changes_meaning(rows, "quote"))


def changes_meaning(rows: pl.DataFrame, column: str) -> pl.Series:
    """Whether texts may say something of a number in another sentence."""
    import polars as pl

    text = pl.col(column)
    closely = text.str.contains(f"(?i){_NEEDS_ALL}|{_NEVER_SURE}") | _says_prices(text)
    odd = rows.select(_holds_any(text)).to_series()
    if not odd.any():
        return odd
    at = odd.arg_true()
    return odd.scatter(at, rows.select(column)[at].select(closely).to_series())


def may_say_when(rows: pl.DataFrame, column: str) -> pl.Series:
    """Whether texts may state a time; most Chinese texts are told from it by few characters."""
    import polars as pl

    text = pl.col(column)
    latin = rows.select(text.str.contains("(?i)[a-z0-9]")).to_series()
    found = rows.select(text.str.contains(_TIME)).to_series()
    if latin.any():
        closer = rows.select(column).filter(latin).select(text.str.contains(_latin_time()))
        found = found.scatter(latin.arg_true(), found.filter(latin) | closer.to_series())
    return found


@cache
def _latin_time() -> str:
    """What any period in Latin letters or digits has, words in full as parts of words, too."""
    return "(?i)[1-4][qh]|" + time_hint("en").replace(r"(?<!\w)", "")


def _holds_any(text: pl.Expr) -> pl.Expr:
    """Whether a text holds one of the words for a first look, in small letters or in capitals.

    A search that disregards case takes ten times as long.
    """
    import polars as pl

    forms = ({*some, *map(str.capitalize, some), *map(str.upper, some)} for some in _FIRST_LOOK)
    return pl.any_horizontal(text.str.contains("|".join(sorted(some))) for some in forms)


def _says_prices(text: pl.Expr) -> pl.Expr:
    """Whether a text may say of which prices its numbers are; only its letters are looked at."""
    letters = text.str.replace_all(_NOT_LETTERS, "").str.to_lowercase()
    return letters.str.contains(_basis_letters())


@cache
def _basis_letters() -> str:
    squeezed = {"".join(filter(str.isalnum, each.lower())) for each in basis_phrases()}
    return "|".join(sorted(squeezed))


def _in_sentences(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows for which the sentences of number and year decide, and what else they quote.

    Where one of them comes again in a later sentence, all that follows belongs to the passage.
    """
    import polars as pl

    quote, year, rendering = pl.col("quote"), pl.col("year"), pl.col("rendering")
    first, last = pl.col("first"), pl.col("last")
    places = [quote.str.find(each, literal=True) for each in (year, rendering)]
    rows = rows.with_columns(first=pl.min_horizontal(places), last=pl.max_horizontal(places))
    rows = rows.with_columns(
        before=cut(quote, 0, first),
        between=cut(quote, first, last - first),
        behind=cut(quote, last),
    ).drop("first", "last")
    han = rows.select(quote.str.contains(HAN)).to_series()
    rows = pl.concat([_with_ends(rows.filter(han)), _with_latin_ends(rows.filter(~han))])
    start, end = pl.col("start"), pl.col("end")
    before, behind, later = pl.col("before"), pl.col("behind"), pl.col("later")
    rows = rows.with_columns(
        earlier=cut(before, 0, before.str.len_bytes() - start.str.len_bytes()),
        later=cut(behind, end.str.len_bytes()),
    )
    again = later.str.contains(year, literal=True).fill_null(False)
    again |= later.str.contains(rendering, literal=True)
    rows = rows.with_columns(
        passage=pl.concat_str(start, "between", pl.when(again).then(behind).otherwise(end)),
        later=pl.when(again).then(pl.lit("")).otherwise(later),
        is_whole=again,
    ).drop("before", "between", "behind", "start", "end")
    passage, name = pl.col("passage"), pl.col("name")
    dated = rows.select(passage.str.contains(year, literal=True).fill_null(False)).to_series()
    undated = rows.filter(~dated)
    elsewhere = (may_say_when(undated, part) for part in ("earlier", "later"))
    rows = pl.concat([rows.filter(dated), undated.filter(~pl.any_horizontal(*elsewhere))])
    return rows.filter(
        passage.str.count_matches(_OPENING) == passage.str.count_matches(_CLOSING),
        passage.str.contains(HAN) | ~quote.str.contains(HAN),
        # A Latin name is searched as a whole word, wherever in the quote it stands.
        pl.col("bears_name") | name.is_null() | passage.str.contains(name, literal=True),
    )


def _with_ends(rows: pl.DataFrame) -> pl.DataFrame:
    """Where the sentences begin and end, in a text that has Chinese characters."""
    import polars as pl

    start = pl.col("before").str.extract(f"([^{_END}]*)$").str.strip_chars_start(_CLOSERS)
    return rows.with_columns(
        start=start, end=pl.col("behind").str.extract(f"^([^{_END}]*[{_END}]?)")
    )


def _with_latin_ends(rows: pl.DataFrame) -> pl.DataFrame:
    """Where they begin and end in any other: at full stops behind words that are no abbreviations.

    Such a stop ends a sentence for every grammar, too.
    """
    import polars as pl

    before, behind = pl.col("before"), pl.col("behind")
    start = before.str.extract(f"(?s)^.*{_LATIN_END} +(.*)$")
    end = behind.str.extract(f"(?s)^(.*?{_LATIN_END})(?: +[A-Z]|$)")
    return rows.with_columns(
        start=pl.when(start.str.contains("^[A-Z]")).then(start).otherwise(before),
        end=pl.coalesce(end, behind),
    )


# -- what they say -----------------------------------------------------------------------------


def _marked(rows: pl.DataFrame) -> pl.DataFrame:
    """The passages with marks, and what makes a difference between those with the same words."""
    import polars as pl

    name = pl.col("name")
    text = replaced(pl.col("passage"), pl.col("year"), YEAR)
    text = replaced(text, pl.col("rendering"), NUMBER)
    rows = rows.with_columns(text=text)
    # Beside a name that stands there twice stand other words each time.
    once = pl.col("text").str.count_matches(name, literal=True) == 1
    named = replaced(pl.col("text"), name, NAME)
    rows = rows.with_columns(text=pl.when(once).then(named).otherwise("text"))
    texts = rows.select(pl.col("text").unique()).with_columns(**_of_text())
    rows = rows.join(texts, on="text", how="left", maintain_order="left")
    digits = pl.any_horizontal("has_digits", *(_has_digits(part) for part in ("earlier", "later")))
    return with_keys(rows.with_columns(has_digits=digits))


def with_keys(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with what of their digits makes a difference, and whether they are sure."""
    import polars as pl

    twice = _says_number_twice() if rows["has_digits"].any() else pl.lit(False)
    part_of_word = pl.lit(False)
    if rows["ends_at_letter"].any():
        latin = pl.col("name").str.contains("[A-Za-z]").fill_null(False)
        part_of_word = pl.col("ends_at_letter") & latin
    keys = {
        f"{what}_key": pl.when(f"{what}_matters").then(what).fill_null("")
        if rows[f"{what}_matters"].any()
        else pl.lit("")
        for what in ("number", "year")
    }
    return rows.with_columns(
        **keys,
        named=pl.col("named") & ~part_of_word,
        sure=(pl.col("sure") & ~part_of_word & ~(pl.col("has_digits") & twice)).fill_null(True),
    )


def _has_digits(column: str) -> pl.Expr:
    import polars as pl

    return pl.col(column).str.contains("[0-9]")


def _of_text() -> dict[str, pl.Expr]:
    """What marks and words in a text with marks say of it, once for each distinct text."""
    import polars as pl

    text = pl.col("text")
    number, year = (text.str.contains(mark, literal=True) for mark in (NUMBER, YEAR))
    return {
        "named": text.str.contains(NAME, literal=True),
        "left": text.str.extract(f"(.{{0,2}}){NAME}"),
        "right": text.str.extract(f"{NAME}(.{{0,2}})"),
        "sure": ~(text.str.contains(_TORN) | text.str.contains(f"(?i){_NEVER_SURE}")),
        "has_digits": text.str.contains("[0-9]"),
        "ends_at_letter": text.str.contains(_LETTERS_AT_NAME),
        "number_matters": ~number
        | text.str.contains(_NUMBERS_NEAR)
        | text.str.contains(f"(?i){_WORDS_FOR_DIGITS}"),
        "year_matters": ~year | text.str.contains(_OTHER_YEAR),
    }


def _says_number_twice() -> pl.Expr:
    """Whether other digits in the quote may be those of the number, in another unit or spelling."""
    import polars as pl

    words = pl.concat_str("text", "earlier", "later", separator=" ")
    others = words.str.extract_all("[0-9][0-9.,]*").list.eval(
        pl.element().str.replace_all("[.,]", "").str.strip_chars("0")
    )
    own = pl.col("number").str.replace_all("[.,]", "").str.strip_chars("0")
    return others.list.contains(own).fill_null(False)
