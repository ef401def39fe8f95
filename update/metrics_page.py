"""Rebuild docs/metrics.md from the metric catalog.

python update/metrics_page.py
"""

from __future__ import annotations

from pathlib import Path

from regiontargets.catalog.metrics import metrics
from regiontargets.model import Metric

PAGE = Path(__file__).parents[1] / "docs/metrics.md"

HEAD = """\
# Metrics

The catalog holds the headline metrics of government plans: {count} of them in {themes} themes, with
{growth} growth metrics beside what grows. `rt.metrics` looks them up by code and by name;
`regiontargets metrics QUERY` does so on the command line.

```python
>>> from regiontargets.catalog import metrics
>>> print(metrics["gdp_growth"])
GDP growth (gdp_growth, %)
>>> metrics.get("value added of the high-tech manufacturing industry").code
'high_tech_manufacturing_value_added'
>>> metrics.get("全省研发经费投入占地区生产总值的比重").code
'rd_intensity'
>>> [each.code for each in metrics.find("industrial output")]
['industrial_value_added_above_scale', 'industrial_output']
>>> metrics.get("R&D intensty")
Traceback (most recent call last):
regiontargets.errors.UnknownMetric: unknown metric 'R&D intensty'. Did you mean \
'rd_intensity', 'business_rd_intensity' or 'rd_expenditure'?

```

## How a name is read

`find` gives every metric that the words may mean, `get` the one, or `UnknownMetric` with
suggestions, or `AmbiguousMetric` with the candidates. A text is tried in this order; the first that
finds anything decides:

1. as a code, here or elsewhere (`gdp`, `NY.GDP.MKTP.CN`), then as a name as it stands;
2. by its terms: order, case, width, articles, plurals, hyphens and British or American spelling make
   no difference, and the synonyms of `words.tsv` are one term (added value, value added, 增加值);
3. as growth: "growth of X", "X growth rate", X增速, X同比 is the growth metric of X, and the growth of
   an industry is that of its value added. "real" and "nominal" must fit the growth metric's basis;
4. as a share in GDP of an industry, which is that of its value added;
5. without the weak words ("total", "the province's", 全省, 总额), if a metric is left that needs none
   of those which the text lacks.

A unit in brackets or behind a comma ("GDP (100 million yuan)", "unemployment rate, %") is left out; an
abbreviation in brackets must mean the same as what stands before it; anything else in brackets that is
not understood makes the whole unknown. A qualifier that the catalog does not know ("exports to
ASEAN") does so too: nothing is guessed.

## Conventions

- **Money.** Which currency a metric is stated in is a matter of the region, so money has the unit
  `currency`, which every currency fits; compounds are `currency/person`, `tce/ten_thousand_currency`.
- **Growth** is a percentage over the year before. `growth_of` and `growth` refer to each other. Where
  statistics fix the prices, the growth metric has a basis: `real` for value added, `nominal` for sales.
- **Reductions** ("energy consumption per unit of GDP falls by 3 percent") are metrics of their own,
  positive when the fall is.
- **Bounds** are what is possible at all for any region up to a country: shares from 0 to 100, growth
  not below -100, and for counts and quantities a height that no region reaches (a billion tonnes of
  grain a year). Money has no upper bound, as currencies differ by powers of ten.
- **Births, deaths and infant mortality** are stated in `permille`; other rates are compounds such as
  `item/thousand_person`.
- **External codes** were held against lists of the World Development Indicators, of Eurostat's
  regional datasets and of the SDG framework; a metric without one was not found there.

## Add a metric

A metric is a table in the file of its theme under `catalog/metrics/data/`:

| key | says |
|---|---|
| the table's name | the code: lower-case English words, joined by `_` |
| `en`, `zh` | names, the usual one first; names that read the same need not be repeated |
| `unit`, `kind`, `direction` | the canonical unit; level, growth, share, count, index or ratio; higher, lower or none |
| `low`, `high`, `basis` | bounds in that unit; nominal or real |
| `growth = true` | there is a growth metric; `growth_basis`, `growth_high`, `growth_worldbank`, … describe it |
| `growth_of` | in a growth metric with a row of its own: what grows |
| `worldbank`, `eurostat`, `sdg` | codes elsewhere |
| `definition`, `source` | what exactly is measured, in a sentence; where that comes from |

Your own metrics need no change here: see [codelists](codelists.md).
"""


def page() -> str:
    """The text of the page."""
    entries = metrics.entries.values()
    head = HEAD.format(
        count=sum(not each.derived for each in entries),
        themes=len(metrics.by_theme()),
        growth=sum(each.derived for each in entries),
    )
    return "\n".join([head, *(section(theme) for theme in metrics.by_theme())])


def section(theme: str) -> str:
    """The table of a theme."""
    rows = [row(each) for each in metrics.by_theme()[theme] if not derived(each)]
    head = "| code | name | unit | what it measures |\n|---|---|---|---|"
    return "\n".join([f"## {theme}", "", head, *rows, ""])


def row(metric: Metric) -> str:
    """One line of a table."""
    code = f"`{metric.code}`"
    if metric.growth is not None:
        code += f"<br>`{metric.growth}`"
    chinese = metric.names.get("zh", "")
    elsewhere = "".join(f" {scheme} {each}." for scheme, each in metric.external.items())
    about = f"{metric.definition} *{metric.source}.*{elsewhere}"
    cells = (code, f"{metric.name}<br>{chinese}", f"`{metric.unit}`", about)
    return f"| {' | '.join(each.replace('|', '&#124;') for each in cells)} |"


def derived(metric: Metric) -> bool:
    """Whether it stands beside what grows."""
    return metrics.entries[metric.code].derived


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
