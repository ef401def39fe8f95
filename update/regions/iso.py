"""ISO 3166-1 and 3166-2 from pycountry, named by the CLDR."""

from __future__ import annotations

import re
import unicodedata

import iso3166_2
import pycountry

from .cldr import Cldr
from .row import Row

# The largest kind of subdivision is a province; what has a parent inside the country is below it.
_MACRO = {"Metropolitan region", "Geographical region", "Development region", "Group of islands"}

# Codes that the packages have forgotten: ISO 3166-2 newsletters and OBP change notes.
RETIRED = {
    "IN-OR": "IN-OD", "IN-UT": "IN-UK", "IN-UL": "IN-UK", "IN-CT": "IN-CG", "IN-TG": "IN-TS",
    "KZ-ALM": "KZ-19", "KZ-AKM": "KZ-11", "KZ-ALA": "KZ-75", "KZ-AST": "KZ-71",
    "CZ-PR": "CZ-10", "CZ-ST": "CZ-20", "CZ-JC": "CZ-31", "CZ-JM": "CZ-64", "CZ-KA": "CZ-41",
    "CZ-KR": "CZ-52", "CZ-LI": "CZ-51", "CZ-MO": "CZ-80", "CZ-OL": "CZ-71", "CZ-PA": "CZ-53",
    "CZ-PL": "CZ-32", "CZ-US": "CZ-42", "CZ-VY": "CZ-63", "CZ-ZL": "CZ-72", "CA-NF": "CA-NL",
    "MX-DIF": "MX-CMX", "PL-DS": "PL-02", "PL-KP": "PL-04", "PL-LU": "PL-06", "PL-LB": "PL-08",
    "PL-LD": "PL-10", "PL-MA": "PL-12", "PL-MZ": "PL-14", "PL-OP": "PL-16", "PL-PK": "PL-18",
    "PL-PD": "PL-20", "PL-PM": "PL-22", "PL-SL": "PL-24", "PL-SK": "PL-26", "PL-WN": "PL-28",
    "PL-WP": "PL-30", "PL-ZP": "PL-32", "NP-BA": "NP-P3", "ID-IJ": "ID-PP", "ID-PA": "ID-PP",
    "NO-02": "NO-32", "NO-01": "NO-31", "NO-06": "NO-33", "NO-07": "NO-39", "NO-08": "NO-40",
    "NO-19": "NO-55", "NO-20": "NO-56",
}  # fmt: skip

# States whose first division is the commune.
_MUNICIPAL = {"Local council", "Municipality", "Commune", "Parish", "Town", "Urban municipality"}
_TINY = {"MT", "AD", "SM", "LI", "SI", "LV", "MK", "LU", "KN", "NR", "ME", "AZ"}
_OBLASTS = {"RU", "UA", "BY", "BG", "KZ", "KG"}

_NOISE = re.compile(r"\s*[\[(][^\])]*[\])]")
# pycountry's names carry the kind of place in the local language.
_KIND = re.compile(
    r" (?:Sheng|Shi|Zizhiqu|Special Administrative Region|Oblast'?|Respublika|Kray|voblasts'?|"
    r"Gewest|megye|županija|apskritis|novads|maakond)$"
)


def rows(cldr: Cldr) -> list[Row]:
    countries = {row.code: row for row in _countries(cldr)}
    subdivisions = _subdivisions(cldr)
    merged = _merge_twice_coded(countries, subdivisions)
    return [*countries.values(), *_former_countries(), *merged]


def _countries(cldr: Cldr) -> list[Row]:
    english, chinese = cldr.territories("en"), cldr.territories("zh")
    traditional, languages = cldr.territories("zh-Hant"), cldr.official_languages()
    found = []
    for country in pycountry.countries:
        code = country.alpha_2
        names = english.get(code, [country.name])
        aliases = [*names, country.name, *chinese.get(code, []), *traditional.get(code, [])]
        aliases += [getattr(country, "official_name", ""), getattr(country, "common_name", "")]
        for lang in languages.get(code, []):
            aliases += _local(cldr, lang, code)
        name = {"HK": "Hong Kong", "MO": "Macao"}.get(code, names[0].split(" SAR")[0])
        zh = {"HK": "香港", "MO": "澳门"}.get(code, chinese.get(code, [""])[0])
        codes = {"iso3166-1-alpha3": country.alpha_3, "iso3166-1-numeric": country.numeric}
        found.append(Row(code, "iso3166-1", "country", name, zh, codes=codes, aliases=aliases))
    return found


def _local(cldr: Cldr, lang: str, code: str) -> list[str]:
    try:
        return cldr.territories(lang).get(code, [])
    except OSError:
        return []


def _former_countries() -> list[Row]:
    successors = {
        "SUHH": "RU AM AZ BY EE GE KZ KG LV LT MD TJ TM UA UZ", "CSHH": "CZ SK", "DDDE": "DE",
        "YUCS": "RS ME", "CSXX": "RS ME", "ANHH": "CW SX BQ", "YDYE": "YE", "BUMM": "MM",
        "ZRCD": "CD", "TPTL": "TL", "HVBF": "BF", "DYBJ": "BJ", "RHZW": "ZW", "VDVN": "VN",
    }  # fmt: skip
    found = []
    for former in pycountry.historic_countries:
        day = former.withdrawal_date if len(former.withdrawal_date) == 10 else ""
        until = day or f"{former.withdrawal_date[:4]}-12-31"
        codes = {"iso3166-1-alpha3": getattr(former, "alpha_3", "")}
        found.append(
            Row(
                former.alpha_4, "iso3166-3", "country", former.name.split(",")[0],
                codes={k: v for k, v in codes.items() if v}, valid_to=until,
                successors=successors.get(former.alpha_4, "").split(), aliases=[former.name],
            )
        )  # fmt: skip
    return found


