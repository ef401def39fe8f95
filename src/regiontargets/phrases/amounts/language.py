"""What a language brings to the grammar of amounts: its words, by what they do.

Each language is one file, languages/xx.toml. Its keys are the fields below; a key that is none
of them is refused.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from regiontargets.model import Basis, Comparator

Phrases: TypeAlias = tuple[str, ...]
PerComparator: TypeAlias = dict[Comparator, Phrases]


class Numbers(NamedTuple):
    """How numbers are said."""

    system: Literal["adding", "placing"]
    """How number words go together: adding up (five hundred and two) or by place (五百零二)."""
    words: dict[str, int]
    """Number words up to ninety."""
    multipliers: dict[str, int]
    """Words that multiply what stands before them, below the scales that the units know."""
    joiner: str
    """What stands between hundreds and ones ("and")."""
    one_of: Phrases
    """What stands between a part and the unit that is divided ("half a point")."""
    odds: Phrases
    """What joins the numbers of "one in five"."""
    articles: Phrases
    """Words for one before a scale or a fraction ("a million")."""
    fractions: dict[str, int]
    """Words for a part of a whole, by how many make it."""
    parts_of_a_whole: dict[str, str]
    """Phrases for a fixed part of a whole (半数), in percent, with a comparator (过半)."""
    digit_classes: dict[str, str]
    """"Double-digit": comparator and percentage."""
    digit_class_parts: Phrases
    """What says where within such a class, before it ("high", 高)."""
    negative: Phrases
    """Words for minus."""
    scores: Phrases
    """Units of a score, which have no canonical name (98.5分)."""
    times_before: Phrases
    """What makes the number behind it a multiple ("a factor of")."""
    point: str
    """The decimal point in words (点, two point five)."""
    of: str
    """What stands between a whole and its part (分之)."""
    tenths: str
    """The word for tenths (成)."""
    not_tenths: str
    """The characters behind which it is another word (成立)."""
    half: str
    """A half before a unit (半)."""
    counter: str
    """The classifier that a scale may follow (个)."""
    zeros: str
    """The characters that fill an empty place."""


class Comparators(NamedTuple):
    """Words that bound a number."""

    before: PerComparator
    """Before the number."""
    yielding: PerComparator
    """Before it, and giving way to any other (控制在5%左右 is about 5%)."""
    only_bare: Phrases
    """Those before a number that need a scale without digits (上千亿, 过万)."""
    only_sums: Phrases
    """Those that need a sum, a share or a large number ("top 1 trillion yuan", no "top 10")."""
    only_moving: Phrases
    """Those that need a verb of change before them (rose past 2 million, but no parade)."""
    inside: PerComparator
    """Between the number and its scale or unit (十多万, 1000余)."""
    after: PerComparator
    """Behind the unit."""
    reaching: Phrases
    """Those before a number that make it a level even behind a verb of change (fell below)."""
    references: Phrases
    """Nouns behind a number that it is the value of, so that what stands before it does not bound
    it (above the 2 percent target)."""
    prepositions: Phrases
    """Those before an article that only say where, if the number describes the noun behind it
    (under a $9 billion plan)."""
    marks: Phrases
    """Nouns that it does bound there (over the 10 billion mark)."""
    lifting: Phrases
    """Verbs that the "up" of "up to" may belong to: it is no bound then (bring it up to 70%)."""
    not_before: Phrases
    """Longer words that end like a comparator and are none (通过, 节约)."""
    padding: Phrases
    """What may stand between a comparator and the number, or a verb and both."""
    by: Phrases
    """What introduces the size of a change."""
    to: Phrases
    """What introduces the level that a change leads to."""
    start: Phrases
    """What introduces the level that a change starts from."""
    against: Phrases
    """What introduces a level for comparison."""
    before_verb: PerComparator
    """Those before a number that may stand before its verb or noun of change as well (约增长6%,
    a minimum reduction of 45 percent)."""
    compared: Phrases
    """What shows that a single word is a comparison (比全国高)."""


class Ranges(NamedTuple):
    """How two numbers make one amount."""

    between: Phrases
    """What opens a range."""
    join: Phrases
    """What joins its numbers."""
    join_between: Phrases
    """What joins them only where it was opened."""
    close: Phrases
    """What closes it (之间)."""
    tolerance: Phrases
    """What introduces the tolerance around a number ("plus or minus")."""


class Rates(NamedTuple):
    """How one quantity is stated per another."""

    per: Phrases
    """Before the denominator, behind a unit."""
    per_before: Phrases
    """Before a denominator that stands before the number (每)."""
    per_bare: Phrases
    """Denominators that need no such word there (千人口托位数)."""
    per_time: dict[str, Phrases]
    """"A year" and the like behind a unit, by the unit of time; those of "" are no rates."""


class ChangeWords(NamedTuple):
    """Words that say what a number is a change of."""

    up: Phrases
    """Verbs and adverbs of an upward change that take a number or "by" a number."""
    down: Phrases
    """The same of a downward one."""
    up_rate: Phrases
    """Nouns of which a percentage is itself the growth (growth, 增速)."""
    down_rate: Phrases
    """Nouns of which it is the decline (降幅)."""
    up_after: Phrases
    """What makes the number before it an upward change (5% "higher", 5%"的增长")."""
    down_after: Phrases
    """What makes it a downward one."""
    up_behind: Phrases
    """The same as `up_after`, but only directly behind the number."""
    down_behind: Phrases
    """The same as `down_after`, but only directly behind the number."""
    with_object: Phrases
    """Those of the verbs that may have an object before their number (新增就业1100万)."""
    alternative: Phrases
    """What introduces the same change in another unit ("or")."""
    moves: Phrases
    """Verbs of a change in no certain direction (revise, 调整)."""
    level: Phrases
    """Verbs after which the number is a level (reach, 达到)."""
    multiply: dict[str, Phrases]
    """Words that are a multiple by themselves (double, 翻番), by its value."""
    turns: Phrases
    """Verbs with which N times may be N or N + 1 times as much (翻三倍)."""
    loose_times: Phrases
    """Words for times that may be either behind "by" ("by 1.5 times")."""
    not_carried: Phrases
    """What keeps a change from being said of the next number as well: verbs, and nouns of what
    has a level (exports rose 8 percent, unemployment 5 percent)."""
    zero: Phrases
    """Phrases that state a growth of zero."""
    negative: Phrases
    """Phrases that state a growth below zero (负增长)."""
    gap_up: Phrases
    """What makes the number a distance above something else (outpace, 高于)."""
    gap_down: Phrases
    """A distance below."""
    gap_after: Phrases
    """The same behind the number ("percentage points above")."""
    since: Phrases
    """What shows that a comparison is with a time, and so a change and no gap."""


class NotAmounts(NamedTuple):
    """Where a number is none."""

    names: Phrases
    """Phrases with a number in them that state no amount (the two sessions, 一带一路)."""
    vague: Phrases
    """Numbers too vague to be one (hundreds of, 数百)."""
    labels: Phrases
    """What makes the number behind it a label (Article, No., 附件)."""
    capital_labels: Phrases
    """What makes one where it is written with capitals (Year 6 pupils)."""
    bare_labels: Phrases
    """What makes only a number without a unit a label (表, 附件)."""
    ordinal_before: Phrases
    """What makes any number behind it an ordinal (第)."""
    year_names: Phrases
    """Units behind four digits that make them a year (年)."""
    tails: Phrases
    """What makes a bare number before it a name, a date or a rank (热线, 强, January)."""
    titles: Phrases
    """What ends a name with a number before its capitals (the 100 Resilient Cities network)."""
    name_tails: Phrases
    """What makes even a number with a unit a name (club, 级)."""
    participles: Phrases
    """Participles without the usual ending, behind which "by" names those who do it."""
    superlatives: Phrases
    """Superlatives without the usual ending (the three most deprived wards)."""
    subjects: Phrases
    """Verbs in the plural, behind a number that is their subject (10 have not)."""
    referred: Phrases
    """What shows, behind a bare number and "the", what it counts (the 7,000 we need)."""
    ordinals: Phrases
    """Units that count in order, so that their number is a place (届, 期)."""
    streets: Phrases
    """Last words of the names of streets, before which a number is a house (10 Downing Street)."""
    day_parts: Phrases
    """What makes the number behind it an hour of the day (今晚8点)."""
    offices: Phrases
    """Units that number offices rather than count them, behind `office_names` (监管二所)."""
    office_names: Phrases
    """What they are part of (局, 监管)."""
    clock: Phrases
    """Units of dates and of the clock, whose number is never a length of time (日, 时)."""
    not_money: Phrases
    """Codes of currencies that usually mean something else before a small number (SDG 13)."""
    definite: Phrases
    """What makes a small number in words refer to things already named ("the three")."""
    not_counted: Phrases
    """What is numbered in speech, but counted by nobody (aspects, 方面)."""
    not_counted_in_words: Phrases
    """The same, where the number is a word (两个重大)."""
    frequency: Phrases
    """What makes "three times" a frequency."""
    multiples: Phrases
    """Words that are multiples only in some company ("double")."""
    multiples_of_nouns: Phrases
    """Words that are multiples only before some words ("twice the average")."""
    multiple_before: Phrases
    """That company before them."""
    multiple_after: Phrases
    """That company behind them."""
    part_articles: Phrases
    """Words for one that may begin an ordinal ("a third airport")."""
    time_parts: Phrases
    """Words for a part that are a time as well ("quarter")."""
    of_whole: Phrases
    """What introduces the whole behind a part ("of")."""
    fraction_after: Phrases
    """What shows that "a third" is a part and no ordinal."""
    takers: Phrases
    """Verbs, and words for the rest, behind which a bare number counts (employs 2,700)."""
    copulas: Phrases
    """What makes a bare number behind it the value of something."""
    year_before: Phrases
    """What makes four digits behind it a year."""


class Beside(NamedTuple):
    """What may stand beside a text that is one amount."""

    nothing: Phrases
    """Words that say nothing there."""
    shares: Phrases
    """Words for a share, before it (比重)."""
    share_of: Phrases
    """What opens the whole that it is a share of (占GDP比重)."""
    bases: Phrases
    """Words for what a multiple is of, with its year ("the 2020 level", 是2015年的)."""


class Language(NamedTuple):
    """All words of one language."""

    code: str
    """The ISO 639-1 code: "en"."""
    home_currency: str
    """The currency meant by a sign that several share; empty for none."""
    clause_end: Phrases
    """Marks that end a clause."""
    list_join: Phrases
    """What joins amounts that share a verb or a unit."""
    fillers: Phrases
    """What may stand between a word of change and its number."""
    barriers: Phrases
    """Verbs that take the number for themselves, so that no other governs it."""
    nouns_end: Phrases
    """Where the words for what is counted end."""
    adjective_join: Phrases
    """What joins adjectives before a noun (domestic and foreign visitors)."""
    adjective_endings: Phrases
    """Endings of adjectives and their adverbs, between which a comma ends no noun phrase."""
    plurals: Phrases
    """Plural nouns without the usual ending (criteria)."""
    not_plurals: Phrases
    """Words with the ending of a plural that are none (access), and those that count time."""
    counted: dict[str, Phrases]
    """Nouns for what is counted, by its canonical unit, beside the names of units; English ones
    in the singular, an irregular plural behind a bar. Only the head noun counts: 35,000 young
    farmers."""
    unit_adjectives: Phrases
    """What may stand between a number and its unit (7 working days)."""
    money_names_before: Phrases
    """Names of currencies that may stand before their number, beside signs and codes."""
    money_letters: dict[str, str]
    """Letters for a currency before a sum that has a scale (R50 billion), by its code."""
    unit_letters: dict[str, str]
    """Letters that touch a number and mean a unit, by its name (52.9p)."""
    unit_letters_preferred: dict[str, str]
    """The same, where words around prefer the unit (1.5C)."""
    parts_of_named: Phrases
    """What stands behind a bare number of those counted before (300 of them)."""
    parts_of_named_before: Phrases
    """What stands before one (of whom 300)."""
    ranks: Phrases
    """Words that count what digits before them number, whatever follows (7大产业, 11省市)."""
    durations: Phrases
    """What shows that days or hours are an amount (waiting time, 工作日)."""
    lifetimes: Phrases
    """What shows that years are one (life expectancy, 受教育年限)."""
    ages: Phrases
    """What shows that years are an age, and no amount."""
    numbers: Numbers
    comparators: Comparators
    ranges: Ranges
    rates: Rates
    change: ChangeWords
    not_amounts: NotAmounts
    beside: Beside
    basis: dict[Basis, Phrases]
    """Phrases for prices, real or nominal."""
    basis_alone: dict[Basis, Phrases]
    """Words for them that must end the phrase, directly behind the number (5.5 % real)."""
    prefers: dict[str, Phrases]
    """Canonical units, or what a letter means there, and the words whose presence decides for
    them."""
