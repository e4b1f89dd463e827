"""Bring ``resources/i18n/*.ts`` up to date with the sentences in the plugin, and compile them: ``make translations``.

Sentences are found where the code says ``tr("…")`` and stand in one context, so the tools that know only ``self.tr``
are no help. New sentences come in as ``unfinished``; translate them in the .ts files (Qt Linguist reads them) and run
this again. Sentences that the code no longer has go. ``lrelease`` makes the .qm files that QGIS loads.

``--missing LANGUAGE`` prints the sentences still without translation as JSON; ``--fill LANGUAGE FILE`` takes such a
file back, sentence → translation, and marks what it filled as machine-translated.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import string
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "DescribeChanges"
LANGUAGES = {"de": "de_DE", "es": "es_ES", "fr": "fr_FR", "zh": "zh_CN"}
MACHINE = "machine-translated, not yet read by a person"


@dataclass
class Message:
    """One sentence: its translation (empty: none yet) and what the translator noted."""

    translation: str = ""
    comment: str = ""


def sentences() -> dict[str, list[str]]:
    """Return every sentence of the plugin and the places (``path:line``) that say it.

    Raises:
        SystemExit: a call of ``tr`` has no plain text, so nothing could be translated there.
    """
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "plugin").rglob("*.py")):
        place = path.relative_to(ROOT)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                text = node.args[0] if node.args else None
                if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                    raise SystemExit(f"{place}:{node.lineno}: tr() needs its sentence as plain text in the code")
                found.setdefault(text.value, []).append(f"{place}:{node.lineno}")
    return found


def read(path: Path) -> dict[str, Message]:
    """Return what a .ts file holds."""
    if not path.is_file():
        return {}
    messages = {}
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        text = (translation.text or "") if translation is not None else ""
        messages[message.findtext("source", "")] = Message(text, message.findtext("translatorcomment", ""))
    return messages


def write(path: Path, language: str, messages: dict[str, Message]) -> None:
    """Write a .ts file in a fixed order, so that a change shows as what it is."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en_GB">', "<context>"]
    lines.append(f"    <name>{CONTEXT}</name>")
    for source, message in sorted(messages.items()):
        lines += ["    <message>", f"        <source>{escape(source)}</source>"]
        if message.comment:
            lines.append(f"        <translatorcomment>{escape(message.comment)}</translatorcomment>")
        state = "" if message.translation else ' type="unfinished"'
        lines += [f"        <translation{state}>{escape(message.translation)}</translation>", "    </message>"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def file_of(language: str) -> Path:
    """Return the .ts file of a language."""
    return FOLDER / f"describe_changes_{language}.ts"


def placeholders(text: str) -> list[str]:
    """Return what ``str.format`` fills in, sorted; a translation must have the same."""
    return sorted(f"{name}:{kind}" for _, name, kind, _ in string.Formatter().parse(text) if name is not None)


def problem(source: str, translation: str) -> str:
    """Return why a translation cannot be used, or nothing."""
    try:
        if placeholders(source) != placeholders(translation):
            return "other placeholders"
    except ValueError as error:
        return str(error)
    if re.findall(r"</?\w+", source) != re.findall(r"</?\w+", translation):
        return "other tags"
    if source.count("%v") != translation.count("%v") or source.count("%m") != translation.count("%m"):
        return "other counters"
    return ""


def fill(language: str, path: Path) -> None:
    """Take translations from a JSON file and mark them as a machine's.

    Raises:
        SystemExit: a translation has other placeholders or tags than its sentence.
    """
    messages = read(file_of(language))
    for source, translation in json.loads(path.read_text(encoding="utf-8")).items():
        wrong = problem(source, translation)
        if wrong:
            raise SystemExit(f"{language}: {wrong}\n  {source}\n  {translation}")
        if source in messages:
            messages[source] = Message(translation, MACHINE)
    write(file_of(language), LANGUAGES[language], messages)


def update(language: str, current: dict[str, list[str]]) -> int:
    """Add new sentences to a language, drop old ones, and return how many have no translation."""
    known = read(file_of(language))
    messages = {source: known.get(source, Message()) for source in current}
    write(file_of(language), LANGUAGES[language], messages)
    return sum(not message.translation for message in messages.values())


def compile_all() -> None:
    """Make the .qm files.

    Raises:
        SystemExit: there is no lrelease.
    """
    program = shutil.which("lrelease") or shutil.which("lrelease-qt5")
    if program is None:
        raise SystemExit("There is no lrelease here. Install it: sudo apt-get install qttools5-dev-tools")
    for language in LANGUAGES:
        source = file_of(language)
        subprocess.run([program, "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)  # noqa: S603


def main() -> int:
    """Update, or hand out and take back what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", choices=LANGUAGES, help="print the sentences without translation as JSON")
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"), help="take translations from a JSON file")
    options = parser.parse_args()
    if options.missing:
        known = read(file_of(options.missing))
        lacking = [source for source in sentences() if not known.get(source, Message()).translation]
        print(json.dumps(lacking, ensure_ascii=False, indent=0))
        return 0
    current = sentences()
    if options.fill:
        update(options.fill[0], current)
        fill(options.fill[0], Path(options.fill[1]))
    for language in LANGUAGES:
        print(f"{language}: {len(current)} sentences, {update(language, current)} without translation")
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
