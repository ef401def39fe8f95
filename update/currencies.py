"""Rebuild src/regiontargets/units/data/currencies.tsv from Unicode CLDR, as packaged by Babel.

    pip install babel==2.18.0
    python update/currencies.py

A currency is listed when a territory uses it today, when ISO 4217 lists it as a fund or a
metal, or when it went out of use in 1999 or later (the year the euro came).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

TABLE = Path(__file__).parents[1] / "src/regiontargets/units/data/currencies.tsv"
SINCE = date(1999, 1, 1)
NEVER = date.max

# ISO 4217 codes that no territory uses as its money: funds, units of account, metals.
FUNDS = (
    *("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"),
    *("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XUA"),
)
# Codes for tests and for "no currency"; the yuan as traded outside China, which ISO has not.
NO_MONEY = {"XTS", "XXX", "CNH"}
# What CLDR 47 does not say yet: Bulgaria took the euro on 2026-01-01, the lev being legal tender
# for a month more; ISO 4217 still lists the colon of El Salvador.
AMENDED = {"BGN": date(2026, 1, 31), "SVC": NEVER}
# Units of account that ISO 4217 lists and CLDR does not.
UNNAMED = {"XAD": ("Arab Accounting Dinar", "Arab accounting dinars", "阿拉伯记账第纳尔")}
CHINESE = {"CNY": "人民币元", "XCG": "加勒比盾", "ZWG": "津巴布韦金"}

HEAD = """\
# Currencies of ISO 4217: those in use, and those that went out of use since 1999.
# Origin: Unicode CLDR {cldr} through Babel {babel} (update/currencies.py). Licence: Unicode-3.0.
# Date: {today}.
# Each is a unit of a dimension of its own; its code is its name here and in pint.
# `until`: the last day of legal tender anywhere, empty while it is in use.
code\tuntil\tname\tplural\tname_zh
"""


def last_days() -> dict[str, date]:
    """The last day on which each currency was used in any territory."""
    days: dict[str, date] = {}
    for uses in get_global("territory_currencies").values():
        for code, _, end, _ in uses:
            last = NEVER if end is None else date(*end)
            days[code] = max(last, days.get(code, date.min))
    return days | dict.fromkeys(FUNDS, NEVER) | AMENDED


def rows() -> list[str]:
    """One line a currency, by code."""
    english, chinese = Locale("en"), Locale("zh")
    plurals = english._data["currency_names_plural"]  # noqa: SLF001 - Babel offers no other way
    lines = ["\t".join((code, "", *names)) for code, names in UNNAMED.items()]
    for code, last in last_days().items():
        if last < SINCE or code in NO_MONEY:
            continue
        until = "" if last == NEVER else last.isoformat()
        name = english.currencies[code]
        plural = plurals.get(code, {}).get("other", name)
        name_zh = CHINESE.get(code) or chinese.currencies[code]
        lines.append("\t".join((code, until, name, plural, name_zh)))
    return sorted(lines)


def main() -> None:
    head = HEAD.format(
        cldr=get_global("cldr")["version"],
        babel=babel.__version__,
        today=date.today().isoformat(),
    )
    TABLE.write_text(head + "\n".join(rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
