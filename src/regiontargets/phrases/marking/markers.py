"""What a language brings: its marking words, and what ends their reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple, TypeAlias

Aspect: TypeAlias = Literal["aim", "forecast", "result"]
"""What a statement says of its number: that it is wanted, foreseen, or reached."""

Strength: TypeAlias = Literal[
    "aim", "forecast", "result", "effort", "duty", "kept", "will", "opinion", "past", "done"
]
"""The same, with weaker kinds of each.

- "effort" (努力, 目标): an aim, unless its number lies beyond a comma and is told as past;
- "duty" (不得, must): the same, unless the sentence is a rule for those whom it names;
- "kept" (控制在): an aim, unless anything before it decides;
- "will" (将): an aim, unless its clause began as a forecast or an "opinion" (专家认为), which
  alone says nothing;
- "past" (同比, 累计): a result, unless its clause began otherwise;
- "done" (完成, 增长): a result only where nothing else tells.
"""


class Marker(NamedTuple):
    """A word that marks an aspect, and its place."""

    start: int
    end: int
    strength: Strength


@dataclass(frozen=True)
class Markers:
    """The words of one language.

    Attributes:
        words: regular expressions by what they mark. The first that matches at a place holds,
            so the strengths come in the order in which they overrule each other.
        sentence: what ends a sentence.
        clause: what, within a sentence, ends the reach of a word ("while", "up from", 而).
        aside: what is said by the way within a clause, and does not count outside of it.
        qualified: what before a place makes it say which ones, not how many ("firms with 50"),
            so that the words after it do not speak of it.
        ruled: what in a sentence shows that it is a rule (申请人, applicants, 罚款).
        starts: what every word begins with, an expression without width.
        qualifies: what after a place makes it so (超过30%的股东).
        past_tense: whether a "done" word, being a verb in the past, needs no period to tell.
    """

    words: Mapping[Strength, tuple[str, ...]]
    sentence: re.Pattern[str]
    clause: re.Pattern[str]
    aside: re.Pattern[str]
    qualified: re.Pattern[str]
    ruled: re.Pattern[str]
    starts: str
    qualifies: re.Pattern[str]
    past_tense: bool

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        named = (f"(?P<{name}>{'|'.join(words)})" for name, words in self.words.items())
        return re.compile(f"{self.starts}(?:{'|'.join(named)})")

    def read(self, folded: str, offset: int = 0) -> Iterator[Marker]:
        """Every marking word of the folded text, in order; places are counted from `offset`."""
        strengths: dict[str, Strength] = {name: name for name in self.words}
        for match in self._pattern.finditer(folded):
            if match.lastgroup is not None and match.end() > match.start():
                yield Marker(
                    offset + match.start(), offset + match.end(), strengths[match.lastgroup]
                )


@cache
def markers(chinese: bool) -> Markers:
    """English, or Chinese, which also serves a text of both."""
    if chinese:
        from .zh import CHINESE

        return CHINESE
    from .en import ENGLISH

    return ENGLISH
