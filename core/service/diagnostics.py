"""Report what this engine has, what it lacks and how to get that: behind ``doctor`` and *Check engine*."""

from __future__ import annotations

import importlib
import os
import platform
import shutil
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_REQUIRED = (
    "torch",
    "transformers",
    "safetensors",
    "numpy",
    "pydantic",
    "rasterio",
    "shapely",
    "pyproj",
    "pyogrio",
    "click",
    "rich",
    "jinja2",
    "pillow",
)
_EXTRAS = {
    "train": ("lightning", "pycocoevalcap", "spacy", "tensorboard"),
    "dask": ("dask", "distributed"),
}
_MODULE_OF = {"pillow": "PIL"}


def engine_version() -> str:
    """Return the version of Describe Changes, from the plugin's metadata if it was never installed."""
    try:
        return metadata.version("describe-changes")
    except metadata.PackageNotFoundError:
        for line in _lines(Path(__file__).resolve().parents[2] / "metadata.txt"):
            if line.startswith("version="):
                return line.partition("=")[2].strip()
    return "unknown"


def run_diagnostics() -> dict[str, Any]:
    """Look at libraries, devices and models; nothing missing is an error here.

    Returns:
        ``ok``, ``engine``, ``python``, ``platform``, ``libraries`` (name → version or None), ``extras``
        (name → whether complete), ``devices``, ``device`` (the one ``auto`` takes, in words), ``models``
        ``missing``, a list of ``what``, ``why`` and ``remedy``, and ``hints``.
    """
    libraries = {name: _version(name) for name in _REQUIRED}
    missing = _missing_libraries(libraries)
    devices, chosen = _devices(missing) if libraries["torch"] else ([], "")
    models = _models(missing) if libraries["pydantic"] else []
    return {
        "ok": not missing,
        "engine": engine_version(),
        "python": {"version": platform.python_version(), "executable": sys.executable},
        "platform": platform.platform(),
        "processors": os.cpu_count() or 1,
        "gdal": _gdal_version() if libraries["rasterio"] else None,
        "libraries": libraries,
        "extras": {name: all(_version(each) for each in needs) for name, needs in _EXTRAS.items()},
        "devices": devices,
        "device": chosen,
        "models": models,
        "missing": missing,
        "hints": _hints(devices),
    }


def format_diagnostics(report: dict[str, Any]) -> str:
    """Return the report as lines for a terminal."""
    python = report["python"]
    lines = [
        f"Describe Changes {report['engine']}",
        f"Python {python['version']} ({python['executable']}) on {report['platform']}",
        "",
        "Libraries",
        *(f"  {name:<14}{version or 'missing'}" for name, version in report["libraries"].items()),
        f"  {'GDAL':<14}{report['gdal'] or 'missing'}",
        "Extras",
        *(f"  {name:<14}{'installed' if there else 'not installed'}" for name, there in report["extras"].items()),
        "Devices",
        *(f"  {device['name']:<14}{device['description']}" for device in report["devices"]),
        f"  {'auto takes':<14}{report['device'] or 'nothing'}",
        "Models",
    ]
    for model in report["models"]:
        state = model.get("problem") or f"{model.get('system', '')}, {model.get('megabytes', 0)} MB"
        lines.append(f"  {model['name']:<14}{state}  ({model['path']})")
    if not report["models"]:
        lines.append("  none")
    lines.append("")
    if report["ok"]:
        lines.append("Everything needed is here.")
    for lack in report["missing"]:
        lines.append(f"Missing: {lack['what']}. {lack['why']} {lack['remedy']}")
    lines += [f"Hint: {hint}" for hint in report["hints"]]
    return "\n".join(lines)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name) if find_spec(_MODULE_OF.get(name, name)) else None
    except (metadata.PackageNotFoundError, ImportError, ValueError):
        return None


def _missing_libraries(libraries: dict[str, str | None]) -> list[dict[str, str]]:
    absent = [name for name, version in libraries.items() if version is None]
    if not absent:
        return []
    command = f"{sys.executable} -m pip install {' '.join(absent)}"
    return [
        {
            "what": ", ".join(absent),
            "why": "The engine cannot run without.",
            "remedy": f"In QGIS press “Install engine” in the settings; elsewhere run: {command}",
        }
    ]


def _devices(missing: list[dict[str, str]]) -> tuple[list[dict[str, str]], str]:
    """Return what torch can compute on, and what ``auto`` takes of it."""
    try:
        import torch

        from ..predict.device import choose_device

        names = ["cpu", *(f"cuda:{index}" for index in range(torch.cuda.device_count()))]
        if torch.backends.mps.is_available():
            names.append("mps")
        devices = [{"name": name, "description": choose_device(name).description} for name in names]
        return devices, choose_device("auto").description
    except Exception as error:  # a torch that is installed but broken must be told, whatever it raises
        missing.append(
            {
                "what": "a torch that works",
                "why": f"Importing it failed: {error}.",
                "remedy": f"Install it again: {sys.executable} -m pip install --force-reinstall torch",
            }
        )
        return [], ""


def _hints(devices: list[dict[str, str]]) -> list[str]:
    """Return what would make the engine faster."""
    names = [device["name"] for device in devices]
    if names == ["cpu"] and shutil.which("nvidia-smi"):
        return [
            "An NVIDIA driver is here, but this torch does not use it; install a CUDA build: see "
            "https://pytorch.org/get-started/locally/"
        ]
    return []


def _models(missing: list[dict[str, str]]) -> list[dict[str, Any]]:
    from ..models.packs import DEFAULT_PACKS, describe_pack, list_packs, user_models_dir

    models = [describe_pack(path) for path in list_packs()]
    if not any("problem" not in model for model in models):
        missing.append(
            {
                "what": "a model pack",
                "why": f"None is in {DEFAULT_PACKS} or {user_models_dir()}.",
                "remedy": "Import one: describe-changes models import PACK.zip",
            }
        )
    return models


def _gdal_version() -> str | None:
    try:
        return str(importlib.import_module("rasterio").__gdal_version__)
    except ImportError:
        return None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
