"""Sites made by hand: squares of 10 m in UTM."""

from __future__ import annotations

from typing import Any

from describe_changes.core.io.records import SiteRecord
from shapely.geometry import MultiPolygon, box

X, Y = 360_000.0, 4_100_000.0


def kind(class_name: str, transition: str, area: float, changes: int = 1) -> dict[str, Any]:
    return {"class": class_name, "transition": transition, "changes": changes, "changed_area_m2": area}


def site(
    number: int, *kinds: dict[str, Any], x: float = 0.0, y: float = 0.0, side: float = 10.0, **fields: Any
) -> SiteRecord:
    """A square with its north-west corner at (x, −y) from the north-west corner of the sample grid."""
    kinds = kinds or (kind("building", "appeared", side * side),)
    main = max(kinds, key=lambda one: one["changed_area_m2"])
    values = {
        "geometry": MultiPolygon([box(X + x, Y - y - side, X + x + side, Y - y)]),
        "site_id": number,
        "description": "a house appears",
        "description_source": "model",
        "class_name": main["class"],
        "transition": main["transition"],
        "classes": list(kinds),
        "changed_area_m2": sum(one["changed_area_m2"] for one in kinds),
        "changes": sum(one["changes"] for one in kinds),
    }
    return SiteRecord(**{**values, **fields})
