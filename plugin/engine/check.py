"""*Check engine*: the engine's account of itself, in plain words."""

from __future__ import annotations

from typing import Any, Callable

from ...common.nouns import channel_name
from ..i18n import tr
from .client import ask, not_cancelled
from .locator import EngineLocator

LIBRARIES = ("torch", "transformers", "rasterio", "GDAL")


def check_engine(is_cancelled: Callable[[], bool] = not_cancelled) -> str:
    """Return a few sentences on the engine: where, which torch, which device, which models, what is missing.

    Raises:
        EngineError: there is no engine, or it cannot start.
        EngineCancelled: the user lost patience.
    """
    location = EngineLocator().locate()
    report = ask("doctor", {}, is_cancelled) or {}
    lines = [tr("Python: {0} ({1}).").format(location.python, _origin(location.origin))]
    lines += sentences(report)
    return "\n".join(lines)


def _origin(origin: str) -> str:
    """Return how an engine was found, in words."""
    return {
        "variable": tr("named by an environment variable"),
        "setting": tr("named in the settings"),
        "private": tr("installed by this plugin"),
        "checkout": tr("of the source checkout"),
    }[origin]


def sentences(report: dict[str, Any]) -> list[str]:
    """Return the worker's ``doctor`` answer as sentences; what it does not mention is left out."""
    lines = []
    libraries = {**(report.get("libraries") or {}), "GDAL": report.get("gdal")}
    named = ", ".join(f"{name} {libraries[name]}" for name in LIBRARIES if libraries.get(name))
    if named:
        lines.append(tr("Engine {0} with {1}.").format(report.get("engine", ""), named))
    devices = [words(device) for device in report.get("devices") or []]
    if devices:
        lines.append(tr("Devices: {0}.").format("; ".join(devices)))
    if report.get("device"):
        lines.append(tr("“auto” computes on: {0}.").format(report["device"]))
    models = [words(one) if one.get("problem") else model_words(one) for one in report.get("models") or []]
    lines.append(tr("Models: {0}.").format("; ".join(models)) if models else tr("No model is installed."))
    for lack in report.get("missing") or []:
        lines.append(tr("Missing: {0}. {1} {2}").format(lack.get("what"), lack.get("why"), lack.get("remedy")))
    lines += [str(hint) for hint in report.get("hints") or []]
    if report.get("ok"):
        lines.append(tr("Everything needed is here."))
    return lines


def model_words(model: dict[str, Any]) -> str:
    """Return a model by its title, else by what it finds and at which resolutions it was trained."""
    name = str(model.get("name") or "")
    if model.get("title"):
        return str(model["title"])
    parts = [", ".join(channel_name(str(one)) for one in model.get("classes") or [])]
    gsd = model.get("gsd_m") or []
    if len(gsd) == 2:
        parts.append(tr("{0:g}–{1:g} m per pixel").format(float(gsd[0]), float(gsd[1])))
    told = "; ".join(part for part in parts if part)
    return f"{name}: {told}" if told else name


def words(item: dict[str, Any]) -> str:
    """Return a device or a model in words."""
    text = str(item.get("description") or item.get("title") or item.get("name") or "")
    problem = item.get("problem")
    return f"{item.get('name') or text}: {problem}" if problem else text
