"""Rows that say the same but for a number, a year and a region's name, told by polars.

A number's digits are replaced by a mark where they stand in the amount's cell and in the quote,
a year's and a region's name likewise. What is left is equal in rows that are alike: a rule that
finds nothing wrong with the least and the greatest of them finds nothing wrong with those between.
Where digits might be more than a number (a small one that may be a month, one beside other digits,
a year beside years) they stay in the text, and only rows with the same digits are alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regiontargets.phrases import find_basis

if TYPE_CHECKING:
    import polars as pl

NUMBER, YEAR, NAME = "\x01", "\x02", "\x03"
"""What stands where the digits, the year and the name were."""

BETWEEN = "\x1f"
"""What stands between the parts of a key."""

MARKS = "[\x01-\x03\x1f]"
_DIGIT = "[0-9０-９]"
_POINT = "[.,．，]"
_ONE_NUMBER = (
    r"^[^0-9０-９]*?((?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,9})?)[^0-9０-９]*$"
)
_FIRST_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_ONE_YEAR = r"^(?:by )?((?:19|20)[0-9]{2})年?$"
_MORE_THAN_A_NUMBER = r"^(?:[0-9]{1,2}|[12][0-9]{3}|(?:19|20)[0-9]{4}|(?:19|20)[0-9]{6})$"

_TORN = "|".join(
    (
        f"{_DIGIT}{_POINT}?{NUMBER}",
        f"{NUMBER}{_POINT}?{_DIGIT}",
        f"[{NUMBER}{YEAR}]{_POINT}?[{NUMBER}{YEAR}]",
        f"{_DIGIT}{_POINT}?{YEAR}",
        f"{YEAR}{_POINT}?{_DIGIT}",
        f"{YEAR}[-/–—－]{_DIGIT}",
        f"{_DIGIT}[-/–—－]{YEAR}",
    )
)
"""Where what was found is a part of something longer."""

_NUMBERS_NEAR = (
    f"{_DIGIT}[^{NUMBER}]{{0,8}}{NUMBER}|{NUMBER}[^{NUMBER}]{{0,8}}{_DIGIT}"
    f"|{NUMBER}[^{NUMBER}]{{0,8}}{NUMBER}"
)
_OTHER_YEAR = "(?:19|20)[0-9]{2}"
_NEVER_SURE = r"(?i)fiscal|financial year|\bFY|财年|财政年|[0-9]{4}[/／][0-9]{2}|[０-９]"
"""Fiscal years, which are each country's own, and digits that are no ASCII."""

_WORDS_FOR_DIGITS = (
    "(?i)[一二三四五六七八九十百千零〇两]点[一二三四五六七八九零〇]|分之|成|半|倍"
    "|half|third|quarter|point|fold|times"
)
_NEEDS_ALL = (
    f"(?i)five.year|FYP|五年|[一二三四五六七八九十]五|{_WORDS_FOR_DIGITS.removeprefix('(?i)')}"
)
"""Plans and words for numbers: they may decide about a number in another sentence."""

_PRICES = "(?i)价|名义|实际|不变|可比|nominal|real|price|constant|current|inflation|terms"
_MOST_ASKED = 10_000

_LETTERS_AT_NAME = rf"\w{NAME}|{NAME}\w"
_OPENING, _CLOSING = "[(（]", "[)）]"
_LONGEST = 3000
_HAN = "[\u3400-\u9fff]"
_END = "。！？!?"
_SENTENCE = f"[^{_END}]*[{NUMBER}{YEAR}](?:.*[{NUMBER}{YEAR}])?[^{_END}]*[{_END}]?"


def amounts(cell: pl.Expr) -> dict[str, pl.Expr]:
    """Of the cells of an amount: the number, its value, the shape of its digits and the rest."""
    import polars as pl

    number = cell.str.extract(_ONE_NUMBER, 1)
    plain = number.str.replace_all(",", "", literal=True)
    nines = number.str.replace_all("[0-9]", "9")
    shape = (
        pl.when(plain.str.contains(_MORE_THAN_A_NUMBER))
        .then(plain)
        .when(plain.str.starts_with("0"))
        .then(pl.lit("0") + nines.str.slice(1))
        .otherwise(nines)
    )
    rest = pl.when(number.is_null()).then(cell).otherwise(cell.str.replace(_FIRST_NUMBER, NUMBER))
    return {
        "number": number,
        "value": plain.cast(pl.Float64),
        "amount_key": pl.concat_str([rest, shape.fill_null("")], separator=BETWEEN),
    }


def years(cell: pl.Expr) -> dict[str, pl.Expr]:
    """Of the cells of a period: the year, as a text and as a number, and the rest."""
    import polars as pl

    year = cell.str.extract(_ONE_YEAR, 1)
    rest = pl.when(year.is_null()).then(cell).otherwise(cell.str.replace("[0-9]{4}", YEAR))
    return {
        "year": year,
        "yearly": year.cast(pl.Int32),
        "period_key": pl.concat_str([rest, year.str.head(2).fill_null("")], separator=BETWEEN),
    }


def renderings(number: pl.Expr) -> list[pl.Expr]:
    """How a number of a cell may be written in a quote, the likeliest first."""
    import polars as pl

    plain = number.str.replace_all(",", "", literal=True)
    short = plain.str.replace(r"(\.[0-9]*?)0+$", "${1}").str.strip_suffix(".")
    whole = plain.str.extract("^([0-9]+)", 1)
    length = whole.str.len_chars()
    grouped = (
        pl.when(length > 6)
        .then(
            pl.concat_str(
                [whole.str.slice(0, length - 6), whole.str.slice(length - 6, 3), whole.str.tail(3)],
                separator=",",
            )
        )
        .when(length > 3)
        .then(pl.concat_str([whole.str.slice(0, length - 3), whole.str.tail(3)], separator=","))
    )
    return [number, plain, short, grouped + plain.str.slice(length)]


