"""*Check engine*: the engine's account of itself, in plain words."""

from __future__ import annotations

from typing import Any, Callable

from ..i18n import tr
from .client import ask, never
from .locator import EngineLocator

ORIGINS = {
    "variable": "named by an environment variable",
    "setting": "named in the settings",
    "private": "installed by this plugin",
    "checkout": "of the source checkout",
}


def check_engine(is_cancelled: Callable[[], bool] = never) -> str:
    """Return a few sentences on the engine: where, which torch, which device, which models, what is missing.

    Raises:
        EngineError: there is no engine, or it cannot start.
        EngineCancelled: the user lost patience.
    """
    location = EngineLocator().locate()
    report = ask("doctor", {}, is_cancelled) or {}
    lines = [tr("Python: {0} ({1}).").format(location.python, tr(ORIGINS[location.origin]))]
    lines += sentences(report)
    return "\n".join(lines)


def sentences(report: dict[str, Any]) -> list[str]:
    """Return the worker's ``doctor`` answer as sentences; what it does not mention is left out."""
    lines = []
    versions = report.get("versions") or {}
    if versions:
        named = ", ".join(f"{name} {number}" for name, number in versions.items() if number)
        lines.append(tr("Engine: {0}.").format(named))
    devices = [_plain(device) for device in report.get("devices") or []]
    if devices:
        lines.append(tr("Devices: {0}.").format("; ".join(devices)))
    if report.get("device"):
        lines.append(tr("Chosen by “auto”: {0}.").format(_plain(report["device"])))
    models = [_plain(model) for model in report.get("models") or []]
    lines.append(tr("Models: {0}.").format("; ".join(models)) if models else tr("No model is installed."))
    for note in [*(report.get("missing") or []), *(report.get("problems") or []), *(report.get("warnings") or [])]:
        lines.append("⚠ " + _plain(note))
    return lines


def _plain(item: Any) -> str:
    """Return one entry in words; entries are texts or records with a description or a name."""
    if isinstance(item, dict):
        words = item.get("description") or item.get("title") or item.get("name") or item
        remedy = item.get("remedy")
        return f"{words} {remedy}" if remedy else str(words)
    return str(item)
