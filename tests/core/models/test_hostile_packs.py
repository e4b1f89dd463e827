"""Packs made to harm: one sentence each, without more memory or time than the files themselves explain."""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models import packs
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig, MaskHeadConfig
from describe_changes.core.models.packs import PackManifest, describe_pack, import_pack, load_pack, save_pack
from describe_changes.core.models.vocabulary import Vocabulary

TINY = CaptionerConfig(
    dim=16,
    encoder=EncoderConfig(
        options={"embedding_size": 8, "hidden_sizes": [8, 8, 16, 16], "depths": [1, 1, 1, 1], "layer_type": "basic"}
    ),
    decoder=DecoderConfig(layers=1, heads=2, feedforward=16),
    mask_head=MaskHeadConfig(width=8),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a good pack."""
    torch.manual_seed(0)
    words = Vocabulary(["house", "road", "built"])
    folder = tmp_path_factory.mktemp("made") / "tiny"
    save_pack(folder, ChangeCaptioner(TINY, len(words)), words, PackManifest(name="tiny", architecture=TINY), "# tiny")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user packs"
    monkeypatch.setenv(packs.PACKS_VARIABLE, str(folder))
    return folder


def put(folder: Path, files: dict[str, bytes], **values: Any) -> Path:
    """Write a pack whose checksums are right, with some values of model.json changed (path with dots → value)."""
    manifest = json.loads(files[packs.MANIFEST])
    for dotted, value in values.items():
        place = manifest
        *way, last = dotted.split("__")
        for step in way:
            place = place[step]
        place[last] = value
    manifest["files"] = {
        name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in files.items() if name != packs.MANIFEST
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / packs.MANIFEST).write_text(json.dumps(manifest))
    return folder


VALUES: dict[str, dict[str, Any]] = {
    "layers": {"architecture__decoder__layers": 100_000},
    "no layers": {"architecture__decoder__layers": 0},
    "width": {"architecture__dim": 10**9},
    "feedforward": {"architecture__decoder__feedforward": 65_536 * 1000},
    "heads": {"architecture__decoder__heads": 10**6},
    "encoder depth": {"architecture__encoder__options": {"depths": [10**5] * 4}},
    "encoder image": {"architecture__encoder__options": {"image_size": 10**6}},
    "encoder width": {"architecture__encoder__options": {"hidden_sizes": [60_000] * 4}},
    "encoder of another library": {"architecture__encoder__backbone": "timm_backbone"},
    "encoder that fetches": {"architecture__encoder__options": {"use_pretrained_backbone": True, "backbone": "evil/x"}},
    "encoder options of another kind": {"architecture__encoder__options": {"depths": "many"}},
    "position grid": {"architecture__difference__grid": 100_000},
    "mask width": {"architecture__mask_head__width": 10**8},
    "tile size": {"input__tile_size": 10**6},
    "tile size 0": {"input__tile_size": 0},
    "overlap": {"input__overlap": 10**6},
    "overlap of a whole tile": {"input__overlap": 256},
    "resolution 0": {"input__gsd_m": [0, 0]},
    "resolution reversed": {"input__gsd_m": [2, 1]},
    "spread 0": {"input__std": [0, 0, 0]},
    "mean NaN": {"input__mean": [float("nan")] * 3},
    "scale NaN": {"calibration__scale": float("nan")},
    "scale infinite": {"calibration__scale": float("inf")},
    "threshold": {"calibration__threshold": 7},
    "beam -1": {"beam": -1},
    "beam": {"beam": 10**9},
    "price NaN": {"claim_penalty": float("nan")},
    "temperature 0": {"decoding": {"temperature": 0}},
    "share above 1": {"decoding": {"side_share": 2}},
    "words of decoding that are none": {"decoding": {"words": {"one": [1]}}},
    "patches below 0": {"decoding": {"patches_of": {"number 1": [-1, None]}}},
    "name": {"name": "x" * 5000},
    "name of nothing": {"name": ""},
    "format of the future": {"format": 99},
    "format of text": {"format": "one"},
}


@pytest.mark.parametrize("case", VALUES)
def test_hostile_values_get_a_sentence(case: str, made: dict[str, bytes], tmp_path: Path) -> None:
    folder = put(tmp_path / "pack", made, **VALUES[case])
    with pytest.raises(InputError, match=r"pack|model") as caught:
        load_pack(folder).build_model()
    assert len(str(caught.value)) < 1500
    assert describe_pack(folder)["name"]


def header(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Weights with another header before the same numbers."""
    (length,) = struct.unpack("<Q", data[:8])
    head = json.loads(data[8 : 8 + length])
    change(head)
    text = json.dumps(head).encode()
    return struct.pack("<Q", len(text)) + text + data[8 + length :]


def first(head: dict[str, Any]) -> dict[str, Any]:
    return next(value for name, value in sorted(head.items()) if name != "__metadata__" and value["dtype"] == "F16")


WEIGHTS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut in the header": lambda data: data[:20],
    "cut in the numbers": lambda data: data[: len(data) // 2],
    "header of a petabyte": lambda data: struct.pack("<Q", 2**50) + data[8:],
    "header of no JSON": lambda data: struct.pack("<Q", 8) + b"garbage!" + data,
    "shape that lies": lambda data: header(data, lambda head: first(head).update(shape=[10**9, 10**9])),
    "type that lies": lambda data: header(data, lambda head: first(head).update(dtype="F64")),
    "places that lie": lambda data: header(data, lambda head: first(head).update(data_offsets=[0, 10**15])),
    "a tensor less": lambda data: header(data, lambda head: head.pop(sorted(head)[3])),
    "values that are no numbers": lambda data: data[:-4096] + b"\xff" * 4096,
    "a pickle": lambda data: b"\x80\x04cos\nsystem\n(S'touch /tmp/x'\ntR." + data,
}


@pytest.mark.parametrize("case", WEIGHTS)
def test_damaged_weights_get_a_sentence(case: str, made: dict[str, bytes], tmp_path: Path) -> None:
    folder = put(tmp_path / "pack", {**made, packs.WEIGHTS: WEIGHTS[case](made[packs.WEIGHTS])})
    with pytest.raises(InputError, match=r"weights|model\.safetensors|model\.json"):
        load_pack(folder).build_model()


WORDS = {
    "no JSON": b"house",
    "no list": b'{"house": 1}',
    "no words": b"[1, 2]",
    "twice": b'["house", "house"]',
    "no UTF-8": b'["\xff\xfe"]',
    "deep": b"[" * 100_000 + b"]" * 100_000,
}


@pytest.mark.parametrize("case", WORDS)
def test_other_vocabularies_get_a_sentence(case: str, made: dict[str, bytes], tmp_path: Path) -> None:
    folder = put(tmp_path / "pack", {**made, packs.WORDS: WORDS[case]})
    with pytest.raises(InputError, match=r"vocab\.json is not the vocabulary"):
        load_pack(folder)


@pytest.mark.parametrize(
    "text", ["", "[]", "nonsense", "[" * 100_000, '{"format": 1}', '{"format": 1' + " " * 2**23 + "}"]
)
def test_other_manifests_get_a_sentence(text: str, made: dict[str, bytes], tmp_path: Path) -> None:
    folder = put(tmp_path / "pack", made)
    (folder / packs.MANIFEST).write_text(text)
    with pytest.raises(InputError, match=r"model\.json"):
        load_pack(folder)
    assert describe_pack(folder)["problem"]


def zipped(path: Path, files: dict[str, bytes], **options: Any) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def encrypted(path: Path, files: dict[str, bytes]) -> Path:
    """A zip that says it is encrypted."""
    data = bytearray(zipped(path, files).read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    path.write_bytes(data)
    return path


def patched(path: Path, files: dict[str, bytes], local: int, central: int, value: bytes) -> Path:
    """A zip with some bytes of each entry's headers replaced."""
    data = bytearray(zipped(path, files).read_bytes())
    for sign, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset : at + offset + len(value)] = value
            at = data.find(sign, at + 4)
    path.write_bytes(data)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
def twice(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in [*files.items(), (packs.CARD, b"again")]:
            archive.writestr(name, data)
    return path


ZIPS: dict[str, Callable[[Path, dict[str, bytes]], Path]] = {
    "encrypted": encrypted,
    "wrong checksum": lambda path, files: patched(path, files, 14, 16, b"\1\2\3\4"),
    "packed in an unknown way": lambda path, files: patched(path, files, 8, 10, b"\x61\0"),
    "sizes that lie": lambda path, files: patched(path, files, 22, 24, b"\x10\0\0\0"),
    "a file twice": twice,
    "a pack in a folder": lambda path, files: zipped(path, {f"tiny/{name}": data for name, data in files.items()}),
    "a zip in a zip": lambda path, files: zipped(path, {"pack.zip": zipped(path, files).read_bytes()}),
    "backslashes": lambda path, files: zipped(path, {**files, "..\\evil.txt": b"x"}),
    "a way out": lambda path, files: zipped(path, {**files, "../evil.txt": b"x"}),
    "a device": lambda path, files: zipped(path, {**files, "NUL": b"x"}),
    "a bomb": lambda path, files: zipped(path, {**files, packs.WEIGHTS: bytes(50_000_000)}),
    "a card of megabytes": lambda path, files: zipped(path, {**files, packs.CARD: os.urandom(2**22 + 1)}),
    "cut": lambda path, files: _cut(zipped(path, files)),
    "nothing": lambda path, files: zipped(path, {}),
}


def _cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-100])
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("case", ZIPS)
def test_odd_zips_get_a_sentence_and_leave_nothing(
    case: str, made: dict[str, bytes], tmp_path: Path, user_folder: Path
) -> None:
    with pytest.raises(InputError) as caught:
        import_pack(ZIPS[case](tmp_path / "pack.zip", made))
    assert "pack" in str(caught.value)
    assert not list(user_folder.iterdir())
    assert not (tmp_path / "evil.txt").exists()


def test_a_linked_card_is_not_copied(made: dict[str, bytes], tmp_path: Path, user_folder: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a key")
    folder = put(tmp_path / "pack", {name: data for name, data in made.items() if name != packs.CARD})
    (folder / packs.CARD).symlink_to(secret)
    with pytest.raises(InputError, match=r"card\.md is a link"):
        import_pack(folder)
    assert not list(user_folder.iterdir())


@pytest.mark.parametrize("name", ["con", "NUL.x", "lpt1", "dot."])
def test_names_that_windows_keeps_for_itself(name: str, made: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be a pack's name"):
        import_pack(put(tmp_path / "pack", made, name=name))