def _subdivisions(cldr: Cldr) -> list[Row]:
    english, chinese = cldr.subdivisions("en"), cldr.subdivisions("zh")
    languages = cldr.official_languages()
    local: dict[str, dict[str, str]] = {}
    retired: dict[str, list[str]] = {}
    replaced = {old: new[0] for old, new in cldr.replaced().items() if len(new) == 1}
    merged = {new for new in replaced.values() if list(replaced.values()).count(new) > 1}
    for old, new in {**replaced, **RETIRED}.items():
        if new not in merged or old in RETIRED:
            retired.setdefault(new, []).append(old)
    found: dict[str, Row] = {}
    known = iso3166_2.Subdivisions()
    for unit in pycountry.subdivisions:
        code, country = unit.code, unit.country_code
        plain = _NOISE.sub("", unit.name).strip()
        name = (english.get(code) or _KIND.sub("", plain)).rstrip("²³¹")
        plain = plain.rstrip("²³¹")
        name = OVERRIDES.get(code, name)
        aliases = [
            *_other_names(known, code),
            *_turned(plain, code),
            plain,
            _KIND.sub("", plain),
            *_variants(unit.name),
        ]
        for lang in languages.get(country, []):
            names = local.setdefault(lang, cldr.subdivisions(lang))
            aliases.append(names.get(code, ""))
        parent = unit.parent_code or country
        level = "province" if unit.parent_code is None else "prefecture"
        if unit.type in _MACRO and country in ("PH", "MW", "SI"):
            level = "macroregion"
        elif unit.parent_code is None and unit.type in _MUNICIPAL and country in _TINY:
            level = "county"
        if country in _OBLASTS and unit.type in ("Region", "Administrative region", "Oblast"):
            aliases.append(f"{name.removesuffix(' Province').removesuffix(' Oblast')} Oblast")
        if country == "RU" and unit.type == "Administrative territory":
            aliases.append(f"{name.removesuffix(' Krai').removesuffix(' Territory')} Krai")
        found[code] = Row(
            code, "iso3166-2", level, name, chinese.get(code, ""), parent,
            also=[*retired.get(code, []), *([code[3:]] if country == "US" else [])],
            aliases=aliases,
        )  # fmt: skip
    # A retired code whose territory was merged with others is a region of its own.
    for old, new in replaced.items():
        if new in merged and old not in RETIRED and old in english and new in found:
            until = "2015-12-31" if old.startswith("FR") else ""
            found.setdefault(
                old,
                Row(old, "iso3166-2", "province", english[old], chinese.get(old, ""), old[:2],
                    valid_to=until, successors=[new]),
            )  # fmt: skip
    return list(found.values())


_OTHER = re.compile(r"'?([^,()']+(?:\([^)]*\))?[^,()']*?)\s*\(([a-z]{3})\)'?")


def _other_names(known: object, code: str) -> list[str]:
    """Names in local languages; English ones there are often nicknames, and are left out."""
    try:
        stated = known[code].localOtherName or ""  # type: ignore[index]
    except Exception:
        return []
    return [name.strip() for name, lang in _OTHER.findall(stated) if lang != "eng"]


# CLDR's name is that of something larger, or no name at all.
OVERRIDES = {
    "GB-LND": "City of London", "CZ-10": "Prague", "CO-DC": "Bogotá", "RU-MOS": "Moscow Oblast",
    "ES-MD": "Madrid",
}  # fmt: skip


def _turned(name: str, code: str) -> list[str]:
    """ "Madrid, Comunidad de" is Comunidad de Madrid, and Madrid."""
    head, comma, kind = name.partition(", ")
    if not comma or code == "GB-LND":
        return []
    return [head, f"{kind} {head}" if not kind.endswith("'") else kind + head]


def _variants(name: str) -> list[str]:
    """`Catalunya [Cataluña]` bears both names."""
    return [part.strip() for part in re.findall(r"[\[(]([^\])]+)[\])]", name)]


def _merge_twice_coded(countries: dict[str, Row], subdivisions: list[Row]) -> list[Row]:
    """Territories with a code of both parts (HK is CN-HK) are one region."""
    twice = {"CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW", "FI-01": "AX", "FR-GP": "GP",
             "FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT",
             "FR-BL": "BL", "FR-MF": "MF", "FR-NC": "NC", "FR-PF": "PF", "FR-PM": "PM",
             "FR-TF": "TF", "FR-WF": "WF", "NL-AW": "AW", "NL-CW": "CW", "NL-SX": "SX",
             "NO-21": "SJ", "US-AS": "AS", "US-GU": "GU", "US-MP": "MP", "US-PR": "PR",
             "US-UM": "UM", "US-VI": "VI"}  # fmt: skip
    kept = []
    for row in subdivisions:
        country = countries.get(twice.get(row.code, ""))
        if country is None:
            kept.append(row)
            continue
        country.codes.setdefault("iso3166-2", row.code)
        country.also += [row.code, *row.also]
        country.parent = row.parent.split("-")[0]
        country.aliases += [row.name, row.zh, *row.aliases]
        if country.parent == "CN":
            country.level = "province"
    return kept


def plain(name: str) -> str:
    folded = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in folded if c.isalnum() and not unicodedata.combining(c))
