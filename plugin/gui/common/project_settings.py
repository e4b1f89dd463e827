"""The dock's settings, kept in the QGIS project."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsProject

SCOPE, KEY, REVIEW = "describe_changes", "dock", "review"


def remember(state: dict[str, Any]) -> None:
    """Write the dock's state into the project."""
    QgsProject.instance().writeEntry(SCOPE, KEY, json.dumps(state, ensure_ascii=False))


def remembered() -> dict[str, Any]:
    """Return the dock's state of the project, empty where there is none."""
    text, _ = QgsProject.instance().readEntry(SCOPE, KEY, "")
    try:
        state = json.loads(text or "{}")
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


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
