"""ISO 3166-1 and 3166-2 from pycountry, named by the CLDR."""

from __future__ import annotations

import re
import unicodedata

import iso3166_2
import pycountry

from . import translations
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
    "PL-WP": "PL-30", "PL-ZP": "PL-32", "NP-BA": "NP-P3", "ID-IJ": "ID-PP",
    "NO-02": "NO-32", "NO-01": "NO-31", "NO-06": "NO-33", "NO-07": "NO-39", "NO-08": "NO-40",
    "NO-19": "NO-55", "NO-20": "NO-56",
}  # fmt: skip

# Regions that were merged, with the last day on which they existed: Loi n° 2015-29.
FORMER = {
    "FR-A": ("Alsace", "Elsass", "FR-GES"),
    "FR-B": ("Aquitaine", "", "FR-NAQ"),
    "FR-C": ("Auvergne", "", "FR-ARA"),
    "FR-D": ("Burgundy", "Bourgogne", "FR-BFC"),
    "FR-G": ("Champagne-Ardenne", "", "FR-GES"),
    "FR-I": ("Franche-Comté", "", "FR-BFC"),
    "FR-K": ("Languedoc-Roussillon", "", "FR-OCC"),
    "FR-L": ("Limousin", "", "FR-NAQ"),
    "FR-M": ("Lorraine", "", "FR-GES"),
    "FR-N": ("Midi-Pyrénées", "", "FR-OCC"),
    "FR-O": ("Nord-Pas-de-Calais", "Nord – Pas-de-Calais", "FR-HDF"),
    "FR-P": ("Lower Normandy", "Basse-Normandie", "FR-NOR"),
    "FR-Q": ("Upper Normandy", "Haute-Normandie", "FR-NOR"),
    "FR-S": ("Picardy", "Picardie", "FR-HDF"),
    "FR-T": ("Poitou-Charentes", "", "FR-NAQ"),
    "FR-V": ("Rhône-Alpes", "", "FR-ARA"),
}
FORMER_UNTIL = "2015-12-31"

# The CLDR still has the codes that ISO 3166-2 gave to other regions in 2015 and 2020.
RENUMBERED = {"IR", "MA"}

# States whose first division is the commune.
_MUNICIPAL = {"Local council", "Municipality", "Commune", "Parish", "Town", "Urban municipality"}
_TINY = {
    "MT",
    "AD",
    "SM",
    "LI",
    "SI",
    "LV",
    "MK",
    "LU",
    "KN",
    "NR",
    "ME",
    "AZ",
    "JM",
    "BB",
    "AG",
    "DM",
    "GD",
    "VC",
    "BM",
}
_OBLASTS = {"RU", "UA", "BY", "BG", "KZ", "KG"}