def replaced(text: pl.Expr, part: pl.Expr, mark: str) -> pl.Expr:
    """The texts with a part of them, which may be null, replaced by a mark."""
    import polars as pl

    put = text.str.split(part).list.join(mark)
    return pl.when(part.is_null() | (part == "")).then(text).otherwise(put)


def stated(cells: pl.DataFrame, *, may_hold_marks: bool) -> pl.DataFrame:
    """What rows with like quotes have in common.

    Args:
        cells: of each row the `quote`, and the `number`, `year` and `name` to look for in it.
        may_hold_marks: whether a quote may hold a mark itself.

    Returns:
        For each row `quote_key`, null where what was found may be more than it seems; `passage`,
        the part of the quote that decides, with marks; `rendering`, the number as it stands
        there; `named`, whether the name does, and `left` and `right`, what
        stands beside it.
    """
    import polars as pl

    found = _with_marks(cells).with_row_index("at")
    if may_hold_marks:
        # A mark that was there before would be taken for one of ours.
        found = found.with_columns(
            text=pl.when(pl.col("quote").str.contains(MARKS)).then(None).otherwise("text")
        )
    texts = found.group_by("text").agg("at").with_columns(**_of_text())
    texts = _with_prices(texts)
    known = texts.explode("at").sort("at").drop("at")
    found = pl.concat([found.drop("text", "at"), known], how="horizontal")
    short = pl.col("number").str.contains(_MORE_THAN_A_NUMBER).fill_null(False)
    twice = pl.lit(False)
    if texts["has_digits"].any():
        twice = pl.col("has_digits") & _says_number_twice()
    latin = pl.col("name").str.contains("[A-Za-z]").fill_null(False)
    part_of_word = pl.col("ends_at_letter") & latin
    sure = pl.col("sure") & ~part_of_word & ~twice
    passage = pl.when(short).then("text").otherwise("passage")
    return found.select(
        "rendering",
        "left",
        "right",
        named=pl.col("named") & ~part_of_word,
        passage=passage,
        quote_key=pl.when(sure.fill_null(True)).then(
            pl.concat_str(
                [
                    passage,
                    pl.when("number_matters").then("number").fill_null(""),
                    pl.when("year_matters").then("year").fill_null(""),
                ],
                separator=BETWEEN,
            )
        ),
    )


def _with_prices(texts: pl.DataFrame) -> pl.DataFrame:
    """The whole text decides where it says of which prices: they may be those of any number."""
    import polars as pl

    asked = texts.filter("may_say_prices")["text"].to_list()
    saying = [text for text in asked if len(asked) > _MOST_ASKED or find_basis(text)]
    whole = pl.col("text").is_in(saying)
    return texts.with_columns(passage=pl.when(whole).then("text").otherwise("passage"))


def _of_text() -> dict[str, pl.Expr]:
    """What marks and words in a text with marks say of it, once for each distinct text."""
    import polars as pl

    text = pl.col("text")
    number, year = (text.str.contains(mark, literal=True) for mark in (NUMBER, YEAR))
    sentence = text.str.extract(f"({_SENTENCE})").str.strip_chars_start("”」』’\"')）")
    whole = (
        ~number
        | ~year
        | text.str.contains(_NEEDS_ALL)
        | (text.str.len_bytes() > _LONGEST)
        | sentence.is_null()
        | (sentence.str.count_matches(_OPENING) != sentence.str.count_matches(_CLOSING))
        | (sentence.str.contains(_HAN) != text.str.contains(_HAN))
    )
    passage = pl.when(whole).then(text).otherwise(sentence)
    return {
        "passage": passage,
        "named": text.str.contains(NAME, literal=True),
        "left": text.str.extract(f"(.{{0,2}}){NAME}"),
        "right": text.str.extract(f"{NAME}(.{{0,2}})"),
        "may_say_prices": text.str.contains(_PRICES),
        "sure": ~(text.str.contains(_TORN) | text.str.contains(_NEVER_SURE)),
        "has_digits": text.str.contains("[0-9]"),
        "ends_at_letter": text.str.contains(_LETTERS_AT_NAME),
        "number_matters": ~number
        | passage.str.contains(_NUMBERS_NEAR)
        | text.str.contains(_WORDS_FOR_DIGITS),
        "year_matters": ~year | passage.str.contains(_OTHER_YEAR),
    }


def _with_marks(cells: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    quote, number = pl.col("quote"), pl.col("number")
    found = cells.with_columns(
        rendering=pl.when(quote.str.contains(number, literal=True)).then(number)
    )
    if found["rendering"].null_count():
        others = [
            pl.when(quote.str.contains(each, literal=True)).then(each)
            for each in renderings(number)[1:]
        ]
        found = found.with_columns(rendering=pl.coalesce("rendering", *others))
    without_year = replaced(quote, pl.col("year"), YEAR)
    without_number = replaced(without_year, pl.col("rendering"), NUMBER)
    return found.with_columns(text=replaced(without_number, pl.col("name"), NAME))


def _says_number_twice() -> pl.Expr:
    """Whether other digits in the quote may be those of the number, in another unit or spelling."""
    import polars as pl

    others = (
        pl.col("text")
        .str.extract_all("[0-9][0-9.,]*")
        .list.eval(pl.element().str.replace_all("[.,]", "").str.strip_chars("0"))
    )
    own = pl.col("number").str.replace_all("[.,]", "").str.strip_chars("0")
    return others.list.contains(own).fill_null(False)
