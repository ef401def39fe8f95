"""English: the past of verbs, by list where it is irregular and by rule where it is not."""

from __future__ import annotations

_PASTS = """
arose ate awoke became began blew bore broke came chose did drank drew drove fell flew forbade
forgot forsook froze gave grew hid knew mistook outdid outgrew overcame overran overrode oversaw
overtook partook ran rang redrew rode rose
sang sank saw shook shrank slew sprang stole strode
strove swam swore took threw tore trod underlay undertook underwent went withdrew woke
wore wove wrote
"""
"""Pasts that are no participles as well."""

_BOTH = """
bent bled bought bred brought built burnt caught clung crept cut dealt dug dwelt earnt fed felt
fled flung fought found got held heard hit hung hurt kept knelt laid leant leapt learnt led left
lent let lit lost made meant met misled outbid outran outsold outspent overfed overpaid overspent
paid proved put quit rebuilt regained reheld remade repaid resent resold retaught rethought sent
shed shot shut slept slid slung slit sold sought sped spent spilt spun split spread stood stuck
stung struck strung swept swung taught told thought underbid undercut understood underpaid
undersold undershot underspent unwound upheld withheld withstood won wrung
"""
"""Pasts that are participles too, which may stand before a noun ("paid leave")."""

_PARTICIPLES = """
arisen awoken beaten become begun bitten blown borne broken chosen come done drawn driven
drunk eaten fallen flown forbidden forgotten forsaken frozen given gone gotten grown hewn hidden
known lain mistaken mown outdone outgrown overcome overdone overridden overrun overseen overtaken
overthrown redone redrawn ridden risen run rung sawn seen sewn shaken shown shrunk sown spoken
sprung stolen stricken striven sung sunk sworn swollen taken thrown torn trodden undergone
undertaken undone withdrawn woken worn woven written
"""

_NO_VERBS = """
aged aforementioned based bed bred breed called classified concerned deemed defined dubbed
embed entitled exceed exempted feed given hundred indeed interested kindred known lead led limited
linked listed located named need newlywed owned proceed red related retired sacred seed shed
situated skilled so-called speed succeed supposed titled united unlimited unskilled weed wed
wicked naked rugged
"""
"""What ends in -ed and is no past, or says how things are called and sorted, not what happened."""

_STANCES = """
agreed aimed anticipated asked assumed budgeted called chosen committed decided determined earmarked
estimated expected forecasted hoped intended mandated obliged planned pledged poised predicted
projected promised proposed required resolved scheduled slated sought targeted tasked tipped told
undertaken urged voted vowed wanted
"""
"""What an aim or a forecast is made with: it tells no result."""


def _either(*lists: str) -> str:
    return "|".join(word for words in lists for word in words.split())


REGULAR = (
    rf"(?!(?:{_either(_NO_VERBS, _STANCES)})\b)(?!used\s(?:to|for|in|as|by|with|on|at)\b)"
    r"[a-z]{2,18}ed"
)
"""Any other word in -ed."""

PAST = _either(_PASTS)
"""What by its form is a past."""

PAST_OR_PARTICIPLE = rf"{_either(_BOTH)}|{REGULAR}"
"""What is a past or a participle."""

PARTICIPLE = rf"{_either(_PARTICIPLES, _BOTH)}|{REGULAR}"
"""What follows "has" and "have"."""

BASES = """
accelerate achieve add allocate attract boost bring build cap
complete connect construct cover create
cultivate cut decrease deliver develop double electrify eliminate enhance ensure establish expand
extend foster generate grow guarantee halve hire hold implement improve increase install introduce
invest keep launch lift limit lower maintain modernise modernize nurture open phase plant produce
promote protect provide quadruple raise reach realise realize recruit reduce reforest renovate
replace restore retrain roll secure set stabilise stabilize strengthen support train treble triple
upgrade vaccinate
"""
"""Verbs that a list of measures begins with."""
