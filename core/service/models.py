"""Operations of the worker on model packs: show one with its card, import one, remove one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import is_file, is_folder

Emit = Callable[..., None]
Reply = tuple[str, dict[str, Any]]


def show_model(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Show one pack: what ``list_models`` says of it, its channels, data and card, and whether its files are whole."""
    from ..models.packs import CARD, describe_pack, load_pack

    asked = _named(params, "model")
    path = Path(asked)
    data: dict[str, Any] = {"card": "", "channels": [], "training_data": []}
    try:
        pack = load_pack(asked)
    except InputError as error:
        if not is_folder(path):
            raise
        return "result", {"data": {**data, **describe_pack(path), "problem": str(error)}}
    card = pack.path / CARD
    listed = CARD in pack.manifest.files  # one that is not was put there by somebody else
    data["card"] = card.read_text(encoding="utf-8", errors="replace") if listed else ""
    data["channels"] = [channel.model_dump() for channel in pack.channels]
    data["training_data"] = list(pack.manifest.training_data)
    return "result", {"data": {**data, **describe_pack(pack.path), "sha256": pack.sha256}}


def import_model(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Copy a pack from a folder or zip into the user's folder, verified; say what was imported."""
    from ..models.packs import describe_pack, import_pack

    source = Path(_named(params, "source"))
    if not (is_file(source) or is_folder(source)):
        raise InputError(f"{source} does not exist; choose the zip or the folder of a model pack.")
    return "result", {"data": describe_pack(import_pack(source).path)}


def remove_model(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Remove one of the user's packs, by the name of its folder."""
    from ..models.packs import remove_pack

    name = _named(params, "model")
    remove_pack(name)
    return "result", {"data": {"name": name}}


def _named(params: Mapping[str, Any], option: str) -> str:
    value = params.get(option)
    if not isinstance(value, str) or not value:
        raise InputError(f"Give “{option}”.")
    return value


MODEL_OPERATIONS: Mapping[str, Callable[[dict[str, Any], Emit, Callable[[], bool]], Reply]] = {
    "show_model": show_model,
    "import_model": import_model,
    "remove_model": remove_model,
}
