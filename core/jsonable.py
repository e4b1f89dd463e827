"""Values as strict JSON: what the worker sends, what ``--json`` prints, what the ``runs`` layer keeps."""

from __future__ import annotations

import json
import math
from datetime import datetime, timezone
from typing import Any


def as_utc(moment: datetime) -> datetime:
    """Return a datetime as aware UTC; a naive one is taken as UTC."""
    return moment.replace(tzinfo=timezone.utc) if moment.tzinfo is None else moment.astimezone(timezone.utc)


def to_jsonable(value: Any) -> Any:
    """Return a value as strict JSON data: datetimes as ISO 8601 in UTC, NaN and infinity as ``None``."""
    if isinstance(value, datetime):
        return as_utc(value).isoformat().replace("+00:00", "Z")
    if isinstance(value, dict):
        return {str(key): to_jsonable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_jsonable(item) for item in value]
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if hasattr(value, "item"):  # a numpy scalar
        return to_jsonable(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return str(value)


def dumps_strict(value: Any, *, ascii_only: bool = False) -> str:
    """Return a value as one line of strict JSON text (no NaN; letters beyond ASCII kept, unless told otherwise)."""
    return json.dumps(to_jsonable(value), ensure_ascii=ascii_only, allow_nan=False)
