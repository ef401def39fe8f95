"""Numbers in words that add up: five hundred and twelve thousand, two-thirds, one in five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from regiontargets.model.number import to_number

from .language import Language
from .numeral import Numeral, Value, digits_value, fraction, is_whole
from .tokens import Token

_LONGEST = 16
"""Words; no number that is said has more."""

_ODDS = frozenset({*range(2, 13), 15, 20, 25, 50, 100, 1000})
"""What is said of as "one in": three in 2021 is no share."""


@dataclass(frozen=True, slots=True)
class AddingNumbers:
    """The number words of a language such as English.

    Attributes:
        numbers: words up to ninety.
        multipliers: hundred, dozen: they multiply the words directly before them.
        scales: thousand, million …: they close a group.
        articles: words for one before a multiplier, a scale or a part.
        parts: words for a part of a whole, by how many make it.
        joiner: what stands between hundreds and ones.
        point: what stands before decimals (two point five).
        of: what stands between a part and its scale ("a quarter of a million").
        odds: what joins the two numbers of "one in five".
        odds_begin: the words that any of them begins with.
        not_plurals: words with the ending of a plural that are none.
    """

    numbers: dict[str, int]
    multipliers: dict[str, int]
    scales: dict[str, int]
    articles: frozenset[str]
    parts: dict[str, int]
    joiner: str
    point: str
    of: str
    odds: tuple[tuple[str, ...], ...]
    odds_begin: frozenset[str]
    not_plurals: frozenset[str]

    @classmethod
    def of_language(cls, language: Language, scales: dict[str, int]) -> AddingNumbers:
        """The tables of a language, with the scale words that the units know."""
        said = language.numbers
        return cls(
            numbers=said.words,
            multipliers=said.multipliers,
            scales={word: scale for word, scale in scales.items() if scale >= 1000},
            articles=frozenset(said.articles),
            parts=said.fractions,
            joiner=said.joiner,
            point=said.point,
            of=said.of,
            odds=tuple(tuple(each.split()) for each in said.odds),
            odds_begin=frozenset(each.split()[0] for each in said.odds),
            not_plurals=frozenset(language.not_plurals),
        )

    @property
    def multiplying(self) -> frozenset[str]:
        """Multipliers that may stand before a unit, and no scale words: none."""
        return frozenset()

    @property
    def starts(self) -> frozenset[str]:
        """The words that a number may begin with."""
        halves = {word for word, whole in self.parts.items() if whole == 2}
        return self.articles | halves | self.numbers.keys()

    def at(self, line: Sequence[Token], first: int) -> Numeral | None:
        """The number that begins at a token, if one does."""
        low = line[first].low
        if low in self.parts and self.parts[low] == 2:
            return self._half(line, first, first)
        if low in self.articles:
            return self._after_article(line, first)
        if low in self.numbers:
            return self._cardinal(line, first)
        return None

    def _half(self, line: Sequence[Token], first: int, at: int) -> Numeral | None:
        """Half, half a million, half a dozen."""
        scale_at = at + 1
        if _low(line, scale_at) in self.articles:
            scale_at += 1
        factor = self._factor(_low(line, scale_at))
        if factor:
            value = to_number(Fraction(factor, 2))
            return Numeral(first, scale_at + 1, value, "words", scale=factor, scale_at=scale_at)
        return Numeral(first, at + 1, Decimal(50), "words", unit="percent")

    def _after_article(self, line: Sequence[Token], first: int) -> Numeral | None:
        """A million, a hundred thousand, a third."""
        following = _low(line, first + 1)
        if self._factor(following):
            return self._cardinal(line, first)
        if self.parts.get(following) == 2:
            return self._half(line, first, first + 1)
        if following in self.parts:
            part = fraction(Decimal(1), Decimal(self.parts[following]))
            return self._of_scale(line, Numeral(first, first + 2, part, "words", unit="percent"))
        return None

    def _of_scale(self, line: Sequence[Token], part: Numeral) -> Numeral:
        """A quarter of a million, three quarters of a billion."""
        at = part.last
        if _low(line, at) != self.of or _low(line, at + 1) not in self.articles:
            return part
        factor = self.scales.get(_low(line, at + 2))
        if factor is None:
            return part
        value = to_number(Fraction(part.value) * factor / 100)
        return Numeral(part.first, at + 3, value, "words", scale=factor, scale_at=at + 2)

    def _cardinal(self, line: Sequence[Token], first: int) -> Numeral | None:
        value, last, scale = self._sum(line, first)
        part = self._part(line, first, last, value) or self._odds(line, first, last, value)
        if part is not None:
            return part
        scale_at = last - 1 if scale > 1 else last
        numeral = Numeral(first, last, Decimal(value), "words", scale=scale, scale_at=scale_at)
        if _low(line, last) not in ("-", self.joiner, self.point):
            return numeral
        return self.with_part(line, self.with_decimals(line, numeral))

    def with_decimals(self, line: Sequence[Token], numeral: Numeral) -> Numeral:
        """Two point five, 1 point 2 billion, one-point-two-five."""
        behind = _low(line, numeral.last)
        if behind not in ("-", self.point):
            return numeral
        at = numeral.last + (behind == "-")
        if _low(line, at) != self.point or numeral.scale > 1 or not is_whole(numeral.value):
            return numeral
        at += 1 + (_low(line, at + 1) == "-")
        digits, last = self._decimals(line, at)
        if not digits:
            return numeral
        value = Decimal(f"{numeral.value}.{digits}")
        grown = replace(numeral, last=last, value=value, scale_at=last)
        factor = self.scales.get(_low(line, last))
        return grown.scaled(factor, last=last + 1) if factor else grown

    def _decimals(self, line: Sequence[Token], at: int) -> tuple[str, int]:
        """The digits behind a point, written or said one by one, and the token behind them."""
        if at < len(line) and line[at].text.isdecimal():
            return line[at].text, at + 1
        digits, last = "", at
        while len(digits) < _LONGEST and self.numbers.get(_low(line, at), 10) < 10:
            digits += str(self.numbers[_low(line, at)])
            last = at + 1
            at = last + (_low(line, last) == "-")
        return digits, last

    def _sum(self, line: Sequence[Token], first: int) -> tuple[int, int, int]:
        """The sum of the words from a token on, the token behind them, and their one scale."""
        total, group, room, last, one_scale = 0, 0, 1000, first, 1
        end = min(len(line), first + _LONGEST)
        if line[first].low in self.articles:
            group, last = 1, first + 1
        while last < end:
            word = line[last].low
            number = self.numbers.get(word)
            if number is not None and self._fits(number, group, room):
                group, room = group + number, 10 if number >= 20 and number % 10 == 0 else 1
            elif word in self.multipliers and group:
                group, room = group * self.multipliers[word], 100
            elif word in self.scales and (group or total):
                scale = self.scales[word]
                total = total + group * scale if group else total * scale
                one_scale = scale if total == group * scale else 1
                group, room = 0, 1000
            elif not self._joins(line, last, group or total):
                break
            last += 1
        return total + group, last, 1 if group else one_scale

    def _fits(self, number: int, group: int, room: int) -> bool:
        return (group == 0 and room == 1000) or (group > 0 and 0 < number < room)

    def _joins(self, line: Sequence[Token], at: int, so_far: int) -> bool:
        """Whether a hyphen or "and" goes on with the number: twenty-five, two hundred and six."""
        following = _low(line, at + 1)
        if line[at].text == "-":
            if following in self.scales or following in self.multipliers:
                return True
            if following in self.numbers and so_far % 10 == 0 and so_far % 100 >= 20:
                return True
        if line[at].low not in ("-", self.joiner):
            return False
        if any(self._hyphened(line, first) for first in (at - 2, at - 1, at)):
            return True
        return (
            line[at].low == self.joiner
            and line[at - 1].low in (*self.multipliers, *self.scales)
            and line[at - 1].low != "dozen"
            and self.numbers.get(following, 0) > 0
            and so_far % 100 == 0
        )

    def _hyphened(self, line: Sequence[Token], first: int) -> bool:
        """Whether -and- joins a number there: a hundred-and-ten-dollar fee."""
        if [_low(line, at) for at in range(first, first + 3)] != ["-", self.joiner, "-"]:
            return False
        return _low(line, first - 1) in self.multipliers and _low(line, first + 3) in self.numbers

    def _part(self, line: Sequence[Token], first: int, last: int, value: int) -> Numeral | None:
        """Two thirds, three-quarters."""
        at = last + (_low(line, last) == "-")
        whole = self.parts.get(_low(line, at))
        if whole is None or not 0 < value < whole:
            return None
        part = fraction(Decimal(value), Decimal(whole))
        return self._of_scale(line, Numeral(first, at + 1, part, "words", unit="percent"))

    def _odds(self, line: Sequence[Token], first: int, last: int, value: int) -> Numeral | None:
        """One in five, nine out of ten."""
        if value == 1 and _low(line, last + 1) in self.odds_begin:
            return self._odds_of_one(line, first, last)
        return odds_at(self, line, first, last, Decimal(value))

    def _odds_of_one(self, line: Sequence[Token], first: int, last: int) -> Numeral | None:
        """One child in four: a singular between, and nothing counted behind."""
        between, value = line[last], Decimal(1)
        if between.kind != "word" or between.begins or between.low.endswith("s"):
            return odds_at(self, line, first, last, value)
        found = odds_at(self, line, first, last + 1, value)
        behind = "" if found is None else _low(line, found.last)
        return None if behind.endswith("s") and behind not in self.not_plurals else found

    def with_part(self, line: Sequence[Token], numeral: Numeral) -> Numeral:
        """Two and a half, two and a half million, a million and a half."""
        last = numeral.last + (_low(line, numeral.last) == "-")
        if _low(line, last) != self.joiner:
            return numeral
        at = last = last + (_low(line, last + 1) == "-")
        at += 1
        count = 1
        if _low(line, at) in self.articles:
            at += 1 + (_low(line, at + 1) == "-")
        elif _low(line, at) in self.numbers:
            count, at = self.numbers[_low(line, at)], at + 1
        whole = self.parts.get(_low(line, at))
        if whole is None or at == last + 1:
            return numeral
        unit = self._factor(line[numeral.last - 1].low) or 1
        if unit < 1000:
            unit = 1
        value = to_number(Fraction(numeral.value) + Fraction(unit * count, whole))
        grown = Numeral(numeral.first, at + 1, value, "words")
        factor = self.scales.get(_low(line, at + 1))
        return grown.scaled(factor, last=at + 2) if factor else grown

    def _factor(self, word: str) -> int:
        return self.multipliers.get(word) or self.scales.get(word) or 0

    def small_number(self, line: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """The number at a token, in digits or words, without scale words."""
        if at < len(line) and line[at].kind == "digits":
            read = digits_value(line[at].text)
            return None if read is None else (read, at + 1)
        if _low(line, at) not in self.numbers and _low(line, at) not in self.articles:
            return None
        if _low(line, at) in self.articles and not self._factor(_low(line, at + 1)):
            return None
        value, last, _ = self._sum(line, at)
        return Decimal(value), last


def odds_at(
    words: AddingNumbers,
    line: Sequence[Token],
    first: int,
    last: int,
    value: Value,
) -> Numeral | None:
    """The share that "one in five", "3 out of 10" state, where a number ends at `last`."""
    # Most numbers are followed by other words: one look tells them apart.
    begin = _low(line, last)
    if begin not in words.odds_begin:
        return None
    for joined in words.odds:
        if joined[0] != begin:
            continue
        at = last + len(joined)
        if at < len(line) and all(line[last + n].low == word for n, word in enumerate(joined)):
            whole = words.small_number(line, at)
            if whole is None or whole[0] not in _ODDS or not 0 < value < whole[0]:
                continue
            if joined[0] == "-" and _low(line, whole[1]) == "-":
                # A 1-in-100-year flood.
                continue
            part = fraction(value, whole[0])
            return Numeral(first, whole[1], part, "words", unit="percent")
    return None


def _low(line: Sequence[Token], at: int) -> str:
    return line[at].low if 0 <= at < len(line) else ""
