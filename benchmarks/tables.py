"""How fast a table is checked, beside what others take for the types of its columns alone.

`ROWS=1000000 python -m benchmarks tables` tries another size.
The peers run where they are installed: dataframely checks
types, frictionless types and constraints. Each run is a process of its own, with its imports.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regiontargets.model import Region

ROWS = (10_000, 30_000, 100_000)
SLOW = 1_000_000
"""Rows beyond which a row-by-row peer is not waited for."""

_LINES = {
    "gdp_growth": ("力争{}年{}地区生产总值增长{}%左右", 30, 90),
    "cpi_inflation": ("{}年{}居民消费价格涨幅控制在{}%左右", 20, 35),
    "urban_unemployment_rate": ("{}年{}城镇调查失业率控制在{}%左右", 45, 60),
    "industrial_value_added_growth": ("力争{}年{}规模以上工业增加值增长{}%左右", 30, 90),
    "retail_sales_growth": ("力争{}年{}社会消费品零售总额增长{}%左右", 30, 90),
    "fixed_asset_investment_growth": ("力争{}年{}固定资产投资增长{}%左右", 30, 90),
}
_YEARS = range(2001, 2100)
_PADDING = (
    "。坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局，全面深化改革开放，"
    "坚持创新驱动发展，推动高质量发展，坚持以供给侧结构性改革为主线，统筹疫情防控和经济社会发展，"
    "统筹发展和安全，继续做好六稳六保工作，持续改善民生，着力稳定宏观经济大盘"
)


def lines(rows: int, seed: int = 1) -> Iterator[str]:
    """A table of regions, metrics and years with a quote of some 150 characters in each row."""
    from regiontargets.catalog import metrics, regions

    names = [each for each in regions if _stands(each)]
    known = {code: said for code, said in _LINES.items() if code in metrics}
    for each in metrics:  # every row states another fact: the more rows, the more metrics
        if len(known) * len(names) * len(_YEARS) >= rows:
            break
        name = each.names.get("zh", "")
        if each.kind == "growth" and name.endswith("增速") and each.code not in known:
            known[each.code] = f"力争{{}}年{{}}{name.removesuffix('增速')}增长{{}}%左右", 30, 90
    draw = random.Random(seed)
    yield "id,region_code,region,metric,value,unit,comparator,year,quote"
    facts = product(_YEARS, names, known.items())
    for number, (year, region, (metric, (words, low, high))) in enumerate(islice(facts, rows), 1):
        value, name = draw.randrange(low, high) / 10, region.names["zh"]
        quote = (words.format(year, name, value) + _PADDING)[:150]
        cells = (number, region.code, name, metric, value, "%", "about", year, quote)
        yield ",".join(map(str, cells))


def _stands(region: Region) -> bool:
    """Whether it is a Chinese region whose code and name have not changed."""
    return (
        "zh" in region.names
        and (region.scheme == "gb2260" or region.code.startswith("CN-"))
        and region.valid_from is None
        and region.valid_to is None
        and region.level != "group"
    )


OURS = """
import sys, regiontargets as rt
print(len(rt.validate(sys.argv[1], select={select!r})))
"""
DATAFRAMELY = """
import sys, polars as pl, dataframely as dy
class Targets(dy.Schema):
    id = dy.Integer()
    region_code = dy.String()
    region = dy.String()
    metric = dy.String()
    value = dy.Float64()
    unit = dy.String()
    comparator = dy.String()
    year = dy.Integer()
    quote = dy.String()
Targets.validate(pl.read_csv(sys.argv[1]), cast=True)
"""
FRICTIONLESS = """
import sys, frictionless
frictionless.system.trusted = True
print(frictionless.validate(sys.argv[1], limit_errors=10).valid)
"""


def main() -> None:
    sizes = tuple(map(int, os.environ.get("ROWS", "").split())) or ROWS
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            path = Path(folder) / f"{rows}.csv"
            path.write_text("\n".join(lines(rows)) + "\n", encoding="utf-8")
            _compare(path, rows)


def _compare(path: Path, rows: int) -> None:
    ours = _run(OURS.format(select=["U", "Y", "R", "M"]), path)
    everything = _run(OURS.format(select=[]), path)
    types = _run(DATAFRAMELY, path)
    by_row = _run(FRICTIONLESS, path) if rows <= SLOW else None
    print(f"\n{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
    for name, run in (
        ("U, Y, R, M", ours),
        ("all rules", everything),
        ("dataframely", types),
        ("frictionless", by_row),
    ):
        if run is not None:
            print(f"  {name:12} {run[0]:7.2f} s  {rows / run[0]:>9,.0f} rows/s  {run[1]:6.0f} MB")
    if ours and types:
        print(f"  U, Y, R, M take {ours[0] / types[0]:.2f} times dataframely's time")
    if everything and by_row:
        print(f"  all rules: {by_row[0] / everything[0]:.1f} times frictionless' rows a second")


def _run(script: str, path: Path) -> tuple[float, float] | None:
    """Seconds and peak megabytes of a process; None if what it needs is not installed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = _wait(process.pid)
    return (time.perf_counter() - start, usage.ru_maxrss / 1024) if status == 0 else None


def _wait(pid: int) -> tuple[int, int, resource.struct_rusage]:
    return os.wait4(pid, 0)
