"""Model packs: a folder or flat zip of `model.safetensors`, `model.json`, `vocab.json` and, if given, `card.md`.

Loading never unpickles; every file is held against its sha256 before it is used; a zip is taken only if it holds
just these names, without links, paths or compression bombs.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import lzma
import os
import re
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ..errors import InputError
from ..files import atomic_dir, is_file, is_folder, scratch_dir
from ..renamed import MANIFEST_KEYS, rename_paths
from .config import CaptionerConfig, Channel, EncoderConfig
from .decoding import Decoding
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from torch import Tensor

    from .captioner import ChangeCaptioner

WEIGHTS, MANIFEST, WORDS, CARD = "model.safetensors", "model.json", "vocab.json", "card.md"
ALLOWED_NAMES = frozenset({WEIGHTS, MANIFEST, WORDS, CARD})
DEFAULT_NAME = "default"
MAX_FILE_BYTES = 2 * 1024**3
MAX_ZIP_RATIO = 200
MOST_BYTES = {WEIGHTS: MAX_FILE_BYTES, MANIFEST: 2**23, WORDS: 2**24, CARD: 2**22}
"""Of each file of a pack."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORMAT = 1
_CHECKSUM = "sha256:"
PACKS_VARIABLE = "DESCRIBE_CHANGES_MODELS"
DEFAULT_PACKS = Path(__file__).resolve().parents[2] / "resources" / "models"


_Metres = Annotated[float, Field(gt=0, le=1e6)]
_Level = Annotated[float, Field(ge=-1e3, le=1e3)]
_Spread = Annotated[float, Field(ge=1e-6, le=1e3)]


class Radiometry(BaseModel):
    """Range of each figure of `core.raster.radiometry.ImageStats` over the training images, levels of 0–255."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    brightness: tuple[float, float]
    contrast: tuple[float, float]
    red_green: tuple[float, float]
    blue_green: tuple[float, float]


class PackInput(BaseModel):
    """Input that a pack's model expects."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    tile_size: int = Field(256, ge=8, le=2048)
    """Side of a tile in pixels."""
    overlap: int = Field(64, ge=0, le=1024)
    """Pixels shared by neighbouring tiles."""
    gsd_m: tuple[_Metres, _Metres] = (0.3, 1.2)
    """Range of ground sample distance, metres per pixel, that the model was trained on."""
    fine_gsd_m: float | None = Field(default=None, gt=0)
    """Metres per pixel at which finer imagery is read, where the model was measured to find more than at the
    imagery's own; None: at its own, within `gsd_m`."""
    bands: tuple[str, ...] = ("red", "green", "blue")
    mean: tuple[_Level, _Level, _Level] = (0.4, 0.4, 0.4)
    """Per band, on a 0–1 scale."""
    std: tuple[_Spread, _Spread, _Spread] = (0.2, 0.2, 0.2)
    radiometry: Radiometry | None = None
    """What the training images looked like; None if nobody measured it."""

    @model_validator(mode="after")
    def _in_order(self) -> PackInput:
        if self.gsd_m[0] > self.gsd_m[1]:
            raise ValueError("gsd_m names the finest before the coarsest")
        if self.overlap > self.tile_size // 2:
            raise ValueError("overlap is more than half of tile_size")
        return self


