"""Numbers by place: 一千一百, 1.2万亿, 3亿5千万, 十多万, 七八千, 三分之二, 百分之五点五, 三成."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from regiontargets.model import Comparator
from regiontargets.model.number import multiply, to_number

from .language import Language
from .lexicon import Lexicon
from .numeral import Numeral, Value, digits_value, is_whole, times
from .tokens import Token

_LONGEST = 32
"""Characters and digits; no number that is written has more."""


class _Element(NamedTuple):
    """A number or a multiplier; two values where a pair of digits is a range (七八千)."""

    kind: str
    low: Value
    high: Value


@dataclass(frozen=True, slots=True)
class PlacingNumbers:
    """The number words of a language such as Chinese.

    Attributes:
        digits: the characters for digits.
        places: ten, hundred, thousand.
        scales: ten thousand and up: they multiply the whole group before them.
        zeros: the characters that only fill an empty place.
        point: the decimal point.
        inside: comparators that stand within a number.
        of: what stands between the whole and its part (三分之二).
        tenths: the word for tenths (三成).
        not_tenths: what follows it where it is another word (成立).
        half: the word for a half.
        counter: the classifier that a scale may follow (两个亿).
        units: names of units that begin like a multiplier (千瓦, 百分点).
        parts_of_numbers: every character that a number may go on with.
    """

    digits: dict[str, int]
    places: dict[str, int]
    scales: dict[str, int]
    zeros: frozenset[str]
    point: str
    inside: dict[str, Comparator]
    of: str
    tenths: str
    not_tenths: frozenset[str]
    half: str
    counter: str
    units: Lexicon[bool]
    parts_of_numbers: frozenset[str]

    @classmethod
    def of_language(
        cls, language: Language, scales: dict[str, int], units: Iterable[str]
    ) -> PlacingNumbers:
        """The tables of a language, with the scale words that the units know."""
        said = language.numbers
        inside = {
            word: comparator
            for comparator, words in language.comparators.inside.items()
            for word in words
        }
        return cls(
            digits={word: number for word, number in said.words.items() if number < 10},
            places=said.multipliers,
            scales={
                word: scale for word, scale in scales.items() if len(word) == 1 and scale > 1000
            },
            zeros=frozenset(said.zeros),
            point=said.point,
            inside=inside,  # pyright: ignore[reportArgumentType]
            of=said.of,
            tenths=said.tenths,
            not_tenths=frozenset(said.not_tenths),
            half=said.half,
            counter=said.counter,
            units=Lexicon({name: True for name in units if not name.endswith(said.of)}),
            parts_of_numbers=frozenset({*said.words, *said.multipliers, *scales, *inside}),
        )

    @property
    def multiplying(self) -> frozenset[str]:
        """The characters that multiply: the 万 of 万人."""
        return frozenset({*self.places, *self.scales})

    @property
    def starts(self) -> frozenset[str]:
        """The characters that a number may begin with."""
        return frozenset({self.half, *self.digits, *self.places, *self.scales})

    def at(self, line: Sequence[Token], first: int) -> Numeral | None:
        """The number that begins at a token, if one does."""
        found = self._scaled_digits(line, first) or self._number(line, first)
        if found is None or found.last >= len(line):
            return found
        if line[found.last].low == self.counter:
            return self._counted_scale(line, found)
        behind = line[found.last].low
        if (
            behind == self.of[0]
            and found.comparator is None
            and self._says(line, found.last, self.of)
        ):
            part = self._part(line, found)
            if part is not None:
                return part
        return (self._tenths(line, found) or found) if behind == self.tenths[0] else found

    def _counted_scale(self, line: Sequence[Token], found: Numeral) -> Numeral:
        """两个亿: a scale that is counted, and multiplies no word behind it (3个亿元项目)."""
        at = found.last + 1
        scale = self.scales.get(line[at].low) if at < len(line) else None
        if scale is None or found.scale > 1 or found.form == "bare":
            return found
        if at + 1 < len(line) and line[at + 1].kind == "han":
            return found
        return found.scaled(scale, last=at + 1, scale_at=found.scale_at)

    def _scaled_digits(self, line: Sequence[Token], first: int) -> Numeral | None:
        """1.2万亿, 5千: digits with nothing but scale words behind, as most numbers are."""
        value = digits_value(line[first].text) if line[first].kind == "digits" else None
        if value is None:
            return None
        factor, at, last_scale = 1, first + 1, 0
        while at < len(line) and line[at].low in self.scales and not self.units.at(line, at):
            scale = self.scales[line[at].low]
            if scale < last_scale or at > first + 2:
                return None
            factor, at, last_scale = factor * scale, at + 1, scale
        if at < len(line) and (line[at].kind == "digits" or line[at].low in self.parts_of_numbers):
            return None
        return Numeral(first, at, times(value, factor), "digits", None, factor, first + 1)

    def _number(self, line: Sequence[Token], first: int) -> Numeral | None:
        if line[first].low == self.half:
            return Numeral(first, first + 1, Decimal(50), "bare", unit="percent")
        elements, last, comparator = self._elements(line, first)
        if not elements:
            return None
        low, high = _evaluated([(kind, a) for kind, a, _ in elements]), None
        if any(a != b for _, a, b in elements):
            high = _evaluated([(kind, b) for kind, _, b in elements])
        scale = _scale(elements)
        bare = elements[0].kind != "number" and elements[0].low != 10
        return Numeral(
            first,
            last,
            low,
            "bare" if bare else "digits" if line[first].kind == "digits" else "words",
            upper=high,
            scale=scale,
            scale_at=first + 1 if scale > 1 else last,
            comparator=comparator,
        )

    def _elements(
        self, line: Sequence[Token], first: int
    ) -> tuple[list[_Element], int, Comparator | None]:
        """The numbers and multipliers from a token on, the token behind, what is said within."""
        elements: list[_Element] = []
        comparator: Comparator | None = None
        at, end = first, min(len(line), first + _LONGEST)
        while at < end:
            word = line[at].low
            if word in self.inside and elements and comparator is None:
                comparator, at = self.inside[word], at + 1
                continue
            element, following = self._element(line, at)
            if at > first and element is not None and self.units.at(line, at):
                break
            if element is None or not _follows(element, elements, comparator):
                break
            if self._counts_anew(line, first, at, following):
                break
            elements.append(element)
            at = following
        if elements and elements[-1].kind == "number" and len(elements) > 1:
            self._shorten(line, elements, at)
        return elements, at, comparator

    def _counts_anew(self, line: Sequence[Token], first: int, at: int, following: int) -> bool:
        """8万亿两个台阶: behind digits and a scale, a character that counts by itself."""
        if at == first or line[first].kind != "digits" or line[at].low not in self.digits:
            return False
        return following < len(line) and line[following].low == self.counter

    def _element(self, line: Sequence[Token], at: int) -> tuple[_Element | None, int]:
        word = line[at].low
        if word in self.places:
            value = Decimal(self.places[word])
            return _Element("place", value, value), at + 1
        if word in self.scales:
            value = Decimal(self.scales[word])
            return _Element("scale", value, value), at + 1
        if line[at].kind == "digits":
            read = digits_value(line[at].text)
            return (None if read is None else _Element("number", read, read)), at + 1
        if word in self.digits:
            return self._digits(line, at)
        return None, at

    def _digits(self, line: Sequence[Token], at: int) -> tuple[_Element, int]:
        """一, 二〇三五, 七八 (seven or eight), 五点五, and the 〇 that fills an empty place."""
        last = at
        while last < len(line) and line[last].low in self.digits and last < at + _LONGEST:
            last += 1
        text = "".join(str(self.digits[each.low]) for each in line[at:last])
        decimals = last + 1
        if last < len(line) and line[last].low == self.point:
            while decimals < len(line) and line[decimals].low in self.digits:
                decimals += 1
            if decimals > last + 1 and decimals < at + _LONGEST:
                tail = "".join(str(self.digits[each.low]) for each in line[last + 1 : decimals])
                value = Decimal(f"{text}.{tail}")
                return _Element("number", value, value), decimals
        if len(text) > 1 and line[at].low in self.zeros:
            text = text[1:]
        if len(text) == 2 and (int(text[1]) == int(text[0]) + 1 or text == "35"):
            return _Element("number", Decimal(text[0]), Decimal(text[1])), last
        return _Element("number", Decimal(text), Decimal(text)), last

    def _shorten(self, line: Sequence[Token], elements: list[_Element], last: int) -> None:
        """两万五 is 25,000: a last digit counts the next lower place, unless a zero precedes it."""
        multiplier, digit = elements[-2], elements[-1]
        short = last - 1 >= 1 and line[last - 1].low in self.digits
        zero = line[last - 2].low in self.zeros
        if multiplier.kind != "number" and multiplier.low >= 100 and short and not zero:
            lower = Fraction(multiplier.low) / 10
            low, high = multiply(digit.low, lower), multiply(digit.high, lower)
            elements[-1] = _Element("number", low, high)

    def _part(self, line: Sequence[Token], whole: Numeral) -> Numeral | None:
        """三分之二, 百分之五点五."""
        at = whole.last + len(self.of)
        part = self._number(line, at) if at < len(line) else None
        if part is None or part.form == "bare" or not whole.value > 0:
            return None
        permille = whole.value == 1000
        factor = Fraction(1000 if permille else 100) / Fraction(whole.value)

        def in_share(value: Value) -> Value:
            return multiply(value, factor)

        return replace(
            part,
            first=whole.first,
            value=in_share(part.value),
            upper=None if part.upper is None else in_share(part.upper),
            unit="permille" if permille else "percent",
            form="words",
            scale=1,
            scale_at=part.last,
        )

    def _tenths(self, line: Sequence[Token], found: Numeral) -> Numeral | None:
        """三成, 七八成, 三成半."""
        at = found.last
        if not self._says(line, at, self.tenths) or found.form == "bare" or found.value > 10:
            return None
        if at + 1 < len(line) and line[at + 1].low in self.not_tenths:
            return None
        if self._is_tenth_digit(line, at + 1):
            value = to_number(Fraction(found.value) * 10 + self.digits[line[at + 1].low])
            return replace(found, last=at + 2, value=value, unit="percent", scale_at=at + 1)
        half = self._says(line, at + 1, self.half)
        more = self.inside.get(line[at + 1].low) if at + 1 < len(line) else None
        return replace(
            found,
            last=at + 1 + (half or more is not None),
            comparator=found.comparator or more,
            value=to_number(Fraction(found.value) * 10 + 5 * half),
            upper=None if found.upper is None else to_number(Fraction(found.upper) * 10),
            unit="percent",
            scale_at=at + 1,
        )

    def _is_tenth_digit(self, line: Sequence[Token], at: int) -> bool:
        """六成五 is 65 percent: one digit, which does not go on as a number."""
        if at >= len(line) or self.digits.get(line[at].low, 0) < 1:
            return False
        following = line[at + 1].low if at + 1 < len(line) else ""
        return following not in self.starts and following not in (self.tenths, self.point)

    def _says(self, line: Sequence[Token], at: int, words: str) -> bool:
        return all(at + n < len(line) and line[at + n].low == word for n, word in enumerate(words))


def _follows(element: _Element, before: list[_Element], comparator: Comparator | None) -> bool:
    """Whether it may stand there: no number behind a number, no third scale behind two."""
    if element.kind == "number":
        return comparator is None and (not before or before[-1].kind != "number")
    if element.kind == "scale" and [each.kind for each in before[-2:]] == ["scale", "scale"]:
        return False
    if element.kind == "place" and before and before[-1].kind == "place":
        return element.low > before[-1].low and comparator is not None
    return True


def _evaluated(elements: Sequence[tuple[str, Value]]) -> Value:
    """The value: groups of places, each multiplied by its scale (3亿 + 5千万)."""
    if len(elements) == 1:
        return elements[0][1]
    whole = all(is_whole(value) for _, value in elements)
    # Integers are several times faster than fractions, and most numbers are whole.
    zero: int | Fraction = 0 if whole else Fraction(0)
    total = group = current = last_scale = zero
    given = False
    for kind, value in elements:
        number = int(value) if whole else Fraction(value)
        if kind == "number":
            current, given = number, True
        elif kind == "place":
            group += (current if given else 1) * number
            current, given = zero, False
        else:
            group += current
            if total and number > last_scale:
                total = (total + group) * number
            else:
                total += (group or 1) * number
            group, current, given, last_scale = zero, zero, False, number
    return to_number(total + group + current)


def _scale(elements: Sequence[_Element]) -> int:
    """What one number is multiplied by, where nothing but multipliers stands behind it."""
    scale = 1
    if len(elements) > 1 and elements[0].kind == "number":
        for each in elements[1:]:
            if each.kind == "number":
                return 1
            scale *= int(each.low)
    return scale
