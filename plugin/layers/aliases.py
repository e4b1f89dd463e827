"""What the fields of a result are called in attribute tables and forms, and how wide their columns are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..i18n import tr


@dataclass(frozen=True)
class Look:
    """How a field looks in the attribute table.

    Attributes:
        alias: its name for people, with the unit.
        width: of the column in pixels.
        decimals: of a real number; None for what is none.
        hidden: whether the table leaves it out until somebody asks for it.
    """

    alias: str
    width: int = 100
    decimals: Optional[int] = None
    hidden: bool = False


def looks() -> dict[str, Look]:
    """Return the look of each field, named in the language of QGIS."""
    return {
        "fid": Look("fid", hidden=True),
        "site_id": Look(tr("Site"), 60),
        "tile_id": Look(tr("Tile"), 60),
        "change_id": Look(tr("Area no."), 80),
        "description": Look(tr("Description"), 320),
        "description_source": Look(tr("Words of"), 90),
        "description_edited": Look(tr("Your words"), 240),
        "caption": Look(tr("Sentence"), 320),
        "caption_edited": Look(tr("Your words"), 240),
        "facts": Look(tr("Measured facts"), 280),
        "class": Look(tr("Class"), 110),
        "transition": Look(tr("What became of it"), 130),
        "classes": Look(tr("All classes"), 200, hidden=True),
        "changed": Look(tr("Changed"), 80),
        "change_score": Look(tr("Change score (0–1)"), 130, 2),
        "mean_probability": Look(tr("Probability (0–1)"), 130, 2),
        "confidence": Look(tr("Confidence (0–1)"), 130, 2),
        "certainty": Look(tr("Certainty"), 90),
        "changed_fraction": Look(tr("Changed share (0–1)"), 140, 3),
        "valid_fraction": Look(tr("Share with data (0–1)"), 140, 2),
        "changed_area_m2": Look(tr("Changed area (m²)"), 130, 0),
        "area_m2": Look(tr("Area (m²)"), 100, 0),
        "perimeter_m": Look(tr("Outline (m)"), 100, 0),
        "objects": Look(tr("Buildings told apart"), 140),
        "changes": Look(tr("Changed areas"), 110),
        "place": Look(tr("Place"), 140),
        "near": Look(tr("Near"), 180),
        "skip_reason": Look(tr("Why not looked at"), 150),
        "date_before": Look(tr("Earlier date"), 150, hidden=True),
        "date_before_end": Look(tr("Earlier date, end"), 150, hidden=True),
        "date_after": Look(tr("Later date"), 150, hidden=True),
        "date_after_end": Look(tr("Later date, end"), 150, hidden=True),
        "dates": Look(tr("Dates"), 190),
        "model": Look(tr("Model"), 100, hidden=True),
        "review_status": Look(tr("Verdict"), 90),
    }


def name_fields(layer: QgsVectorLayer) -> None:
    """Give the fields of a layer their names in the language of QGIS."""
    known = looks()
    for index, field in enumerate(layer.fields()):
        if field.name() in known:
            setup = QgsEditorWidgetSetup(layer.editorWidgetSetup(index).type(), layer.editorWidgetSetup(index).config())
            layer.setFieldAlias(index, known[field.name()].alias)
            layer.setEditorWidgetSetup(index, setup)  # 3.22 forgets it, and with it the decimals
