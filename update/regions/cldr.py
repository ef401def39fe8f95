"""Names of countries and subdivisions, and codes that were replaced, from the CLDR."""

from __future__ import annotations

import json
from pathlib import Path


class Cldr:
    def __init__(self, downloads: Path) -> None:
        self.root = downloads / "node_modules"
        self.version = json.loads((self.root / "cldr-core/package.json").read_text())["version"]

    def subdivisions(self, lang: str) -> dict[str, str]:
        """Names by code as ISO writes it (CN-BJ)."""
        path = self.root / f"cldr-subdivisions-full/subdivisions/{lang}/{lang}.json"
        if not path.is_file():
            return {}
        data = json.loads(path.read_text(encoding="utf-8"))
        names = data["subdivisions"]["localeDisplayNames"]["subdivisions"]
        return {f"{code[:2].upper()}-{code[2:].upper()}": name for code, name in names.items()}

    def territories(self, lang: str) -> dict[str, list[str]]:
        """Names by alpha-2 code, the usual one first."""
        path = self.root / f"cldr-localenames-full/main/{lang}/territories.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        names = data["main"][lang]["localeDisplayNames"]["territories"]
        found: dict[str, list[str]] = {}
        for key, name in names.items():
            code = key.split("-alt-")[0]
            if len(code) == 2:
                found.setdefault(code, []).append(name)
        return found

    def replaced(self) -> dict[str, list[str]]:
        """What replaced a subdivision's code."""
        path = self.root / "cldr-core/supplemental/aliases.json"
        aliases = json.loads(path.read_text())["supplemental"]["metadata"]["alias"]
        return {
            f"{old[:2].upper()}-{old[2:].upper()}": [
                f"{new[:2].upper()}-{new[2:].upper()}" if len(new) > 2 else new.upper()
                for new in entry["_replacement"].split()
            ]
            for old, entry in aliases["subdivisionAlias"].items()
        }

    def official_languages(self) -> dict[str, list[str]]:
        path = self.root / "cldr-core/supplemental/territoryInfo.json"
        info = json.loads(path.read_text())["supplemental"]["territoryInfo"]
        return {
            code: [
                lang
                for lang, facts in entry.get("languagePopulation", {}).items()
                if facts.get("_officialStatus", "").startswith(("official", "de_facto"))
                and "_" not in lang
            ]
            for code, entry in info.items()
        }
