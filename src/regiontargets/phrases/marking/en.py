"""English: words that mark an aim, a forecast or a result."""

from __future__ import annotations

import re

from .en_verbs import BASES, PARTICIPLE, PAST, PAST_OR_PARTICIPLE
from .markers import Markers

_AIM_VERBS = (
    r"plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|strive(?:s|n)?|strove|striving"
    r"|intend(?:s|ed|ing)?|pledge[sd]?|pledging|vow(?:s|ed|ing)?|promise[sd]?|promising"
    r"|propos(?:e|es|ed|ing)|commit(?:s|ted|ting)?|hope[sd]?|hoping|want(?:s|ed)?|wish(?:es|ed)?"
    r"|look(?:s|ed|ing)|work(?:s|ing)|undertake[sn]?|undertaking|undertook|resolve[sd]?"
    r"|endeavou?rs?|agree[sd]?|decide[sd]?|determined|endeavou?ring|bid(?:s|ding)?|try|tries|trying"
    r"|prepar(?:e|es|ed|ing)|swear|sworn|undertook|opt(?:s|ed)?"
)
_ASKS = r"ask|urge|call(?:s|ed|ing)? (?:for|on|upon)|instruct|direct|order|oblige|task|invite"
_PASSIVE_AIMS = (
    "set|fixed|planned|targeted|scheduled|slated|pledged|proposed|mandated|required|aimed|intended"
    "|designed|meant|obliged|supposed|determined|committed|budgeted|earmarked|capped"
)
_EFFORTS = (
    "efforts?|drive|bid|campaign|push|decision|initiative|programme?|scheme|project|measures|steps"
    "|proposals?|strategy|mandate|mission|resolve|determination|blueprint|roadmap|action plan|order"
)
_FORECASTS = (
    "expected|forecast(?:ed)?|projected|predicted|anticipated|estimated|likely|unlikely|seen|tipped"
    "|assumed|foreseen|believed"
)
_MEASURES = "plan|bill|budget|proposal|law|legislation|programme?|scheme|strategy|reform|act|deal"
_FINITE = (
    "reached|exceeded|hit|totall?ed|stood|amounted|surpassed|topped|climbed|expanded|contracted"
    "|shrank|surged|jumped|slipped|edged|slowed|outpaced|averaged|dropped|dipped|plunged|soared"
    "|rebounded|doubled|tripled|quadrupled|halved"
)
_DONE = "increased|has|have|recorded|posted|shrunk|year[- ]on[- ]year|from a year earlier"
_ADVERB = r"(?:(?:also|already|now|since|just|not|only|even|[a-z]{2,16}ly)\s){0,2}"
# What comes before a verb that tells a result; a participle after an article tells none.
_NOT_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in "to be will shall must should would could may might can cannot not".split()
)
_NOT_WITHIN_A_NOUN = "(?<!-)" + "".join(
    rf"(?<!\b{word} )"
    for word in (
        "is are being am get gets a an the its their our his her my your this these of for with in "
        "at by as from on than per more most less newly so no new all how"
    ).split()
)
_A_QUANTITY = r"(?:[\d$€£¥₹]|about|around|some|nearly|over|more than|an?\s|the\s|its\s|to\s|by\s)"
_MODALS = "must|should|ought to|needs? to|(?:has|have|had) (?:pledged |committed )?to(?= [a-z])"