_JAPANESE = {"都": "to", "府": "fu", "县": "ken"}

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
        also = {"HK": ["CN-91", "CN-HK"], "MO": ["CN-92", "CN-MO"], "TW": ["CN-71"]}.get(code, [])
        found.append(
            Row(code, "iso3166-1", "country", name, zh, codes=codes, also=also, aliases=aliases)
        )
    # The European Union's and the CLDR's code; ISO 3166-1 leaves it to users.
    found.append(
        Row("XK", "iso3166-1", "country", "Kosovo", "科索沃", aliases=["Kosovë", "Kosova"])
    )
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
                former.alpha_4, "iso3166-3", "country",
                _FORMER_NAMES.get(former.alpha_4, former.name.split(",")[0]),
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
    known = iso3166_2.Subdivisions()
    for old, new in {**_replaced_in_history(known), **replaced, **RETIRED}.items():
        if old not in FORMER and (new not in merged or old in RETIRED):
            retired.setdefault(new, []).append(old)
    found: dict[str, Row] = {}
    exonyms, translated = translations.exonyms(), translations.chinese()
    for unit in pycountry.subdivisions:
        code, country = unit.code, unit.country_code
        plain = _NOISE.sub("", unit.name).strip()
        usual = "" if country in RENUMBERED else english.get(code, "")
        name = (usual or _KIND.sub("", plain)).rstrip("²³¹")
        plain = plain.rstrip("²³¹")
        name = OVERRIDES.get(code, name)
        aliases = [
            *_other_names(known, code),
            *_turned(plain, code),
            plain,
            _KIND.sub("", plain),
            *_variants(unit.name),
            *exonyms.get(code, ()),
        ]
        for lang in languages.get(country, []) if country not in RENUMBERED else ():
            names = local.setdefault(lang, cldr.subdivisions(lang))
            aliases.append(names.get(code, ""))
        if usual != name and usual and code not in _OF_ANOTHER:
            aliases.append(usual)
        parent = unit.parent_code or country
        level = "province" if unit.parent_code is None else "prefecture"
        if unit.type in _MACRO and country in ("PH", "MW", "SI"):
            level = "macroregion"
        elif unit.parent_code is None and unit.type in _MUNICIPAL and country in _TINY:
            level = "county"
        if country in _OBLASTS and unit.type in ("Region", "Administrative region", "Oblast"):
            aliases.append(f"{name.removesuffix(' Province').removesuffix(' Oblast')} Oblast")
        if country == "JP" and (kind := _JAPANESE.get(translated.get(code, " ")[-1])):
            aliases.append(f"{name}-{kind}")
        if country == "RU" and unit.type == "Administrative territory":
            aliases.append(f"{name.removesuffix(' Krai').removesuffix(' Territory')} Krai")
        found[code] = Row(
            code, "iso3166-2", level, name, chinese.get(code, "") or translated.get(code, ""), parent,
            also=[*retired.get(code, []), *([code[3:]] if country == "US" else [])],
            aliases=aliases,
        )  # fmt: skip
    former = [
        Row(code, "iso3166-2", "province", name, "", code[:2], valid_to=FORMER_UNTIL,
            successors=[new], aliases=[local])
        for code, (name, local, new) in FORMER.items()
    ]  # fmt: skip
    _leave_to_bearers(found)
    return [*found.values(), *former]


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


_CHANGE = re.compile(r"\b([A-Z]{2}-[A-Z0-9]{1,3}) ?(?:to|->) ?([A-Z]{2}-[A-Z0-9]{1,3})\b")


def _replaced_in_history(known: iso3166_2.Subdivisions) -> dict[str, str]:
    """Codes that ISO's change notes say were replaced by another, and that mean nothing else now."""
    current = {unit.code for unit in pycountry.subdivisions}
    found: dict[str, set[str]] = {}
    for code in current:
        try:
            notes = known[code].history or []
        except Exception:
            continue
        for old, new in (pair for note in notes for pair in _CHANGE.findall(str(note))):
            if old not in current and new in current and old[:2] not in {*RENUMBERED, "FR"}:
                found.setdefault(old, set()).add(new)
    return {old: new.pop() for old, new in found.items() if len(new) == 1}


_OTHER = re.compile(r"'?([^,()']+(?:\([^)]*\))?[^,()']*?)\s*\(([a-z]{3})\)'?")


def _other_names(known: object, code: str) -> list[str]:
    """Names in local languages; English ones there are often nicknames, and are left out."""
    try:
        stated = known[code].localOtherName or ""  # type: ignore[index]
    except Exception:
        return []
    return [name.strip() for name, lang in _OTHER.findall(stated) if lang != "eng"]


