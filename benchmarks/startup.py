"""What each first use costs in a process of its own, over bare Python: the least of several runs.

Processor time, not wall time, since other processes share the machine; with the package compiled,
as installing it does.
"""

import compileall
from pathlib import Path
from tempfile import TemporaryDirectory

import regiontargets
from benchmarks.timing import processor_seconds

BARE = ("-c", "pass")
ARTICLE = """\
---
published: 2022-02-17
---
[[Shandong]{.region} plans [more than 400]{.amount} [SMEs]{.metric code=industrial_enterprises}
[by 2025]{.period}]{.target}.
"""
TABLE = """\
region,metric,value,unit,year,quote
湖北省,gdp_growth,6,%,2025,2025年湖北省地区生产总值增长6%左右。
山东省,cpi_inflation,2,%,2025,2025年山东省居民消费价格涨幅控制在2%左右。
"""

USES = {
    "import regiontargets": "",
    "parse_amount, English": "parse_amount('more than 12 trillion yuan')",
    "parse_amount, Chinese": "parse_amount('增长5%左右')",
    "parse_period, English": "parse_period('by 2025')",
    "parse_period, Chinese": "parse_period('2025年上半年')",
    'regions["CN-SD"]': "regions['CN-SD']",
    'regions.find("Suzhou")': "regions.find('Suzhou')",
    'metrics["gdp_growth"]': "metrics['gdp_growth']",
    'metrics.find("R&D intensity")': "metrics.find('R&D intensity')",
    "load an annotated text": "load('article.md')",
    "units": "units",
}
COMMANDS = (
    ("--help",),
    ("parse", "5%"),
    ("regions", "Suzhou"),
    ("explain", "U003"),
    ("show", "article.md"),
    ("validate", "article.md"),
    ("validate", "table.csv"),
)


def main() -> None:
    compileall.compile_dir(Path(regiontargets.__file__).parent, quiet=1)
    with TemporaryDirectory() as folder:
        Path(folder, "article.md").write_text(ARTICLE, encoding="utf-8")
        Path(folder, "table.csv").write_text(TABLE, encoding="utf-8")
        bare = processor_seconds(BARE, folder)
        print(f"{'bare Python':<42}{bare * 1000:>8.0f} ms")
        for name, use in USES.items():
            call = f"; rt.{use}" if use else ""
            _tell(name, ("-c", f"import regiontargets as rt{call}"), folder, bare)
        for words in COMMANDS:
            _tell(f"regiontargets {' '.join(words)}", ("-m", "regiontargets", *words), folder, bare)


def _tell(name: str, arguments: tuple[str, ...], folder: str, bare: float) -> None:
    print(f"{name:<42}{(processor_seconds(arguments, folder) - bare) * 1000:>+8.0f} ms")
