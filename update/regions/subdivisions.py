"""The subdivisions of ISO 3166-2 from pycountry, with every name that packages give them."""

from __future__ import annotations

import re

import iso3166_2
import pycountry

from . import retired, translations
from .cldr import Cldr
from .retired import RENUMBERED
from .row import Row, plain
from .tables import pairs

# The largest kind of subdivision is a province; what has a parent inside the country is below it.
_MACRO = {"Metropolitan region", "Geographical region", "Development region", "Group of islands"}

# States whose first division is the commune.
_MUNICIPAL = {"Local council", "Municipality", "Commune", "Parish", "Town", "Urban municipality"}
_TINY = {"MT", "AD", "SM", "LI", "SI", "LV", "MK", "LU", "KN", "NR", "ME", "AZ", "JM", "BB", "AG",
         "DM", "GD", "VC", "BM"}  # fmt: skip
_OBLASTS = {"RU", "UA", "BY", "BG", "KZ", "KG"}

_JAPANESE = {"都": "to", "府": "fu", "县": "ken"}

_NOISE = re.compile(r"\s*[\[(][^\])]*[\])]")
# pycountry's names carry the kind of place in the local language.
_KIND = re.compile(
    r" (?:Sheng|Shi|Zizhiqu|Special Administrative Region|Oblast'?|Respublika|Kray|voblasts'?|"
    r"Gewest|megye|županija|apskritis|novads|maakond)$"
)


# CLDR's name is that of something larger, or no name at all.
_OF_ANOTHER = {"GB-LND", "CO-DC", "NG-NI"}


def rows(cldr: Cldr) -> list[Row]:
    """Today's subdivisions, as the packages have them."""
    known = iso3166_2.Subdivisions()
    codes, names = retired.codes(cldr, known), _Names(cldr, known)
    found: dict[str, Row] = {}
    for unit in pycountry.subdivisions:
        code = unit.code
        name = names.english(unit)
        found[code] = Row(
            code, "iso3166-2", _level(unit), name, names.chinese(code),
            unit.parent_code or unit.country_code,
            also=[*codes.get(code, []), *([code[3:]] if unit.country_code == "US" else [])],
            aliases=[*names.others(unit), *_with_kind(unit, name, names.translated.get(code, " "))],
        )  # fmt: skip
    _leave_to_bearers(found)
    return list(found.values())


def _level(unit: object) -> str:
    country, parent, kind = unit.country_code, unit.parent_code, unit.type  # type: ignore[attr-defined]
    if kind in _MACRO and country in ("PH", "MW", "SI"):
        return "macroregion"
    if parent is None and kind in _MUNICIPAL and country in _TINY:
        return "county"
    return "province" if parent is None else "prefecture"


def _with_kind(unit: object, name: str, translated: str) -> list[str]:
    """Names with the word that the country's divisions go by: Kyiv Oblast, Aichi-ken."""
    country, kind = unit.country_code, unit.type  # type: ignore[attr-defined]
    if country in _OBLASTS and kind in ("Region", "Administrative region", "Oblast"):
        return [f"{name.removesuffix(' Province').removesuffix(' Oblast')} Oblast"]
    if country == "RU" and kind == "Administrative territory":
        return [f"{name.removesuffix(' Krai').removesuffix(' Territory')} Krai"]
    if country == "JP" and (ending := _JAPANESE.get(translated[-1])):
        return [f"{name}-{ending}"]
    return []


class _Names:
    """What the packages and the tables kept by hand call subdivisions."""

    def __init__(self, cldr: Cldr, known: iso3166_2.Subdivisions) -> None:
        self._cldr, self._known = cldr, known
        self._english, self._chinese = cldr.subdivisions("en"), cldr.subdivisions("zh")
        self._languages = cldr.official_languages()
        self._local: dict[str, dict[str, str]] = {}
        self._exonyms, self.translated = translations.exonyms(), translations.chinese()
        self._by_hand = pairs("english.tsv")
        self._chinese_by_hand = pairs("chinese.tsv")

    def english(self, unit: object) -> str:
        """The usual name."""
        own = _KIND.sub("", _NOISE.sub("", unit.name).strip())  # type: ignore[attr-defined]
        name = (self._usual(unit) or own).rstrip("²³¹")
        return self._by_hand.get(unit.code, name)  # type: ignore[attr-defined]

    def chinese(self, code: str) -> str:
        """The Chinese name; empty where none is known."""
        by_hand = self._chinese_by_hand.get(code, "")
        return by_hand or self._chinese.get(code, "") or self.translated.get(code, "")

    def others(self, unit: object) -> list[str]:
        """Further names, in English and the local languages."""
        code, country = unit.code, unit.country_code  # type: ignore[attr-defined]
        own = _NOISE.sub("", unit.name).strip().rstrip("²³¹")  # type: ignore[attr-defined]
        found = [*_other_names(self._known, code), *_turned(own, code), own, _KIND.sub("", own)]
        found += [*_variants(unit.name), *self._exonyms.get(code, ())]  # type: ignore[attr-defined]
        for lang in self._languages.get(country, []) if country not in RENUMBERED else ():
            names = self._local.setdefault(lang, self._cldr.subdivisions(lang))
            found.append(names.get(code, ""))
        usual = self._usual(unit)
        return [*found, usual] if usual and code not in _OF_ANOTHER else found

    def _usual(self, unit: object) -> str:
        renumbered = unit.country_code in RENUMBERED  # type: ignore[attr-defined]
        return "" if renumbered else self._english.get(unit.code, "")  # type: ignore[attr-defined]


# Names that the packages give to more than the region that they mean.
_NOT_BORNE = {("NG-NI", "Niger"), ("IT-32", "Südtirol"), ("IT-32", "Sudtirol"), ("IT-32", "Alto Adige"),
              ("GB-LND", "London"), ("VE-A", "Distrito Federal"), ("CO-DC", "D.C."),
              ("ID-PP", "Papua"), ("DK-84", "Copenhagen"), ("UA-32", "Kyiv"), ("UA-32", "Kiev")}  # fmt: skip


def _leave_to_bearers(found: dict[str, Row]) -> None:
    """A region does not bear another name that is the usual one of its neighbour (Moscow)."""
    bearers = {(code[:2], plain(row.name)): code for code, row in found.items()}
    for code, row in found.items():
        row.aliases = [
            each
            for each in row.aliases
            if (code, each) not in _NOT_BORNE
            and bearers.get((code[:2], plain(each)), code)
            in {code, row.parent, *(c for c in (bearers.get((code[:2], plain(each))),)
                                    if c and found[c].parent == code)}
        ]  # fmt: skip


_OTHER = re.compile(r"'?([^,()']+(?:\([^)]*\))?[^,()']*?)\s*\(([a-z]{3})\)'?")


def _other_names(known: object, code: str) -> list[str]:
    """Names in local languages; English ones there are often nicknames, and are left out."""
    try:
        stated = known[code].localOtherName or ""  # type: ignore[index]
    except Exception:
        return []
    return [name.strip() for name, lang in _OTHER.findall(stated) if lang != "eng"]


def _turned(name: str, code: str) -> list[str]:
    """ "Madrid, Comunidad de" is Comunidad de Madrid, and Madrid."""
    head, comma, kind = name.partition(", ")
    if not comma or code == "GB-LND":
        return []
    return [head, f"{kind} {head}" if not kind.endswith("'") else kind + head]


def _variants(name: str) -> list[str]:
    """`Catalunya [Cataluña]` bears both names."""
    return [part.strip() for part in re.findall(r"[\[(]([^\])]+)[\])]", name)]