ENGLISH = Markers(
    words={
        "forecast": (
            rf"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s|now\s|still\s)?(?:{_FORECASTS})(?:\sto)?\b",
            r"\b(?:expects?|expecting|expected|predicts?|predicted|predicting)\b(?!\s(?:of|in)\b)",
            r"\b(?:forecast(?:s|ed|ing)?|projections?|expectations?|outlook|anticipat(?:es?|ed|ing))\b",
            r"\b(?:foresees?|foreseeing|foresaw|reckons?|reckoned|pencill?(?:s|ed) in|predictions?)\b",
            r"\bestimat(?:es?|ed|ing)\sthat\b|\bestimates\b",
            r"\bproject(?:s|ed|ing)?\s(?:that|an?|growth|inflation|gdp|the|its?|[a-z]+ (?:of|at|to)\b)",
            r"\bsees\b|\bsee(?:ing|n)?\s[^,.;]{0,50}?\b(?:rising|falling|growing|reaching|at)\b",
            r"\b(?:on (?:track|course|pace)|poised|headed|bound|heading)\s(?:to|for)\b",
            r"\b(?:is|are|looks?|seems?|appears?)\s(?:all\s)?(?:set|due|likely|certain|sure)\s(?:to|for)\b",
            rf"(?<!plan )(?<!bill )(?<!budget )(?<!proposal )\b(?:may|might|could|would)\b(?=\s[a-z])",
            r"\b(?:expected|likely|projected|forecast|predicted|anticipated|estimated)\sto\b",
            r"\bprobably\b|\bpotentially\b|\bassum(?:es?|ing)\b",
        ),
        "aim": (
            rf"\b(?:{_AIM_VERBS})\s(?:to|for|at|on)\b",
            rf"\b(?:{_ASKS})(?:s|ed|d|ing)?\b(?=[^,.;]{{0,80}}\sto\s[a-z])",
            r"\b(?:asks?|calls?|called|calling|pushing|pushes|presses|lobbies) for\b",
            r"(?<!year )(?<!year-)\b(?:aim|target|seek|pledge|plan)(?:s|ed|ing)?\b|\bplanned\b",
            rf"\b(?:is|are|was|were|been|being)\s(?:also\s|now\s|\w+ly\s)?(?:{_PASSIVE_AIMS})\b",
            rf"\b(?:{_EFFORTS})\sto\b(?=\s[a-z])|\b(?:in order|so as|with a view) to\b",
            rf"\b(?:{_MEASURES})\s(?:would|could|will|sets?)\b",
            r"\b(?:goals?|objectives?|targets?|targeted|targeting|ambitions?|commitments?)\b",
            r"\b(?:pledg(?:es?|ed|ing)|vow(?:s|ed|ing)|promis(?:es?|ing)|envisag(?:es?|ed|ing))\b",
            r"\bcommit(?:s|ted|ting)?\s(?:themselves|itself|ourselves|himself|herself)\b|\btask of\b",
            r"\b(?:propos(?:es?|ed|ing|als?)|allocates?|earmark(?:s|ed)?|sets? aside|envisions?)\b",
            r"\b(?:provides? for|stipulates?|mandates?|let us|let's|intends?|in a bid)\b",
            rf"\b(?:{_MODALS})\b|\bensur(?:e|es|ing)\b|\baiming\b|\bcommitted to\b|\bno later than\b",
            r"\b(?:is|are|am|was|were)\s(?:now\s)?to\b(?=\s[a-z])",
            rf"(?<![^\s])(?<![a-z\d,] )(?<![a-z\d,]\n)(?:{'|'.join(BASES.split())})\b(?!\s(?:of|in|was|is|rose|fell|to be)\b)",
        ),
        "will": (r"\b(?:will|shall|going to)\b|(?<=[a-z])'ll\b",),
        "result": (
            rf"{_NOT_AFTER}\b(?:{_FINITE}|was|were|had)\b",
            rf"{_NOT_AFTER}{_NOT_WITHIN_A_NOUN}\b(?:{PAST})\b(?!-)",
            rf"\b(?:has|have|'ve)\s{_ADVERB}(?:been\s{_ADVERB})?(?:{PARTICIPLE}|been(?= (?:at|in|above|below|\d)))\b",
            rf"\b(?:we|they|it|he|she|i|who|and|but|then)\s{_ADVERB}(?:{PAST_OR_PARTICIPLE})\b(?=\s{_A_QUANTITY})",
            r"\b(?:is|are)\s(?:now\s|already\s)?(?:down|up)\b(?=\s(?:to|by|from|\d|over|about|nearly))",
            r"\b(?:is|are) now\b(?= (?:at |about |around |over |nearly |just )?\d)|\bnow (?:stands?|totals?)\b",
            r"\bstands? at\b|\bsits? at\b|\brecord (?:high|low)\b|\bup from\b",
        ),
        "done": (
            rf"{_NOT_AFTER}\b(?:{_DONE})\b",
            rf"{_NOT_AFTER}{_NOT_WITHIN_A_NOUN}\b(?:{PAST_OR_PARTICIPLE})\b(?!-)",
        ),
    },
    sentence=re.compile(r"[.!?]+(?=\s|$)|\n\s*\n|[。！？]"),
    clause=re.compile(
        r";|；|\b(?:while|whereas|but|although|though|compared|up from|down from|versus"
        r"|after|following|which|who|against)\b"
        r"|(?<!fewer )(?<!less )(?<!more )(?<!no lower )(?<!no higher )(?<!no later )(?<!no greater )"
        r"(?<!rather )\bthan\b"
    ),
    aside=re.compile(r",\s(?:which|who|whose)\b[^,.;!?]{0,200},"),
    past_tense=True,
)
