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
    r"|prepar(?:e|es|ed|ing)|swear|sworn|undertook|opt(?:s|ed)?|vote[sd]?|chose|chosen|elect(?:s|ed)?|aspire[sd]?|keen|eager|prepared"
)
_ASKS = (
    "ask|urg(?:e|es|ed|ing)|calls? (?:on|upon)|called (?:on|upon)|instruct|direct(?=s|ed)"
    "|order(?=ed|ing)|oblige|task|invite|requir(?:e|es|ed|ing)"
)
_PASSIVE_AIMS = (
    "set|fixed|planned|targeted|scheduled|slated|pledged|proposed|mandated|required|aimed|intended"
    "|designed|meant|obliged|supposed|determined|committed|budgeted|earmarked|capped"
)
_EFFORTS = (
    "efforts?|drive|bid|campaign|push|decision|initiative|programme?|scheme|project|measures|steps"
    "|proposals?|strategy|mandate|mission|resolve|determination|blueprint|roadmap|action plan"
)
_BE = "is|are|was|were|be|been|being"
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
_STANCES = "plans|aims|seeks|expects|wants|intends|hopes|needs|forecasts|projects|sees|proposes|is"
_GUESSES = "expectation|forecast|projection|estimate|prediction|outlook|consensus|assumption"
_LIMITS = "goal|target|aim|objective|ambition|quota|commitment"
_REACHED = "met|reached|achieved|exceeded|missed|surpassed|beaten|hit|fulfilled"
_WAS = "(?:was|were|has been|have been|had been)"
_SPENDS = "puts|invests|devotes|commits|allots|dedicates|adds|funds|includes|spends|contains|raises"
_MET = "exceeded|beat|surpassed|met|missed|topped|hit|achieved|reached|overshot|undershot|fulfilled"
_MARKS = "target|goal|quota|forecast|expectation|objective"
_DONE = "increased|recorded|posted|shrunk|year[- ]on[- ]year|from a year earlier"
_ADVERB = r"(?:(?:also|already|now|since|just|not|only|even|[a-z]{2,16}ly)\s){0,2}"
# What comes before a verb that tells a result; a participle after an article tells none.
_BEFORE_A_BASE = "to be will shall must should would could may might can cannot not"
# The goal of 3 percent was met.
_NOT_MET = rf"(?!\s(?:of|for)\s[^,.;]{{1,40}}\s{_WAS}\s{_ADVERB}(?:{_REACHED})\b)"
_BEFORE_A_NOUN = (
    "is are being am get gets a an the its their our his her my your this these of for with in "
    "at by as from on than per more most less newly so no new all how"
)


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words.split())


_NOT_AFTER = _not_after(_BEFORE_A_BASE)
_NOT_WITHIN_A_NOUN = "(?<!-)" + _not_after(_BEFORE_A_NOUN)
_A_QUANTITY = r"(?:[\d$€£¥₹]|about|around|some|nearly|over|more than|(?:an?|the|its|to|by)\s)"
_NOT_A_MONTH = _not_after("in since of by last from until to this next late early mid")
_ALLOWED = (
    "not|only|carry|apply|claim|file|deduct|stay|use|enter|travel|borrow|choose|request|appeal"
    "|submit|vote|bring|attend|visit|join|keep|hold|remain|take|elect|ask|sell|buy|own|work|drive"
    "|park|register|renew|import|export|transfer|retain|receive|stand|sit|be (?:fined|asked|used"
    "|required|returned|lodged|made|carried|claimed|paid|given|granted|issued|extended|renewed|held"
    "|amended|appointed)"
)
_OPINIONS = "projections?|forecasts?|estimates?|outlook|analysts?|economists?|experts?|models?"
_SPEAKERS = "analysts?|economists?|experts?|forecasters?|researchers?|scientists?|traders?"
_SUBJECTS = "we|they|it|he|she|i|who|and|but|then"
# First in its sentence or its item of a list.
_OPENING = r"(?<!\S)(?<![a-z\d,] )(?<![a-z\d,]\n)"
_LOWER = "saxony|austria|bavaria|franconia|silesian?|normandy|jubba|shabelle"
_NOT_A_NOUN = rf"(?!\s(?:of|in|was|is|rose|fell|to be|{_LOWER})\b)"
_PERFECT = rf"\b(?:has|have|'ve)\s{_ADVERB}(?:been\s{_ADVERB})?"
_MODALS = (
    "must|ought to|needs? to|legally bound to|bound by law to"
    "|(?:has|have|had) (?:pledged |committed )?to(?= [a-z])"
)

