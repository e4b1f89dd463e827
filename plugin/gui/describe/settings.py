"""From the widgets of the tab *Describe* to plain data and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject

from ..common.project_settings import remembered

if TYPE_CHECKING:
    from .panel import DescribePanel

SPINS = ("min_area", "threshold", "tile_size", "overlap")
FILES = ("output", "mask", "report")


def state_of(panel: DescribePanel) -> dict[str, Any]:
    """Return what the person has set."""
    sides = panel.pair.sides()
    options = panel.options
    state: dict[str, Any] = {"model": options.model_name(), "device": options.device.currentData()}
    if sides is not None:
        state.update(before=sides[0].layer.id(), after=sides[1].layer.id())
        state.update(date_before=sides[0].date, date_after=sides[1].date)
    state["extent"] = panel.extent.state()
    state["bands"] = options.bands.text()
    state.update({name: getattr(options, name).value() for name in SPINS})
    state.update({name: getattr(options, name).filePath() for name in FILES})
    return state


def restore(panel: DescribePanel) -> None:
    """Set the widgets to what the project remembers; what it does not know stays."""
    state = remembered()
    options = panel.options
    for name, layer, date in (
        ("before", panel.pair.before, panel.pair.before_date),
        ("after", panel.pair.after, panel.pair.after_date),
    ):
        found = QgsProject.instance().mapLayer(str(state.get(name, "")))
        if found is not None:
            layer.setLayer(found)
            if state.get(f"date_{name}"):
                date.setText(str(state[f"date_{name}"]))
    if "model" in state:
        options.choose_model(str(state["model"]))
    if "device" in state:
        index = options.device.findData(state["device"])
        if index < 0 and state["device"]:
            options.device.addItem(str(state["device"]), state["device"])
            index = options.device.count() - 1
        options.device.setCurrentIndex(max(0, index))
    if "bands" in state:
        options.bands.setText(str(state["bands"]))
    for name in SPINS:
        if isinstance(state.get(name), (int, float)):
            widget = getattr(options, name)
            widget.setValue(type(widget.value())(state[name]))
    for name in FILES:  # those of another project must not stay
        getattr(options, name).setFilePath(str(state.get(name) or ""))
    extent = state.get("extent")
    panel.extent.restore(extent if isinstance(extent, dict) else {})
    panel.pair.judge()
