"""What the tab *Time series* remembers in the QGIS project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject

from ..common.project_settings import SCOPE
from ..describe.settings import SPINS

if TYPE_CHECKING:
    from .panel import SeriesPanel

KEY = "series"


def remember_series(panel: SeriesPanel) -> None:
    """Write what the person has set into the project."""
    options = panel.options
    state: dict[str, Any] = {
        "images": panel.images.state(),
        "against": panel.against.currentData(),
        "extent": panel.extent.state(),
        "model": options.model_name(),
        "device": options.device.currentData(),
        "bands": options.bands.text(),
        "output": options.output.filePath(),
        **{name: getattr(options, name).value() for name in SPINS},
    }
    QgsProject.instance().writeEntry(SCOPE, KEY, json.dumps(state, ensure_ascii=False))


def recall_series(panel: SeriesPanel) -> None:
    """Set the widgets to what the project remembers; what it does not know stays."""
    panel.options.forget_files()  # those of another project must not stay
    try:
        state = json.loads(QgsProject.instance().readEntry(SCOPE, KEY, "")[0] or "{}")
    except ValueError:
        return
    if not isinstance(state, dict):
        return
    options = panel.options
    panel.images.restore(state.get("images"))
    panel.against.setCurrentIndex(max(0, panel.against.findData(state.get("against", "previous"))))
    if isinstance(state.get("extent"), dict):
        panel.extent.restore(state["extent"])
    if "model" in state:
        options.choose_model(str(state["model"]))
    if "device" in state:
        options.device.setCurrentIndex(max(0, options.device.findData(state["device"])))
    options.bands.setText(str(state.get("bands", options.bands.text())))
    options.output.setFilePath(str(state.get("output") or ""))
    for name in SPINS:
        if isinstance(state.get(name), (int, float)):
            widget = getattr(options, name)
            widget.setValue(type(widget.value())(state[name]))
