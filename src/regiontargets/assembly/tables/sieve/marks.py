"""What rows that say the same but for a number, a year and a region's name have in common.

A number's digits are replaced by a mark where they stand in the amount's cell and in the quote,
a year's and a region's name likewise. What is left is equal in rows that are alike: a rule that
finds nothing wrong with the least and the greatest of them finds nothing wrong with those between.
Where digits might be more than a number (a small one that may be a month, one beside other digits,
a year beside years) they stay in the text, and only rows with the same digits are alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

NUMBER, YEAR, NAME = "\x01", "\x02", "\x03"
"""What stands where the digits, the year and the name were."""

BETWEEN = "\x1f"
"""What stands between the parts of a key."""

MARKS = "[\x01-\x03\x1f]"
_ONE_NUMBER = (
    r"^[^0-9０-９]*?((?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,9})?)[^0-9０-９]*$"
)
_FIRST_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_ONE_YEAR = r"^(?:by )?((?:19|20)[0-9]{2})年?$"
MORE_THAN_A_NUMBER = r"^(?:[0-9]{1,2}|[12][0-9]{3}|(?:19|20)[0-9]{4}|(?:19|20)[0-9]{6})$"


def amounts(cell: pl.Expr) -> dict[str, pl.Expr]:
    """Of the cells of an amount: the number, its value, the shape of its digits and the rest."""
    import polars as pl

    number = cell.str.extract(_ONE_NUMBER, 1)
    plain = number.str.replace_all(",", "", literal=True)
    nines = number.str.replace_all("[0-9]", "9")
    shape = (
        pl.when(plain.str.contains(MORE_THAN_A_NUMBER))
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


def cut(text: pl.Expr, start: pl.Expr | int, length: pl.Expr | None = None) -> pl.Expr:
    """A part of a text, counted in bytes: nothing is copied."""
    import polars as pl

    return text.cast(pl.Binary).bin.slice(start, length).cast(pl.String)