# CLDR's name is that of something larger, or no name at all.
_OF_ANOTHER = {"GB-LND", "CO-DC", "NG-NI"}
# Former countries that were no whole of their name: neither all of Yemen nor all of Vietnam.
_FORMER_NAMES = {
    "FXFR": "Metropolitan France", "YDYE": "Democratic Yemen", "VDVN": "North Vietnam",
}  # fmt: skip
OVERRIDES = {
    "GB-LND": "City of London", "CZ-10": "Prague", "CO-DC": "Bogotá", "RU-MOS": "Moscow Oblast",
    "ES-MD": "Madrid", "NP-P1": "Koshi", "NP-P2": "Madhesh", "NP-P7": "Sudurpashchim",
    "NI-AN": "North Caribbean Coast", "NI-AS": "South Caribbean Coast", "RU-YEV": "Jewish Autonomous Oblast",
    "RU-CU": "Chuvashia", "RU-UD": "Udmurtia", "RU-CE": "Chechnya", "RU-BU": "Buryatia",
    "RU-KB": "Kabardino-Balkaria", "RU-KC": "Karachay-Cherkessia", "RU-YAN": "Yamalo-Nenets",
    "RU-CHU": "Chukotka", "IN-CG": "Chhattisgarh", "IN-TS": "Telangana", "IN-UK": "Uttarakhand",
    "IN-DH": "Dadra and Nagar Haveli and Daman and Diu", "MX-CMX": "Mexico City",
    "MX-MEX": "State of Mexico", "NG-NI": "Niger State", "PL-26": "Świętokrzyskie",
    "UA-05": "Vinnytsia", "UA-07": "Volyn", "UA-09": "Luhansk", "UA-12": "Dnipropetrovsk",
    "UA-14": "Donetsk", "UA-18": "Zhytomyr", "UA-21": "Zakarpattia", "UA-23": "Zaporizhzhia",
    "UA-26": "Ivano-Frankivsk", "UA-32": "Kyiv Oblast", "UA-35": "Kirovohrad", "UA-46": "Lviv",
    "UA-48": "Mykolaiv", "UA-51": "Odesa", "UA-53": "Poltava", "UA-56": "Rivne", "UA-59": "Sumy",
    "UA-61": "Ternopil", "UA-63": "Kharkiv", "UA-65": "Kherson", "UA-68": "Khmelnytskyi",
    "UA-71": "Cherkasy", "UA-74": "Chernihiv", "UA-77": "Chernivtsi",
    "IR-00": "Markazi", "IR-01": "Gilan", "IR-02": "Mazandaran", "IR-03": "East Azerbaijan",
    "IR-04": "West Azerbaijan", "IR-05": "Kermanshah", "IR-06": "Khuzestan", "IR-07": "Fars",
    "IR-08": "Kerman", "IR-09": "Razavi Khorasan", "IR-10": "Isfahan",
    "IR-11": "Sistan and Baluchestan", "IR-12": "Kurdistan", "IR-13": "Hamadan",
    "IR-14": "Chaharmahal and Bakhtiari", "IR-15": "Lorestan", "IR-16": "Ilam",
    "IR-17": "Kohgiluyeh and Boyer-Ahmad", "IR-18": "Bushehr", "IR-19": "Zanjan",
    "IR-20": "Semnan", "IR-21": "Yazd", "IR-22": "Hormozgan", "IR-23": "Tehran",
    "IR-24": "Ardabil", "IR-25": "Qom", "IR-26": "Qazvin", "IR-27": "Golestan",
    "IR-28": "North Khorasan", "IR-29": "South Khorasan", "IR-30": "Alborz",
    "AR-C": "Buenos Aires City", "PE-LMA": "Metropolitan Lima", "AL-11": "Tirana County",
    "KZ-10": "Abai", "KZ-11": "Akmola", "KZ-15": "Aktobe", "KZ-19": "Almaty Region",
    "KZ-23": "Atyrau", "KZ-27": "West Kazakhstan", "KZ-31": "Jambyl", "KZ-33": "Jetisu",
    "KZ-35": "Karaganda", "KZ-39": "Kostanay", "KZ-43": "Kyzylorda", "KZ-47": "Mangystau",
    "KZ-55": "Pavlodar", "KZ-59": "North Kazakhstan", "KZ-61": "Turkistan", "KZ-62": "Ulytau",
    "KZ-63": "East Kazakhstan",
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
