"""What stands around a name takes nothing from it, in either language."""

from __future__ import annotations

import pytest

from regiontargets.catalog.metrics import metrics
from regiontargets.catalog.metrics.entry import Entry

AROUND = (
    *("{} target", "Target for {}", "the province's {}", "{} in 2025", "{} by 2030", "planned {}"),
    *("2025 target: {}", "{} of the city", "{} (target)", "{} (anticipatory)"),
)
AROUND_CHINESE = (
    *("全市{}", "全区{}", "{}（预期性）", "{}（约束性）", "{}达到", "实现{}", "当年{}", "{}目标"),
    *("2025年{}", "到2025年{}", "累计{}", "全县{}目标值"),
)
GROWTH = ("growth rate of {}", "growth in {}", "year-on-year increase in {}", "{}, y-o-y growth")
GROWTH_CHINESE = ("{}增长", "{}同比增长", "{}增幅", "{}年均增速")
# Names that say too little, as `test_names` has them, and a few that a word around them changes.
UNLIKE = {"industrial_output", "good_air_days", "scenic_areas"}
ENTRIES = [each for each in metrics.entries.values() if not each.derived]


@pytest.mark.parametrize("entry", ENTRIES, ids=[each.code for each in ENTRIES])
def test_words_around_a_name_leave_it_what_it_is(entry: Entry) -> None:
    wordings = [around.format(entry.english[0]) for around in AROUND]
    wordings += [around.format(name) for name in entry.chinese[:1] for around in AROUND_CHINESE]
    found = {wording: {each.code for each in metrics.find(wording)} for wording in wordings}
    lost = {wording for wording, codes in found.items() if codes != {entry.code}}
    assert not lost or entry.code in UNLIKE, lost


@pytest.mark.parametrize("entry", ENTRIES, ids=[each.code for each in ENTRIES])
def test_words_for_growth_lead_to_the_metric_of_growth(entry: Entry) -> None:
    growth = entry.fields.get("growth")
    if growth is None or entry.code in UNLIKE:
        return
    wordings = [around.format(entry.english[0]) for around in GROWTH]
    wordings += [around.format(name) for name in entry.chinese[:1] for around in GROWTH_CHINESE]
    found = {wording: {each.code for each in metrics.find(wording)} for wording in wordings}
    assert {wording: codes for wording, codes in found.items() if codes != {growth}} == {}
