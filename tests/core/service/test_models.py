"""Model packs by the worker's operations: looked at, imported, removed, and refused where they are not whole."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.service.operations import OPERATIONS


@pytest.fixture
def ask(tmp_path, monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "models"))

    def ask(op, **params):
        closing, fields = OPERATIONS[op](params, lambda *_, **__: None, lambda: False)
        assert closing == "result"
        return fields["data"]

    return ask


@pytest.fixture
def zipped(scene, tmp_path):
    """The tiny pack as a flat zip, as it is handed on."""
    path = tmp_path / "täglich.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for item in (scene / "packs" / "tiny").iterdir():
            archive.write(item, item.name)
    return path


def test_import_show_and_remove(ask, zipped, tmp_path):
    known = {model["name"] for model in ask("list_models")}
    found = ask("import_model", source=str(zipped))
    assert found["name"] == "tiny"
    assert found["path"] == str(tmp_path / "models" / "tiny")
    assert {model["name"] for model in ask("list_models")} == known | {"tiny"}
    shown = ask("show_model", model="tiny")
    assert shown["channels"][0]["transition"] == "appeared"
    assert shown["bundled"] is False
    assert "problem" not in shown
    assert ask("remove_model", model="tiny") == {"name": "tiny"}
    assert {model["name"] for model in ask("list_models")} == known
    assert not (tmp_path / "models" / "tiny").exists()


def test_a_bundled_pack_is_marked_shown_with_its_card_and_never_removed(ask):
    bundled = [model for model in ask("list_models") if model["bundled"]]
    if not bundled:
        pytest.skip("no pack ships with this checkout yet")
    shown = ask("show_model", model=bundled[0]["path"])
    assert shown["card"].startswith("#")
    with pytest.raises(InputError, match="bundled packs cannot be removed"):
        ask("remove_model", model=bundled[0]["name"])


def test_a_damaged_pack_says_so_and_is_not_imported(ask, scene, zipped, tmp_path):
    damaged = tmp_path / "damaged"
    shutil.copytree(scene / "packs" / "tiny", damaged)
    with (damaged / "model.safetensors").open("r+b") as weights:
        weights.seek(-1, 2)
        weights.write(b"\xff" if weights.read(1) != b"\xff" else b"\x00")
    assert "sha256 differs" in ask("show_model", model=str(damaged))["problem"]
    with pytest.raises(InputError, match="sha256 differs"):
        ask("import_model", source=str(damaged))
    assert not (tmp_path / "models" / "tiny").exists()
    ask("import_model", source=str(zipped))
    with pytest.raises(InputError, match="already in"):
        ask("import_model", source=str(zipped))


@pytest.mark.parametrize("op", ["show_model", "import_model", "remove_model"])
def test_nothing_named_is_said(ask, op, tmp_path):
    with pytest.raises(InputError, match="Give"):
        ask(op)
    with pytest.raises(InputError):
        ask(op, model="nowhere", source=str(tmp_path / "nowhere.zip"))
