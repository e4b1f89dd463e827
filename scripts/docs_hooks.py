"""Fill the generated pages of the documentation site: columns and training configuration, from the code itself.

MkDocs calls :func:`on_page_markdown` for every page (``hooks`` in ``mkdocs.yml``). A page asks for a table by a comment
such as ``<!-- columns -->``.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "build" / "api" / "describe_changes"
"""What the API pages are read from: a copy of the code alone, since the package's folder also holds environments."""
READ = ("__init__.py", "cli.py", "common", "core", "training")
CONFIGURATIONS = ("training.config", "core.models.config")
"""Modules whose pydantic models are the sections of the configuration page, in this order."""
DIFFERENCES = "core.models.differences"
LAYERS = {
    "sites": "SiteRecord",
    "tiles": "TileRecord",
    "changes": "ChangeRecord",
    "runs": "RunRecord",
    "summary": "SummaryRecord",
    "zones": "ZoneRecord",
}
"""Layers of a result and the records that declare their columns; ``summary`` is a time series' only, ``zones`` of runs
that were given some."""


def on_startup(**_: Any) -> None:
    """Copy the code that the API pages are read from."""
    shutil.rmtree(SOURCES, ignore_errors=True)
    SOURCES.mkdir(parents=True)
    for name in READ:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, SOURCES / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, SOURCES / name)


def package(name: str) -> Any:
    """Import a module of the project."""
    return importlib.import_module(f"describe_changes.{name}")


def cell(text: str) -> str:
    """Return text that fits into a table cell."""
    return " ".join(text.split()).replace("|", "\\|")


def columns_page() -> str:
    """Return one table per record: column, what people read above it, type, unit, meaning."""
    records = package("core.io.records")
    parts = []
    for layer, name in LAYERS.items():
        record = getattr(records, name)
        rows = "".join(
            f"| `{column.name}` | {column.alias} | {column.kind} | {column.unit} | {cell(column.meaning)} |\n"
            for column in records.columns(record)
        )
        head = f"## `{layer}`\n\n{cell(record.__doc__ or '')}\n\n"
        parts.append(f"{head}| column | alias | type | unit | meaning |\n|---|---|---|---|---|\n{rows}")
    return "\n".join(parts)


def configuration_page() -> str:
    """Return one table per pydantic model: key, type, default, meaning."""
    parts = []
    for model in models():
        meanings = dict(attribute_docstrings(model))
        rows = "".join(row(name, field, meanings.get(name, "")) for name, field in model.model_fields.items())
        about = cell(inspect.getdoc(model) or "")
        parts.append(f"## {model.__name__}\n\n{about}\n\n| key | type | default | meaning |\n|---|---|---|---|\n{rows}")
    return "\n".join(parts)


def row(name: str, field: Any, meaning: str) -> str:
    """Return the table row of one field of a model."""
    return f"| `{name}` | `{cell(type_name(field.annotation))}` | {default(field)} | {cell(meaning)} |\n"


def models() -> Iterator[type[BaseModel]]:
    """Yield the configuration's models, the outermost of each module first."""
    seen: set[type[BaseModel]] = set()
    modules = [package(name) for name in CONFIGURATIONS]
    modules += [inspect.getmodule(member) for member in vars(package(DIFFERENCES)).values() if is_model(member)]
    for module in modules:
        for member in reversed(list(vars(module).values())):
            if is_model(member) and member not in seen and not member.__name__.startswith("_"):
                seen.add(member)
                yield member


def is_model(member: object) -> bool:
    """Tell whether a module's member is a pydantic model of the project."""
    return (
        isinstance(member, type)
        and issubclass(member, BaseModel)
        and member is not BaseModel
        and member.__module__.startswith("describe_changes.")
    )


def attribute_docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield each field's name and the docstring below it, from the class's source."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    if not isinstance(definition, ast.ClassDef):
        return
    for field, text in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            yield field.target.id, ast.literal_eval(text.value)


def type_name(annotation: Any) -> str:
    """Return a type as one would write it, without the modules' names."""
    plain = isinstance(annotation, type) and not getattr(annotation, "__args__", ())
    text = annotation.__name__ if plain else str(annotation)
    parts = [part.rsplit(".", 1)[-1] if "." in part and not part[0].isdigit() else part for part in text.split()]
    return " ".join(parts)


def default(field: Any) -> str:
    """Return a field's default for a table cell."""
    if field.is_required():
        return "required"
    if field.default is PydanticUndefined:
        return f"`{cell(repr(field.default_factory()))}`" if field.default_factory else ""
    if isinstance(field.default, BaseModel):
        return f"see {type(field.default).__name__}"
    return f"`{cell(repr(field.default))}`"


def contributing_page() -> str:
    """Return CONTRIBUTING.md with its links as seen from the documentation's folder."""
    return (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").replace("](docs/", "](")


PAGES = {"<!-- columns -->": columns_page, "<!-- configuration -->": configuration_page}
PAGES["<!-- include CONTRIBUTING.md -->"] = contributing_page
OUTSIDE = re.compile(r"\[([^\]]*)\]\(((?:\.\./)+[^)\s]+|SECURITY\.md)\)")
"""Links to files of the repository that are no pages of the site."""


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put generated content in the place of its comments; links to files outside the site become their paths."""
    for mark, make in PAGES.items():
        if mark in markdown:
            markdown = markdown.replace(mark, make())
    home = Path(page.file.abs_src_path).parent

    def told(link: re.Match[str]) -> str:
        target = (home / link[2].split("#")[0]).resolve()
        if (ROOT / "docs") in target.parents and target.exists():
            return link[0]
        return f"{link[1]} (`{link[2].replace('../', '')}`)"

    return OUTSIDE.sub(told, markdown)
