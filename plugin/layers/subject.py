"""What is judged in a layer of a result: sites, or in results from before there were sites, tiles."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from ...common.nouns import channel_name
from ...common.site_facts import ClassFacts, SiteFacts
from .renamed import has_fields, value_of
from .styling import LIVE, ROLE

Key = tuple[Any, ...]
"""What ties changed areas to what is judged: its number and both dates, since a series repeats the numbers."""
DATES = ("date_before", "date_after")


@dataclass(frozen=True)
class Subject:
    """Which field of a layer holds what.

    Attributes:
        table: name of the table in the engine's GeoPackage.
        number: the number, also the field of changed areas that names it.
        sentence: the sentence of the model, or what was measured in its place.
        own: the analyst's own sentence.
        score: how sure the model is, 0–1.
        facts: the measured sentence, which takes the analyst's statement; empty where the layer has none.
        changed: whether anything changed; empty where everything has.
    """

    table: str
    number: str
    sentence: str
    own: str
    score: str
    facts: str = ""
    changed: str = ""

    @property
    def required(self) -> tuple[str, ...]:
        """Fields by which such a layer is known."""
        named = (self.number, self.sentence, self.own, self.score, self.facts, self.changed, "review_status")
        return tuple(name for name in named if name)

    def key_of(self, feature: QgsFeature) -> Key:
        """Return what ties a feature, of this layer or of its changed areas, to the other."""
        names = [name for name in DATES if feature.fieldNameIndex(name) >= 0]
        number = value_of(feature, self.number)
        return (int(number) if isinstance(number, (int, float)) else -1, *(_moment(feature[name]) for name in names))


SITES = Subject("sites", "site_id", "description", "description_edited", "confidence")
TILES = Subject("tiles", "tile_id", "caption", "caption_edited", "change_score", "facts", "changed")


def subject_of(layer: Any) -> Optional[Subject]:
    """Return what a layer's features are, None where it is no layer to review; one that is still filling is none."""
    if not isinstance(layer, QgsVectorLayer) or layer.customProperty(ROLE) == LIVE:
        return None
    return next((one for one in (SITES, TILES) if has_fields(layer, one.required)), None)


def reviewable(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of a project that can be reviewed, those of sites first: they count each place once."""
    found = [(subject_of(layer), layer) for layer in project.mapLayers().values()]
    return [layer for one in (SITES, TILES) for subject, layer in found if subject is one]


def classes_of(site: QgsFeature) -> list[dict[str, Any]]:
    """Return what the field ``classes`` of a site says of each class, the largest first; nothing where it is empty."""
    value = value_of(site, "classes")
    with contextlib.suppress(ValueError, TypeError):
        found = json.loads(value) if isinstance(value, str) else value
        known = [one for one in found or [] if isinstance(one, dict)]
        return sorted(known, key=lambda one: -float(one.get("changed_area_m2") or 0.0))
    return []


def class_name(one: dict[str, Any]) -> str:
    """Return class and transition in one text, as the legend has it: ``building appeared``, ``other change``."""
    return channel_name(str(one.get("class") or ""), str(one.get("transition") or ""))


def measured_words(site: QgsFeature) -> str:
    """Return what was measured of a site, in the words of the engine: its description, if that was measured."""
    if value_of(site, "description_source") == "measured":
        return str(value_of(site, "description") or "")
    facts = [
        ClassFacts(
            str(one.get("class") or ""),
            str(one.get("transition") or ""),
            int(one.get("changes") or 0),
            float(one.get("changed_area_m2") or 0.0),
            int(one.get("objects") or 0),
        )
        for one in classes_of(site)
    ]
    return SiteFacts(tuple(facts)).sentence if facts else ""


def _moment(value: Any) -> str:
    if not hasattr(value, "toString") or not value.isValid():
        return ""
    return str((value.toUTC() if hasattr(value, "toUTC") else value).toString("yyyy-MM-ddTHH:mm"))
