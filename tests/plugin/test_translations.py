"""The plugin's languages: complete, fit to be filled in, compiled, and seen in a QGIS that speaks them."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QAbstractButton

spec = importlib.util.spec_from_file_location("update_translations", ROOT / "scripts" / "update_translations.py")
made = importlib.util.module_from_spec(spec)
sys.modules["update_translations"] = made
spec.loader.exec_module(made)
REMEDY = "run make translations, translate what is unfinished in resources/i18n/*.ts, and run it again"


@pytest.fixture
def german():
    """QGIS's own setting for its language."""
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "de_AT")
    yield
    settings.remove("locale")


@pytest.mark.parametrize("language", made.LANGUAGES)
def test_every_sentence_of_the_plugin_is_in_every_language(language):
    sentences, known = made.sentences(), made.read(made.file_of(language))
    assert len(sentences) > 400
    assert sorted(set(sentences) - set(known)) == [], REMEDY
    assert sorted(set(known) - set(sentences)) == [], REMEDY
    assert [source for source, message in known.items() if not message.translation] == [], REMEDY


@pytest.mark.parametrize("language", made.LANGUAGES)
def test_translations_can_be_filled_in_and_say_who_made_them(language):
    known = made.read(made.file_of(language))
    filled = {source: message for source, message in known.items() if message.translation}
    wrong = {source: made.problem(source, message.translation) for source, message in filled.items()}
    assert {source: words for source, words in wrong.items() if words} == {}
    for source, message in filled.items():
        assert message.comment in ("", made.MACHINE), source
    same = [source for source, message in known.items() if message.translation == source and len(source) > 25]
    assert same == []


def test_a_bad_translation_is_refused():
    assert made.problem("{0} of {1}", "{0} von {2}") == "other placeholders"
    assert made.problem("{0:.1f} GB", "{0} GB") == "other placeholders"
    assert made.problem("<p>a</p>", "<p>a") == "other tags"
    assert made.problem("{0} {", "x") != ""
    assert made.problem("{0} of {1}", "{1}: {0}") == ""


@pytest.mark.parametrize("language", made.LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    translator = QTranslator()
    assert translator.load(str(made.file_of(language).with_suffix(".qm")))
    QCoreApplication.installTranslator(translator)
    try:
        for source, message in made.read(made.file_of(language)).items():
            assert QCoreApplication.translate(made.CONTEXT, source) == (message.translation or source), REMEDY
    finally:
        QCoreApplication.removeTranslator(translator)


def test_nothing_is_translated_before_the_language_is_known():
    """A ``tr`` outside of functions is run while the module is imported, before the translation is there."""
    early = []
    for path in (ROOT / "plugin").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, (ast.FunctionDef, ast.Lambda, ast.AsyncFunctionDef))
            for node in ast.walk(function)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr" and id(node) not in inside:
                early.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert early == []


@pytest.mark.parametrize(
    ("locale", "file"),
    [
        ("de", "describe_changes_de.qm"),
        ("de_AT", "describe_changes_de.qm"),
        ("es-MX", "describe_changes_es.qm"),
        ("fr_CA", "describe_changes_fr.qm"),
        ("zh-Hans", "describe_changes_zh.qm"),
        ("zh_CN", "describe_changes_zh.qm"),
        ("zh-Hant", None),
        ("zh_TW", None),
        ("en_GB", None),
        ("C", None),
    ],
)
def test_a_locale_finds_its_language(locale, file):
    from describe_changes.plugin.i18n import translation_file

    found = translation_file(locale)
    assert (found.name if found else None) == file


def test_a_german_qgis_shows_german(german, qgis_iface, qgis_processing, fake_engine):
    from describe_changes.plugin.gui.dock import DescribeDock
    from describe_changes.plugin.gui.start.panel import add_start
    from describe_changes.plugin.i18n import tr
    from describe_changes.plugin.plugin import DescribeChangesPlugin

    plugin = DescribeChangesPlugin(None)
    plugin.initProcessing()
    names = {algorithm.name(): algorithm.displayName() for algorithm in plugin.provider.algorithms()}
    dock = page = None
    try:
        assert names["describechanges"] == "Änderungen beschreiben"
        dock = DescribeDock(qgis_iface, qgis_iface.mainWindow())
        page = add_start(qgis_iface, dock)
        assert dock.tabs.tabText(1) == "Beschreiben"
        buttons = [button.text().replace("&", "") for button in dock.findChildren(QAbstractButton)]
        assert "Änderungen beschreiben" in buttons
        assert "Das Beispiel beschreiben" in buttons
    finally:
        plugin.unload()
        if page is not None:
            page.close_down()
            dock.close_down()
            dock.deleteLater()
    assert tr("Describe changes") == "Describe changes"


def test_a_qgis_of_its_own_takes_the_language_of_the_system(tmp_path):
    code = (
        "import sys\nsys.path.insert(0, sys.argv[1])\nfrom qgis.core import QgsApplication\n"
        "application = QgsApplication([], False)\napplication.initQgis()\nimport describe_changes\n"
        "plugin = describe_changes.classFactory(None)\nplugin.initProcessing()\n"
        "print('|'.join(a.displayName() for a in plugin.provider.algorithms()))\n"
        "plugin.unload()\napplication.exitQgis()\n"
    )
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LC_ALL", "LANGUAGE")}
    environment = {**kept, "LANG": "zh_CN.UTF-8", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / ".dev")], capture_output=True, timeout=120, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "描述变化" in done.stdout.decode()


def test_the_guide_names_every_language_and_says_that_a_machine_translated():
    guide = Path(ROOT / "docs" / "user_guide.md").read_text(encoding="utf-8")
    (told,) = [part for part in guide.split("\n\n") if "machine-translated" in part]
    named = {"German": "de", "Spanish": "es", "French": "fr", "Chinese": "zh"}
    shipped = {path.stem.rpartition("_")[2] for path in (ROOT / "resources" / "i18n").glob("*.ts")}
    assert shipped == {code for name, code in named.items() if name in told}