ENGLISH = Markers(
    words={
        "forecast": (
            rf"\b(?:{_GUESSES})s?\s(?:is|are|was|were)\b",
            rf"\b(?:{_BE})\s{_ADVERB}(?:{_FORECASTS})(?:\sto)?\b",
            r"\b(?:expect(?:s|ed|ing)?|predict(?:s|ed|ing)?)\b(?!\s(?:of|in)\b)",
            r"\b(?:forecast(?:s|ed|ing)?|projections?|expectations?|outlook|anticipat(?:es?|ed|ing))\b",
            r"\b(?:fores(?:ees?|aw)|reckon(?:s|ed)?|pencill?ed in|predictions?|believes?|thinks)\b",
            r"\bputs\b(?=[^,.;]{0,40}\sat\b)",
            r"\bestimat(?:es?|ed|ing)\sthat\b|\bestimates\b|\b(?:its|their|the|an)\sestimate\b",
            r"\bproject(?:s|ed|ing)\s(?:that|an?|growth|inflation|gdp|the|its?|\w+ (?:of|at|to))\b",
            r"\bproject(?:s|ed|ing)\b(?=\s[$€£¥]?\d)",
            rf"\b(?:{_SPEAKERS})\b[^,.;]{{0,40}}\bsee\b",
            r"\bsees\b|\bsee(?:ing|n)?\s[^,.;]{0,50}?\b(?:[a-z]{2,}ing|at)\b",
            r"\b(?:on (?:track|course|pace)|poised|headed|heading)\s(?:to|for)\b",
            r"(?<!legally )\bbound\s(?:to|for)\b",
            r"\b(?:is|are|looks?|seems?|appears?)\s(?:set|due|likely|certain|sure)\s(?:to|for)\b",
            r"(?<!plan )(?<!bill )(?<!budget )(?<!proposal )\b(?:might|could|would)\b(?=\s[a-z])",
            rf"{_NOT_A_MONTH}\bmay\b(?=\s[a-z])(?!\s{_ADVERB}(?:{_ALLOWED})\b)",
            r"\b(?:expected|likely|projected|forecast|predicted|anticipated|estimated)\sto\b",
            r"\b(?:un)?likely\b|\bprobably\b|\bpotentially\b|\bassum(?:es?|ing)\b",
        ),
        "aim": (
            rf"\b(?:{_AIM_VERBS})\s(?:to|for|at|on)\b",
            rf"\b(?:{_ASKS})(?:s|ed|d|ing)?\b(?=[^,.;]{{0,80}}\sto\s[a-z])",
            r"\b(?:asks?|calls?|called|calling|pushing|pushes|presses|lobbies) for\b",
            r"(?<!year )(?<!year-)\b(?:aim|target|seek|pledge|plan)(?:s|ed|ing)?\b",
            r"\bset(?:s|ting)?\b(?=\s(?:an?|the|its|their|out|itself)\b)(?!\s(?:an?|the)\s[^,.;]{0,12}record)",
            r"\b(?:told|instructed) to\b|\bdemand(?:s|ed|ing)\s(?:that|to)\b",
            r"\b(?:caps|limits)\s(?:the|its)\b",
            r"\beye(?:s|ing)\b|\bplann(?:ed|ing)\b|\btask(?:ed)? (?:of|with)\b|\bwant(?:s|ed)?\b",
            rf"\b(?:is|are|was|were|been|being)\s(?:also\s|now\s|\w+ly\s)?(?:{_PASSIVE_AIMS})\b",
            rf"\b(?:{_EFFORTS})\sto\b(?=\s[a-z])|\b(?:in order|so as|with a view) to\b",
            rf"\b(?:{_MEASURES})\s(?:would|could|will|sets?)\b",
            r"\b(?:goals?|objectives?|targets?|targeted|targeting|ambitions?|commitments?)\b"
            + _NOT_MET,
            rf"\b(?:budget|proposal)\s(?:{_SPENDS})\b",
            r"\b(?:pledg(?:es?|ed|ing)|vow(?:s|ed|ing)|promis(?:es?|ed|ing)|envisag(?:es?|ed|ing))\b",
            r"\bcommit(?:s|ted|ting)?\b(?=[^,.;]{0,40}\sto\b)",
            r"\b(?:propos(?:es?|ed|ing|als?)|allocates?|earmarks?|earmarked|sets? aside)\b",
            r"\b(?:provides? for|stipulates?|mandates?|let us|let's|intends?|in a bid)\b",
            rf"\b(?:{_LIMITS})s?\s(?:is|are|was|were)\b(?!\s{_ADVERB}(?:{_REACHED})\b)",
            r"\b(?:ensur(?:e|es|ing)|aiming|envisions?|no later than)\b",
            r"\b(?:is|are|am|was|were)\s(?:now\s)?to\b(?=\s[a-z])",
            rf"{_OPENING}(?:{'|'.join(BASES.split())})\b{_NOT_A_NOUN}",
        ),
        "duty": (rf"\b(?:{_MODALS})\b",),
        "opinion": (
            rf"\baccording to\s(?:[\w']+\s){{0,4}}(?:{_OPINIONS})\b",
            rf"\b(?:{_SPEAKERS})\s(?:\w+\s){{0,4}}(?:says?|said|thinks?|told|warn(?:s|ed)?)\b",
        ),
        "will": (r"\b(?:will|shall|should|going to)\b|(?<=[a-z])'ll\b",),
        "result": (
            rf"\b(?:{_MET})\s(?:\w+\s){{0,4}}(?:{_MARKS})s?\b(?!\s(?:of|for)\b)",
            rf"{_NOT_AFTER}\b(?:{_FINITE}|was|were|had)\b",
            rf"{_NOT_AFTER}{_NOT_WITHIN_A_NOUN}\b(?:{PAST})\b(?!-)",
            rf"{_NOT_AFTER}{_PERFECT}(?!told to)(?:{PARTICIPLE})\b",
            rf"{_NOT_AFTER}\b(?:has|have)\sbeen\b(?=\s(?:\w+ing|at|in|above|below|\d))",
            rf"\b(?:{_SUBJECTS})\s{_ADVERB}(?:{PAST_OR_PARTICIPLE})\b(?=\s{_A_QUANTITY})",
            r"\b(?:is|are)\s(?:now\s|already\s)?(?:down|up)\b(?=\s(?:to|by|from|\d|over|about|nearly))",
            r"\b(?:is|are) now\b(?= (?:at |about |around |over |nearly |just )?\d)|\bnow totals?\b",
            rf"\bnow\s(?!(?:{_STANCES})\b)(?:[a-z]{{2,}}s|have)\b",
            r"\b(?:we|they|it) (?:are|is) at\b(?= [\d$€£])",
            r"\b(?:stands?|sits?) at\b|\brecord (?:high|low)\b",
        ),
        "done": (
            rf"{_NOT_AFTER}\b(?:{_DONE})\b",
            r"\b(?:an?|two|three|five|ten)\s(?:year|month|decade|quarter)s?\s(?:earlier|ago|before)\b",
            r"(?<=\bafter )(?:[a-z]{2,}ing|an?)\b",
            rf"{_NOT_AFTER}{_NOT_WITHIN_A_NOUN}\b(?:{PAST_OR_PARTICIPLE})\b(?!-)",
        ),
    },
    sentence=re.compile(r"[.!?]+(?=\s|$)|\n\s*\n|[。！？]"),
    clause=re.compile(
        r";|；|,\s(?:and|so)\s(?=(?:it|they|we|he|she|i)\b)"
        r"|\b(?:while|whereas|but|although|though|compared|up from|down from|versus"
        r"|after|following|which|who|against)\b"
        r"|(?<!fewer )(?<!less )(?<!more )(?<!no lower )(?<!no higher )(?<!no later )"
        r"(?<!no greater )(?<!rather )\bthan\b"
        r"(?!\s(?:[\d$€£¥₹]|(?:an?|half|one|two|three|four|five|ten)\b))"
    ),
    aside=re.compile(r",\s(?:which|who|whose)\b[^,.;!?]{0,200},"),
    qualified=re.compile(
        r"\b(?:with|who|that|holding|earning|employing|having|owning|weighing|measuring|receiving"
        r"|paying|exceeding|living|operating|serving|producing|selling|using|aged|longer|wider|older"
        r"|taller|heavier|larger|smaller|under)\s(?:[\w-]+\s){0,3}$"
    ),
    ruled=re.compile(
        r"\b(?:landlord|tenant|applicant|employer|employee|operator|driver|vehicle|owner|retailer"
        r"|seller|bidder|licen[cs]ee|permit holder|manufacturer|taxpayer|contractor"
        r"|passenger|candidate|resident|buyer|borrower|lender|carrier|shop|restaurant|dog|fee|fine"
        r"|penalt(?:y|ie)|speed|building|dwelling)s?\s(?:must|ought|needs?|ha(?:s|ve|d) to)\b"
    ),
    starts=r"(?:\b(?=[a-z])|(?='(?:ll|ve)\b))",
    qualifies=re.compile(r"(?!)"),
    past_tense=True,
)
