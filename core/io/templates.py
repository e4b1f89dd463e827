"""The templates of this folder: QML styles and the report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import wording


@cache
def environment() -> Environment:
    """Return the environment of the templates; all that is filled in is escaped, a missing name is an error."""
    made = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)
    made.filters.update(area=wording.area, count=wording.count)
    return made
