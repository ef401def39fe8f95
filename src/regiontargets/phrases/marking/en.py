"""English: words that mark an aim, a forecast or a result."""

from __future__ import annotations

import re

from .markers import Markers

_AIM_VERBS = (
    r"plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|strive(?:s|n)?|striving|intend(?:s|ed|ing)?"
    r"|pledge[sd]?|pledging|vow(?:s|ed|ing)?|promise[sd]?|propose[sd]?|commit(?:s|ted|ting)?|hope[sd]?"
    r"|want(?:s|ed)?|look(?:s|ed|ing)|work(?:s|ing)|undertake[sn]?|undertook|resolve[sd]?|endeavou?rs?"
)
_PASSIVE_AIMS = (
    "set|fixed|planned|targeted|scheduled|slated|pledged|proposed|mandated|required|aimed|intended"
)
_FORECASTS = "expected|forecast(?:ed)?|projected|predicted|anticipated|estimated|likely|seen|tipped"
_FINITE = (
    "reached|rose|grew|fell|dropped|exceeded|hit|totall?ed|stood|amounted|came|surpassed|topped|"
    "climbed|expanded|contracted|shrank|surged|jumped|slipped|edged|slowed|outpaced|saw|became|"
    "averaged|overtook|went|dipped|plunged|soared|rebounded|doubled|tripled|quadrupled|halved"
)
_PARTICIPLES = (
    "increased|decreased|declined|recorded|posted|registered|achieved|completed|attained|accounted|"
    "created|generated|gained|lost|accelerated|narrowed|widened|added|made|built|remained|kept|"
    "maintained|met|ranked|received|attracted|brought|recovered|improved|lifted|raised|cut|reduced|"
    "lowered|has|have"
)
_NOT_AFTER = r"(?<!\bto )(?<!\bbe )(?<!\bwill )(?<!\bshall )(?<!\bmust )(?<!\bshould )"

_MODALS = "must|should|ought to|needs? to"

ENGLISH = Markers(
    words={
        "forecast": (
            rf"\b(?:is|are|was|were|be|been|being)\s(?:widely\s|also\s)?(?:{_FORECASTS})(?:\sto)?\b",
            r"\b(?:expects?|expecting|forecasts?|forecasting|predicts?|predicted)\b(?!\s(?:of|in)\b)",
            r"\b(?:anticipates?|foresees?|projections?|expectations?|outlook)\b(?!\sof\b)",
            r"\bprojects\s(?:that|an?|growth|inflation|gdp|the)\b",
            r"\b(?:is|are)\s(?:on (?:track|course)|poised|set|bound)\s(?:to|for)\b",
            r"\b(?:may|might|could|would)\b(?=\s[a-z])",
            r"\b(?:expected|likely|projected|forecast)\sto\b",
        ),
        "aim": (
            rf"\b(?:{_AIM_VERBS})\s(?:to|for|at|on)\b",
            r"(?<!year )(?<!year-)\b(?:aim|target|seek|pledge|plan)(?:s|ed|ing)?\b",
            rf"\b(?:is|are|was|were|been|being)\s(?:{_PASSIVE_AIMS})\b",
            r"\b(?:goals?|objectives?|targets?|targeted|targeting|ambitions?|commitments?)\b",
            rf"\b(?:{_MODALS})\b|\bensur(?:e|es|ing)\b|\baiming\b|\bcommitted to\b",
            r"\b(?:is|are)\sto\b(?=\s[a-z])",
        ),
        "will": (r"\b(?:will|shall)\b",),
        "result": (rf"{_NOT_AFTER}\b(?:{_FINITE}|was|were|had)\b",),
        "done": (rf"{_NOT_AFTER}\b(?:{_PARTICIPLES})\b",),
    },
    sentence=re.compile(r"[.!?]+(?=\s|$)|\n\s*\n|[。！？]"),
    clause=re.compile(
        r";|；|\b(?:while|whereas|but|although|though|compared|up from|down from|than|versus"
        r"|after|following|which|who|against)\b"
    ),
    aside=re.compile(r",\s(?:which|who|whose)\b[^,.;!?]{0,200},"),
    past_tense=True,
)
