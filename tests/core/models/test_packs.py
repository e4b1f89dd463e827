"""Model packs: what is written is what is read, and nothing damaged or strange gets in."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from pathlib import Path

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models import packs
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import (
    PackManifest,
    describe_pack,
    import_pack,
    list_packs,
    load_pack,
    remove_pack,
    save_pack,
)
from describe_changes.core.models.vocabulary import Vocabulary

TINY = CaptionerConfig(
    dim=16,
    encoder=EncoderConfig(
        options={"embedding_size": 8, "hidden_sizes": [8, 8, 16, 16], "depths": [1, 1, 1, 1], "layer_type": "basic"}
    ),
    decoder=DecoderConfig(layers=1, heads=2, feedforward=16),
    mask_head=MaskHeadConfig(width=8),
    mask_tokens=True,
    scene_tokens=True,
)


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user packs"
    monkeypatch.setenv(packs.PACKS_VARIABLE, str(folder))
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> packs.ModelPack:
    torch.manual_seed(0)
    words = Vocabulary(["house", "road", "built"])
    model = ChangeCaptioner(TINY, len(words))
    manifest = PackManifest(name="tiny", architecture=TINY, licence="for tests")
    return save_pack(tmp_path / "made" / "tiny", model, words, manifest, card="# tiny", half=False)


@torch.no_grad()
def test_a_saved_model_gives_the_same_outputs(pack: packs.ModelPack) -> None:
    torch.manual_seed(0)
    original = ChangeCaptioner(TINY, len(pack.vocabulary)).eval()
    images = torch.rand(2, 2, 3, 64, 64)
    expected, found = original.encode(images), pack.build_model().encode(images)
    torch.testing.assert_close(found.memory, expected.memory)
    torch.testing.assert_close(found.mask_logits, expected.mask_logits)
    assert found.mask_logits is not None
    assert found.mask_logits.shape == (2, 3, 64, 64)
    assert found.memory.shape == (2, 2 * 2 + 4 * 4 + 2 * 2 * 2, 16)  # difference, mask and scene tokens


def test_half_precision_packs_are_smaller_and_close(pack: packs.ModelPack, tmp_path: Path) -> None:
    half = save_pack(tmp_path / "half", pack.build_model(), pack.vocabulary, pack.manifest)
    size = (pack.path / packs.WEIGHTS).stat().st_size
    assert (half.path / packs.WEIGHTS).stat().st_size < 0.7 * size
    whole = pack.build_model().state_dict()
    for name, value in half.build_model().state_dict().items():
        torch.testing.assert_close(value, whole[name], atol=1e-3, rtol=1e-3)


@pytest.mark.parametrize("name", [packs.WEIGHTS, packs.WORDS, packs.CARD])
def test_a_changed_file_is_named(pack: packs.ModelPack, name: str) -> None:
    with (pack.path / name).open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(InputError, match=f"{name} is damaged"):
        load_pack(pack.path)


def test_a_missing_file_is_named(pack: packs.ModelPack) -> None:
    (pack.path / packs.WORDS).unlink()
    with pytest.raises(InputError, match=r"vocab\.json is missing"):
        load_pack(pack.path)


def test_an_unknown_setting_in_the_manifest_is_named(pack: packs.ModelPack) -> None:
    path = pack.path / packs.MANIFEST
    values = json.loads(path.read_text())
    values["architecture"]["decoder"]["nonsense"] = 1
    path.write_text(json.dumps(values))
    with pytest.raises(InputError, match=r"architecture\.decoder\.nonsense"):
        load_pack(pack.path)
    assert "problem" in describe_pack(pack.path)


def test_an_unknown_pack_lists_the_known_ones(pack: packs.ModelPack) -> None:
    import_pack(pack.path)
    with pytest.raises(InputError, match=r"No model pack 'nowhere'.*tiny"):
        load_pack("nowhere")
    with pytest.raises(InputError, match="No model pack"):
        load_pack("../tiny")


def test_the_bundled_pack_runs_where_none_is_named(
    pack: packs.ModelPack, tmp_path: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "DEFAULT_PACKS", tmp_path / "bundled")
    assert packs.default_model() is None
    imported = import_pack(pack.path)
    assert packs.default_model() == imported.path
    bundled = save_pack(tmp_path / "bundled" / "default", pack.build_model(), pack.vocabulary, pack.manifest)
    assert packs.default_model() == bundled.path


def zipped(pack: packs.ModelPack, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in pack.path.iterdir():
            archive.write(file, file.name)
    return path


def test_import_from_zip_and_removal(pack: packs.ModelPack, tmp_path: Path, user_folder: Path) -> None:
    archive = zipped(pack, tmp_path / "tiny.zip")
    with pytest.raises(InputError, match="models import"):
        load_pack(archive)
    imported = import_pack(archive)
    assert imported.path == user_folder / "tiny"
    assert imported.sha256 == pack.sha256
    assert load_pack("tiny").path == imported.path
    assert imported.path in list_packs()
    with pytest.raises(InputError, match="already in"):
        import_pack(archive)
    remove_pack("tiny")
    assert not imported.path.exists()
    with pytest.raises(InputError, match="No imported pack"):
        remove_pack("tiny")


@pytest.mark.parametrize("name", ["../evil.json", "/etc/evil", "sub/model.json", "run.py"])
def test_a_zip_with_any_other_name_is_refused_whole(
    pack: packs.ModelPack, tmp_path: Path, user_folder: Path, name: str
) -> None:
    archive = zipped(pack, tmp_path / "bad.zip")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(name, "x")
    with pytest.raises(InputError, match="nothing was imported"):
        import_pack(archive)
    assert list(user_folder.iterdir()) == []


def test_a_link_and_a_bomb_are_refused(pack: packs.ModelPack, tmp_path: Path) -> None:
    link = zipfile.ZipInfo(packs.CARD)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(InputError, match="nothing was imported"):
        import_pack(tmp_path / "link.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(packs.WEIGHTS, b"\0" * 5_000_000)
    with pytest.raises(InputError, match="unpacks to 5,000,000 bytes"):
        import_pack(tmp_path / "bomb.zip")


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(os.urandom(64))
    with pytest.raises(InputError, match="not a zip file"):
        import_pack(tmp_path / "x.zip")


def test_a_pack_replaces_nothing_but_a_pack(tmp_path, monkeypatch):
    from describe_changes.core.models.packs import _make_way

    held = tmp_path / "held"
    held.mkdir()
    (held / "model.json").write_text("{}")
    (held / "thesis.txt").write_text("precious")
    (tmp_path / "link").symlink_to(held)
    for place in (held, tmp_path / "link"):
        with pytest.raises(InputError, match=r"another folder"):
            _make_way(place)
    assert (held / "thesis.txt").read_text() == "precious"
    (held / "thesis.txt").unlink()
    _make_way(held)
    assert not held.exists()


def test_removing_a_pack_leaves_what_others_put_there_and_follows_no_link(tmp_path, monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "packs"))
    real = tmp_path / "real"
    for folder in (real, tmp_path / "packs" / "mine"):
        folder.mkdir(parents=True)
        (folder / "model.json").write_text("{}")
        (folder / "notes.txt").write_text("precious")
    (tmp_path / "packs" / "linked").symlink_to(real)
    with pytest.raises(InputError, match="is a link"):
        remove_pack("linked")
    remove_pack("mine")
    assert sorted(path.name for path in real.iterdir()) == ["model.json", "notes.txt"]
    assert [path.name for path in (tmp_path / "packs" / "mine").iterdir()] == ["notes.txt"]
