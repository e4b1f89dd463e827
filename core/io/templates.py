"""Jinja environment for the templates that lie beside a module: styles, report, chart."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...common import numbers
from .. import formatting


@cache
def environment(folder: Path) -> Environment:
    """Return the environment of a folder's templates; all that is filled in is escaped, a missing name is an error."""
    made = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    made.filters.update(area=numbers.format_area, count=formatting.format_count)
    return made