class Calibration(BaseModel):
    """change_score = σ(scale · logit + offset), fitted on validation pairs."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    scale: float = Field(1.0, ge=-1e6, le=1e6)
    offset: float = Field(0.0, ge=-1e6, le=1e6)
    threshold: float = Field(0.5, ge=0, le=1)
    """Change score from which a tile counts as changed."""


class PackManifest(BaseModel):
    """`model.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    format: int = Field(FORMAT, ge=1)
    name: str = Field(min_length=1, max_length=100)
    version: str = "1"
    description: str = ""
    architecture: CaptionerConfig
    input: PackInput = PackInput()
    calibration: Calibration = Calibration()
    beam: int = Field(1, ge=1, le=64)
    claim_penalty: float = Field(0.0, ge=0, le=1e6)
    """What doubtful claims cost a sentence of the beam (`core/captions/claims.py`); 0 = the likeliest is said."""
    decoding: Decoding = Decoding()
    """How a sentence is chosen among those of the beam."""
    class_words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Words of a caption that name a class, e.g. building: house, houses, villa, …"""
    training_data: tuple[str, ...] = ()
    licence: str = ""
    metrics: dict[str, Any] = Field(default_factory=dict)
    """Figures with the command that produced them."""
    training: dict[str, Any] = Field(default_factory=dict)
    files: dict[str, str] = Field(default_factory=dict)
    """Checksum of every other file of the pack, `sha256:…` (bare in packs made by early versions)."""

    @model_validator(mode="before")
    @classmethod
    def _of_earlier_versions(cls, data: Any) -> Any:
        return rename_paths(data, MANIFEST_KEYS)


@dataclass(frozen=True)
class ModelPack:
    """A verified pack on disk.

    Attributes:
        path: folder of the pack.
        manifest: `model.json`.
        vocabulary: words of the decoder.
        sha256: hash of `model.json`, which holds the hashes of all other files.
    """

    path: Path
    manifest: PackManifest
    vocabulary: Vocabulary
    sha256: str

    @property
    def name(self) -> str:
        """Name of the pack."""
        return self.manifest.name

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the mask head; empty without one."""
        head = self.manifest.architecture.mask_head
        return head.channels if head else ()

    def build_model(self) -> ChangeCaptioner:
        """The captioner with the pack's weights, float32, in evaluation mode, on the CPU."""
        state = _read_weights(self.path / WEIGHTS)
        model = _built(self, sum(tensor.numel() for tensor in state.values()))
        try:
            missing, unexpected = model.load_state_dict(state, strict=False)
        except RuntimeError as error:
            raise InputError(f"The weights in {self.path} do not fit its model.json: {error}.") from error
        missing = [
            name for name in missing if name != "decoder.output.weight" or "decoder.embedding.weight" not in state
        ]
        if missing or unexpected:
            raise InputError(
                f"The weights in {self.path} do not fit its model.json "
                f"(missing: {', '.join(missing[:3]) or 'none'}; unknown: {', '.join(unexpected[:3]) or 'none'})."
            )
        return model.eval()


def save_pack(
    folder: Path,
    model: ChangeCaptioner,
    vocabulary: Vocabulary,
    manifest: PackManifest,
    card: str | None = None,
    half: bool = True,
) -> ModelPack:
    """Write a pack to `folder` (made new; written aside and renamed, so never half there).

    Args:
        folder: where the pack will be; an existing pack there is replaced.
        model: weights to store.
        vocabulary: words of its decoder.
        manifest: `model.json` without the file hashes.
        card: model card in Markdown.
        half: store weights as float16 (batch-norm statistics stay float32).
    """
    from safetensors.torch import save_file

    folder.parent.mkdir(parents=True, exist_ok=True)
    with atomic_dir(folder) as staging:
        save_file(_stored_state(model, half), staging / WEIGHTS)
        vocabulary.save(staging / WORDS)
        if card is not None:
            (staging / CARD).write_text(card, encoding="utf-8")
        hashes = {p.name: f"{_CHECKSUM}{_sha256(p)}" for p in sorted(staging.iterdir())}
        final = manifest.model_copy(update={"files": hashes})
        (staging / MANIFEST).write_text(final.model_dump_json(indent=1), encoding="utf-8")
        staging.chmod(0o755)
        for item in staging.iterdir():
            item.chmod(0o644)
        _make_way(folder)
    return load_pack(folder)


def _make_way(folder: Path) -> None:
    """Remove the pack that another takes the place of; whatever else is there stays.

    Raises:
        InputError: it is a link, a file, or a folder that holds more than a pack.
    """
    if not os.path.lexists(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise InputError(f"{folder} is a link or a file; give the pack another folder.")
    held = {entry.name for entry in folder.iterdir()}
    if held - ALLOWED_NAMES or (held and MANIFEST not in held):
        what = sorted(held - ALLOWED_NAMES or held)[0]
        raise InputError(f"{folder} holds “{what}”, which is no part of a model pack; give the pack another folder.")
    _remove_files(folder)


def _remove_files(folder: Path) -> None:
    """Remove the files of a pack, and its folder if nothing else is in it."""
    for name in ALLOWED_NAMES:
        (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()


def _read_weights(path: Path) -> dict[str, Tensor]:
    """Tensors by name, float32 where they are fractions.

    Raises:
        InputError: the file is damaged, or holds values that are not numbers.
    """
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        state = {name: t.float() if t.is_floating_point() else t for name, t in load_file(path).items()}
    except (SafetensorError, OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise InputError(f"{path} is damaged ({error!s:.200}); install the pack again.") from error
    wrong = [name for name, tensor in state.items() if not bool(torch.isfinite(tensor).all())]
    if wrong:
        raise InputError(f"{path} holds values that are not numbers ({wrong[0]:.60}); export the pack again.")
    return state


def _built(pack: ModelPack, weights: int) -> ChangeCaptioner:
    """The captioner that a pack describes, not yet with its weights.

    Raises:
        InputError: it cannot be built, or is larger than its weights explain.
    """
    from .budget import Budget, check_architecture
    from .captioner import ChangeCaptioner

    architecture = pack.manifest.architecture
    try:
        check_architecture(architecture.model_dump())
        changes: dict[str, Any] = {"encoder": _without_weights(architecture.encoder)}  # the pack holds the weights
        if architecture.detector is not None:
            encoder = _without_weights(architecture.detector.encoder)
            changes["detector"] = architecture.detector.model_copy(update={"encoder": encoder})
        with Budget(weights):
            return ChangeCaptioner(architecture.model_copy(update=changes), len(pack.vocabulary))
    except Exception as error:  # of whatever library the numbers upset
        raise InputError(f"The model of {pack.path / MANIFEST} cannot be built: {error!s:.300}.") from error


def _without_weights(encoder: EncoderConfig) -> EncoderConfig:
    return encoder.model_copy(update={"weights": "none"})


def _stored_state(model: ChangeCaptioner, half: bool) -> dict[str, Any]:
    state = {}
    tied = model.config.decoder.tie_embeddings
    for name, tensor in model.state_dict().items():
        if tied and name == "decoder.output.weight":
            continue  # the same tensor as decoder.embedding.weight
        tensor = tensor.detach().cpu().contiguous()
        if half and tensor.is_floating_point() and "running_" not in name:
            tensor = tensor.half()
        state[name] = tensor
    return state


def load_pack(source: str | Path) -> ModelPack:
    """Open and verify a pack.

    Args:
        source: folder of a pack, or the name of an installed one.

    Raises:
        InputError: no such pack, a file is missing or damaged, or the manifest is not valid.
    """
    path = _find(source)
    raw = _read_manifest(path)
    try:
        manifest = PackManifest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path / MANIFEST} is not a valid model pack: {place:.200}: {first['msg']:.300}.") from error
    if manifest.format > FORMAT:
        raise InputError(
            f"{path} is in pack format {manifest.format}, newer than this version reads; update Describe Changes."
        )
    _verify_files(path, manifest.files)
    return ModelPack(path, manifest, _words(path / WORDS), hashlib.sha256(raw).hexdigest())


def _words(path: Path) -> Vocabulary:
    """The words of a pack.

    Raises:
        InputError: the file holds something else.
    """
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(words, list) or not all(isinstance(word, str) and len(word) <= 200 for word in words):
            raise ValueError("it is no list of words")
        return Vocabulary(words)
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(
            f"{path} is not the vocabulary of a model pack ({error!s:.200}); export the pack again."
        ) from error


def _find(source: str | Path) -> Path:
    path = Path(source)
    if is_folder(path) and is_file(path / MANIFEST):
        return path
    if is_file(path) and path.suffix == ".zip":
        raise InputError(f"{path} is a zipped pack; import it first: describe-changes models import {path}.")
    name = str(source)[:300]
    if re.fullmatch(r"[\w.-]+", name):
        for root in model_search_path():
            if is_file(root / name / MANIFEST):
                return root / name
    known = ", ".join(sorted(p.name for p in list_packs())) or "none"
    raise InputError(f"No model pack '{name}': give a folder that holds model.json, or one of: {known}.")


def _read_manifest(path: Path) -> bytes:
    try:
        size = (path / MANIFEST).stat().st_size
        if size > MOST_BYTES[MANIFEST]:
            raise InputError(f"{path / MANIFEST} has {size:,} bytes, more than a model pack's; export the pack again.")
        return (path / MANIFEST).read_bytes()
    except OSError as error:
        raise InputError(f"{path / MANIFEST} cannot be read: {error.strerror}.") from error


def _verify_files(path: Path, hashes: Mapping[str, str]) -> None:
    for name in (WEIGHTS, WORDS):
        if name not in hashes:
            raise InputError(f"{path / MANIFEST} lists no hash of {name}; export the pack again.")
    for name, expected in hashes.items():
        if name not in ALLOWED_NAMES:
            raise InputError(f"{path / MANIFEST} lists '{name[:60]}', which is no file of a model pack.")
        file = path / name
        if not is_file(file):
            raise InputError(f"{file} is missing; install the pack again.")
        if file.stat().st_size > MOST_BYTES[name]:
            raise InputError(f"{file} has more than {MOST_BYTES[name]:,} bytes; export the pack again.")
        if _sha256(file) != expected.removeprefix(_CHECKSUM):
            raise InputError(
                f"{file} is damaged or was changed (sha256 differs from model.json); install the pack again."
            )


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def user_models_dir() -> Path:
    """Folder for packs that the user imports or trains (`DESCRIBE_CHANGES_MODELS`, else the user's data folder)."""
    if named := os.environ.get(PACKS_VARIABLE):
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".local" / "share")
    return Path(base) / "describe-changes" / "models"


def model_search_path() -> tuple[Path, ...]:
    """Folders in which packs are looked up by name, the user's first."""
    return (user_models_dir(), DEFAULT_PACKS)


def list_packs() -> list[Path]:
    """Folders of all installed packs; the user's hide bundled ones of the same name."""
    found: dict[str, Path] = {}
    for root in model_search_path():
        if root.is_dir():
            for path in sorted(root.iterdir()):
                if (path / MANIFEST).is_file() and not path.name.startswith("."):
                    found.setdefault(path.name, path)
    return list(found.values())


def default_model() -> Path | None:
    """Folder of the pack that runs where none is named: `default`, else the first installed; None without any."""
    installed = list_packs()
    return next((path for path in installed if path.name == DEFAULT_NAME), installed[0] if installed else None)


def import_pack(source: Path, root: Path | None = None) -> ModelPack:
    """Copy a pack from a folder or a flat zip into the user's folder, verified before it appears there.

    Raises:
        InputError: the zip holds anything but the files of a pack, or the pack does not verify.
    """
    root = root or user_models_dir()
    root.mkdir(parents=True, exist_ok=True)
    with scratch_dir(root, "import") as staging:
        if source.is_dir():
            for name in sorted(ALLOWED_NAMES):
                if (source / name).is_symlink():
                    raise InputError(f"{source / name} is a link; put the file itself there. Nothing was imported.")
                if is_file(source / name):
                    shutil.copyfile(source / name, staging / name)
        else:
            _extract(source, staging)
        pack = load_pack(staging)
        if not re.fullmatch(r"\w[\w.-]*", pack.name) or _DEVICES.fullmatch(pack.name) or pack.name.endswith("."):
            raise InputError(f"{source}: '{pack.name}' cannot be a pack's name; use letters, digits, '.', '_' and '-'.")
        target = root / pack.name
        if target.exists():
            raise InputError(f"A pack named '{pack.name}' is already in {root}; remove it first.")
        staging.chmod(0o755)
        os.replace(staging, target)
        return load_pack(target)


def _extract(source: Path, target: Path) -> None:
    try:
        archive = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, struct.error) as error:
        raise InputError(f"{source} is not a zip file that can be read; export the pack again.") from error
    with archive:
        for item in archive.infolist():
            if item.filename not in ALLOWED_NAMES or stat.S_ISLNK(item.external_attr >> 16):
                raise InputError(
                    f"{source} holds {item.filename[:100]!r}, which is no file of a model pack; nothing was imported."
                )
            if item.file_size > MOST_BYTES[item.filename] or item.file_size > MAX_ZIP_RATIO * max(
                item.compress_size, 1
            ):
                raise InputError(
                    f"{source}: '{item.filename}' unpacks to {item.file_size:,} bytes; nothing was imported."
                )
        names = [item.filename for item in archive.infolist()]
        if len(set(names)) < len(names):
            raise InputError(f"{source} holds a file twice; nothing was imported.")
        try:
            for item in archive.infolist():
                with archive.open(item) as stream, (target / item.filename).open("wb") as out:
                    shutil.copyfileobj(stream, out)
        except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in a way of other programs
            raise InputError(f"{source} cannot be unpacked ({error!s:.200}); make a plain zip of the pack.") from error
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise
            raise InputError(f"{source} is damaged ({error!s:.200}); copy or export the pack again.") from error


def describe_pack(path: Path) -> dict[str, Any]:
    """What `models list` shows of a pack, without loading weights; a damaged pack says so in `problem`."""
    try:
        manifest = PackManifest.model_validate_json(_read_manifest(path))
    except (InputError, ValueError) as error:
        problem = str(error).splitlines()[0]
        return {"name": path.name, "path": str(path), "bundled": path.parent == DEFAULT_PACKS, "problem": problem}
    architecture = manifest.architecture
    return {
        "name": manifest.name,
        "path": str(path),
        "bundled": path.parent == DEFAULT_PACKS,
        "version": manifest.version,
        "description": manifest.description,
        "system": architecture.difference.name,
        "classes": sorted({c.class_name for c in architecture.mask_head.channels}) if architecture.mask_head else [],
        "gsd_m": list(manifest.input.gsd_m),
        "tile_size": manifest.input.tile_size,
        "licence": manifest.licence,
        "megabytes": round(sum(p.lstat().st_size for p in path.iterdir()) / 1e6, 1),
        "metrics": manifest.metrics,
    }


def remove_pack(name: str) -> None:
    """Remove a pack from the user's folder; bundled packs stay.

    Raises:
        InputError: there is no such pack among the user's.
    """
    path = user_models_dir() / name
    if not re.fullmatch(r"\w[\w.-]*", name) or not (path / MANIFEST).is_file():
        raise InputError(f"No imported pack named '{name}' in {user_models_dir()}; bundled packs cannot be removed.")
    if path.is_symlink():
        raise InputError(f"{path} is a link to a pack elsewhere; remove the link itself.")
    _remove_files(path)
