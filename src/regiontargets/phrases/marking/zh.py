"""Chinese: words that mark an aim, a forecast or a result."""

from __future__ import annotations

import re

from .markers import Markers

_DONE = (
    "完成|达到?|实现|突破|超过|增长|增加|提高|提升|下降|降低|降至|降到|减少|新增|建成|落地|培育|"
    "引进|回升|增至"
)
_HOW = "已经?|圆满|超额|顺利|提前|如期|胜利|全面"
_YEARS_BEFORE = r"上年|去年|前年|上月|20\d\d年"

CHINESE = Markers(
    words={
        "aim": (
            "预期目标|力争|确保|争取|旨在|致力于|努力|奋力|着力|打算|必须|应当|承诺|锚定|瞄准|冲刺|奋斗",
            "计划(?!生育|单列|经济)|规划(?:建设|到|新增|新建)|拟(?!合|定的|人)|任务(?!完成)|保持在|全力",
            "目标(?!任务完成|责任)|推动实现",
            # 要 is also a part of 主要, 需要.
            "(?<![主重需只首不摘概纪提简紧扼索险必次])要(?![求素闻点件么是道务职案约地塞领])",
        ),
        # 将 is also a part of 即将, 将近.
        "will": ("(?<!即)将会?(?![军近士领来])",),
        "forecast": ("预计|有望|预测|可望|料将|或将|估计|预估|预判|展望|可能|势将|看好",),
        "result": (
            f"(?:{_HOW})(?:{_DONE}|有)|(?:{_DONE})了|累计(?:完成|实现)|完成率|同比|环比",
            f"(?:比|较)(?:{_YEARS_BEFORE})(?:同期|末|底)?|跃居|位居|荣获|迈上|跨越",
            "(?:预期)?目标(?:任务)?(?:如期|圆满|顺利|全面)?(?:实现|完成)",
        ),
        "done": (_DONE, r"[为是](?=\d)"),
    },
    sentence=re.compile(r"[。！？!?]|\n|(?<=[a-z])\.(?=\s)"),
    clause=re.compile("；|;|而(?!且)|但"),
    aside=re.compile("\\([^()]{0,200}\\)"),
    past_tense=False,
)
