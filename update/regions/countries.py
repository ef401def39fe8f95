"""ISO 3166-1 and 3166-3 from pycountry, named by the CLDR."""

from __future__ import annotations

import pycountry

from .cldr import Cldr
from .row import Row

# Former countries that were no whole of their name: neither all of Yemen nor all of Vietnam.
_FORMER_NAMES = {
    "FXFR": "Metropolitan France", "YDYE": "Democratic Yemen", "VDVN": "North Vietnam",
}  # fmt: skip
_SUCCESSORS = {
    "SUHH": "RU AM AZ BY EE GE KZ KG LV LT MD TJ TM UA UZ", "CSHH": "CZ SK", "DDDE": "DE",
    "YUCS": "RS ME", "CSXX": "RS ME", "ANHH": "CW SX BQ", "YDYE": "YE", "BUMM": "MM",
    "ZRCD": "CD", "TPTL": "TL", "HVBF": "BF", "DYBJ": "BJ", "RHZW": "ZW", "VDVN": "VN",
}  # fmt: skip


def rows(cldr: Cldr) -> dict[str, Row]:
    """Today's countries by code."""
    english, chinese = cldr.territories("en"), cldr.territories("zh")
    traditional, languages = cldr.territories("zh-Hant"), cldr.official_languages()
    found = {}
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
        found[code] = Row(
            code, "iso3166-1", "country", name, zh, codes=codes, also=also, aliases=aliases
        )
    # The European Union's and the CLDR's code; ISO 3166-1 leaves it to users.
    found["XK"] = Row(
        "XK", "iso3166-1", "country", "Kosovo", "科索沃", aliases=["Kosovë", "Kosova"]
    )
    return found


def _local(cldr: Cldr, lang: str, code: str) -> list[str]:
    try:
        return cldr.territories(lang).get(code, [])
    except OSError:
        return []


def former() -> list[Row]:
    """Countries that are no more."""
    found = []
    for country in pycountry.historic_countries:
        day = country.withdrawal_date if len(country.withdrawal_date) == 10 else ""
        until = day or f"{country.withdrawal_date[:4]}-12-31"
        alpha3 = getattr(country, "alpha_3", "")
        found.append(
            Row(
                country.alpha_4, "iso3166-3", "country",
                _FORMER_NAMES.get(country.alpha_4, country.name.split(",")[0]),
                codes={"iso3166-1-alpha3": alpha3} if alpha3 else {}, valid_to=until,
                successors=_SUCCESSORS.get(country.alpha_4, "").split(), aliases=[country.name],
            )
        )  # fmt: skip
    return found
