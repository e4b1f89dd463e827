"""What a result's layer says of itself in QGIS: its metadata, and notes with how it was made and what to beware of.

What the run has written beside the layer is told, else what the engine said when it began.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from html import escape
from pathlib import Path
from typing import Any

from qgis.core import QgsLayerMetadata, QgsLayerNotesUtils, QgsMapLayer

from ..i18n import tr
from .keeping import geopackage_table
from .renamed import RUNS, TABLES, stored_columns

_COLUMNS = (
    "dates",
    "before",
    "after",
    "model",
    "device",
    "summary_text",
    "model_info",
    "warnings",
    "engine_version",
    "run_id",
)
_OF_ALL_PAIRS = ("model", "device", "licence", "training_data", "limits", "warnings")


def describe_layer(layer: QgsMapLayer, kind: str, started: dict[str, Any]) -> None:
    """Write metadata and notes of a layer; what somebody has noted there stays.

    Args:
        layer: of a result.
        kind: name of the output, such as ``SITES``.
        started: the engine's ``started`` event.
    """
    run = _run_beside(layer) or _run_of(started)
    facts = _facts(run)
    metadata = layer.metadata()
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(" ".join(filter(None, (_meaning(kind), str(run.get("summary_text") or "")))))
    metadata.setLanguage("ENG")
    metadata.setKeywords({"gmd:topicCategory": [tr("change detection"), "Describe Changes"]})
    metadata.setLicenses([str(run["licence"])] if run.get("licence") else [])
    metadata.setHistory([f"{name}: {text}" for name, text in facts])
    limits = [*([str(run["limits"])] if run.get("limits") else []), *map(str, run.get("warnings") or [])]
    metadata.setConstraints([QgsLayerMetadata.Constraint(text, "other") for text in limits])
    layer.setMetadata(metadata)
    if not QgsLayerNotesUtils.layerHasNotes(layer):
        QgsLayerNotesUtils.setLayerNotes(layer, _notes(kind, facts, limits))


def _notes(kind: str, facts: list[tuple[str, str]], limits: list[str]) -> str:
    """Return the notes as HTML."""
    rows = "".join(f"<li><b>{escape(name)}</b>: {escape(text)}</li>" for name, text in facts)
    told = f"<p>{escape(_meaning(kind))}</p><ul>{rows}</ul>"
    if limits:
        told += f"<p><b>{escape(tr('Beware'))}</b></p><ul>{''.join(f'<li>{escape(text)}</li>' for text in limits)}</ul>"
    return told


def _meaning(kind: str) -> str:
    """Return what a layer holds, in a sentence."""
    return {
        "SITES": tr("Places where something changed, each said once and counted once."),
        "CHANGES": tr("Connected changed areas of one class each; they are the parts of the sites."),
        "TILES": tr("The squares that the model looked at, each with its sentence; they overlap."),
        "MASK": tr("The class of change of every pixel."),
        "PROBABILITIES": tr("The probability of each class of change at every pixel."),
    }.get(kind, "")


def _facts(run: dict[str, Any]) -> list[tuple[str, str]]:
    """Return how a layer was made, label and text, without what is not known."""
    rows = (
        (tr("Dates"), run.get("dates")),
        (tr("Before"), run.get("before")),
        (tr("After"), run.get("after")),
        (tr("Model"), run.get("model")),
        (tr("Licence of the model"), run.get("licence")),
        (tr("Training data"), run.get("training_data")),
        (tr("Device"), run.get("device")),
        (tr("Made with"), run.get("made_with")),
    )
    return [(name, str(text)) for name, text in rows if text]


def _run_of(started: dict[str, Any]) -> dict[str, Any]:
    """Return what the engine said of the run when it began."""
    return {name: started.get(name) for name in ("model", "device", "warnings")}


def _run_beside(layer: QgsMapLayer) -> dict[str, Any]:
    """Return what the table of runs beside a layer says, nothing without one; of a series what holds for every pair.

    It is read by sqlite3: QGIS would keep the file open, and leaves a journal beside it.
    """
    file, _ = geopackage_table(layer.source())
    file = file.split("|")[0]
    if not Path(file).is_file():
        return {}
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(_read_only(file), uri=True)) as data:
        for table in (RUNS, *TABLES):
            names = stored_columns(data, table)
            if "model" in names:
                wanted = [name for name in _COLUMNS if name in names]
                columns = ", ".join(f'"{names[name]}"' for name in wanted)
                rows = data.execute(f'SELECT {columns} FROM "{table}" LIMIT 2').fetchall()  # noqa: S608 # nosec B608
                told = _told(dict(zip(wanted, rows[0]))) if rows else {}
                return told if len(rows) < 2 else {name: told[name] for name in _OF_ALL_PAIRS if name in told}
    return {}


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of the table of runs with what its columns of JSON say."""
    info, warnings = _data(row.get("model_info")), _data(row.get("warnings"))
    info = info if isinstance(info, dict) else {}
    version, number = str(row.get("engine_version") or ""), str(row.get("run_id") or "")
    return {
        **row,
        **{name: _words(info.get(name)) for name in ("licence", "training_data", "limits")},
        "warnings": warnings if isinstance(warnings, list) else [],
        "made_with": " · ".join(filter(None, (f"Describe Changes {version}".strip(), number[:12]))),
    }


def _read_only(file: str) -> str:
    return Path(file).resolve().as_uri() + "?mode=ro"


def _data(value: Any) -> Any:
    """Return a column's JSON data, None where it holds none."""
    try:
        return json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _words(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "")
