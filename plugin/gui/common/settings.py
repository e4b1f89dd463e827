"""The dock's settings as data: what a panel is set to, written into the QGIS project and read from it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from typing import Any, Optional, TypeVar

from qgis.core import QgsProject, QgsSettings

SCOPE, REVIEW = "describe_changes", "review"
ALLOW_REMOTE = "describe_changes/allow_remote"

Settings = TypeVar("Settings", bound="OptionSettings")


@dataclass(frozen=True)
class OptionSettings:
    """What the options of both panels are set to; None is not known and leaves the widget as it is.

    Attributes:
        model: name or path of a model pack; empty for the one that ships.
        device: name of a device, as the engine calls it.
        bands: numbers of the red, green and blue band, as typed.
        min_area: smallest change in m²; the widget's least value stands for the engine's own.
        threshold: probability from which a pixel counts as changed; likewise.
        tile_size: side of a tile in pixels; likewise.
        overlap: of tiles in pixels; likewise.
        output: GeoPackage of the result; empty for one that is named by itself.
        mask: file of the change mask; empty for none.
        report: file of the report; empty for none.
        zones: id of the layer by whose polygons changes are added up; empty for none.
        zone_name: field of the zones' names; empty for their numbers.
    """

    model: Optional[str] = None
    device: Optional[str] = None
    bands: Optional[str] = None
    min_area: Optional[float] = None
    threshold: Optional[float] = None
    tile_size: Optional[int] = None
    overlap: Optional[int] = None
    output: str = ""
    mask: str = ""
    report: str = ""
    zones: str = ""
    zone_name: str = ""


@dataclass(frozen=True)
class PairSettings(OptionSettings):
    """What the tab *Describe* is set to.

    Attributes:
        before: id of the earlier image's layer.
        after: id of the later image's layer.
        date_before: date as typed; empty where the file says it.
        date_after: likewise.
        extent: what the extent widget says of itself.
        web_pixel: side of a pixel on the ground that web maps are fetched with, in metres.
    """

    before: str = ""
    after: str = ""
    date_before: str = ""
    date_after: str = ""
    extent: dict[str, Any] = field(default_factory=dict)
    web_pixel: Optional[float] = None


@dataclass(frozen=True)
class SeriesSettings(OptionSettings):
    """What the tab *Time series* is set to.

    Attributes:
        images: id of the layer and typed date of each image.
        against: what each image is compared with.
        extent: what the extent widget says of itself.
    """

    images: list[Any] = field(default_factory=list)
    against: str = "previous"
    extent: dict[str, Any] = field(default_factory=dict)


KEYS: dict[type, str] = {PairSettings: "dock", SeriesSettings: "series"}
"""Entry of the project in which settings lie."""


def reading_from_servers() -> bool:
    """Return whether the engine may read images from servers: a setting of the person's, not of a project."""
    return bool(QgsSettings().value(ALLOW_REMOTE, False, type=bool))


def allow_reading_from_servers(allowed: bool) -> None:
    """Store whether images may be read from servers."""
    QgsSettings().setValue(ALLOW_REMOTE, allowed)


def remember(settings: OptionSettings) -> None:
    """Write settings into the project."""
    known = {name: value for name, value in vars(settings).items() if value is not None}
    QgsProject.instance().writeEntry(SCOPE, KEYS[type(settings)], json.dumps(known, ensure_ascii=False))


def remembered(kind: type[Settings]) -> Settings:
    """Return the settings of the project; what it does not say, or says in another type, is as if nobody had set it."""
    text, _ = QgsProject.instance().readEntry(SCOPE, KEYS[kind], "")
    try:
        state = json.loads(text or "{}")
    except ValueError:
        state = {}
    if not isinstance(state, dict):
        state = {}
    known = {one.name: state[one.name] for one in fields(kind) if _fits(state.get(one.name), str(one.type))}
    return kind(**known)


def remember_filters(order: str, only_changed: bool, only_open: bool, only_class: str) -> None:
    """Write the review's order and filters into the project."""
    project = QgsProject.instance()
    state = json.dumps([order, only_changed, only_open, only_class], ensure_ascii=False)
    if project.readEntry(SCOPE, REVIEW, "")[0] != state:
        project.writeEntry(SCOPE, REVIEW, state)


def recall_filters() -> tuple[str, bool, bool, str]:
    """Return the review's order and filters of the project."""
    text, _ = QgsProject.instance().readEntry(SCOPE, REVIEW, "")
    try:
        order, only_changed, only_open, *more = json.loads(text or '["score", true, false, ""]')
    except (ValueError, TypeError):
        return "score", True, False, ""
    return str(order), bool(only_changed), bool(only_open), str(more[0]) if more else ""


def _fits(value: Any, declared: str) -> bool:
    """Return whether a value from the project is of the type that its attribute has."""
    kinds = {"str": str, "float": (int, float), "int": (int, float), "list": list, "dict": dict}
    name = declared.replace("Optional[", "").partition("[")[0].rstrip("]")
    return isinstance(value, kinds[name]) and not isinstance(value, bool)
