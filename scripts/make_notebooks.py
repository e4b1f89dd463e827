"""Write the notebooks of ``docs/examples/`` from the texts below, without outputs, so that they can be read in a diff.

Run it after a change here::

    .venv/bin/python scripts/make_notebooks.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "examples"
IMAGES = "../../resources/examples"
_BEGIN = """\
from pathlib import Path

import describe_changes

describe_changes.__version__"""

NOTEBOOKS: dict[str, list[str]] = {
    "first_result": [
        "# First result\n\nTwo dated images of Joplin, Missouri: before and after the tornado of 22 May 2011. The "
        "images ship with the project; put your own paths in their place. `pip install 'describe-changes[notebook]'` "
        "brings what is needed, PyTorch aside.",
        _BEGIN,
        "Dates are read from the files. A part of the area is enough for a first look: `extent` is "
        "`xmin,ymin,xmax,ymax`, in the reference system of the later image.",
        f'folder = Path("{IMAGES}/joplin")\n'
        "result = describe_changes.describe(\n"
        '    folder / "joplin_before.vrt",\n'
        '    folder / "joplin_after_2011-05.vrt",\n'
        '    extent="-94.4928,37.0708,-94.4910,37.0722",\n'
        ")\n"
        "result",
        "`result` shows itself with a map. Its layers are GeoDataFrames: a site is one place where something changed, "
        "said once and counted once; `changes` are its changed areas, class by class.",
        'result.sites[["description", "place", "certainty", "changed_area_m2"]].head()',
        "result.changes.head()",
        "What changed, by class:",
        "result.classes",
        "The mask is an xarray DataArray in the images' coordinates; `classes` names its values.",
        'result.mask.attrs["classes"], result.mask.shape',
        "Figures of the whole, a report to send, and a file for other programs. The result itself lives as long as the "
        'object; `describe(…, output="changes.gpkg")` keeps it.',
        "result.summary",
        'result.report("report.html")\nresult.export("changes.geojson")',
    ],
    "time_series": [
        "# A time series\n\nTwo or more dated images of one place, in any order. Here two NAIP images of 2010 and "
        "2020; add yours to the list. At five metres per pixel the model names things that are not there: take its "
        "areas as places to look at.",
        _BEGIN,
        f'folder = Path("{IMAGES}/naip")\n'
        'rasters = sorted(folder.glob("naip_*.tif"))\n'
        "result = describe_changes.describe_series(rasters)\n"
        "result.summary",
        "The changed area of each class, pair by pair:",
        'result.classes[["dates", "class", "changes", "changed_area_m2"]]',
        "Each area carries the two dates it was seen between.",
        'result.changes.groupby("dates")["area_m2"].agg(["count", "sum"])',
    ],
    "own_model": [
        "# A model of your own\n\nReviewed tiles teach a model your words and your landscape. Review a result in "
        "QGIS first (tab *Review*); here, so that the notebook runs by itself, the model's own sentences stand "
        "for reviewed ones.",
        _BEGIN,
        f'folder = Path("{IMAGES}/joplin")\n'
        "result = describe_changes.describe(\n"
        '    folder / "joplin_before.vrt",\n'
        '    folder / "joplin_after_2011-05.vrt",\n'
        '    "reviewed.gpkg",\n'
        '    extent="-94.4940,37.0700,-94.4910,37.0722",\n'
        ")\n"
        'result.tiles[["caption", "review_status"]].head()',
        "The tiles as a data set: images of both dates, masks drawn from the changed areas, sentences. Leave "
        "`include_unreviewed` out when you have reviewed.",
        "from describe_changes.core.dataset_export.options import export_options\n"
        "from describe_changes.core.dataset_export.writer import export_dataset, summary_text\n"
        "\n"
        'options = {"result": "reviewed.gpkg", "output": "reviewed", "include_unreviewed": True}\n'
        "print(summary_text(export_dataset(export_options(options))))",
        'sorted(path.name for path in Path("reviewed").iterdir())',
        "Fine-tuning takes minutes to hours and needs the extra `train`. In a terminal:\n\n"
        "```\ndescribe-changes finetune default --data reviewed -o default-tuned\n```\n\n"
        "It measures the new model beside the old one on tiles that were held out, says plainly when these are too "
        "few, and installs it. From then on:\n\n"
        '```python\ndescribe_changes.describe("before.tif", "after.tif", model="default-tuned")\n```',
    ],
    "zones": [
        "# Zones and questions\n\nWhat changed in each ward, lot or field, and a question in words. Give any file of "
        "polygons with a field of names; here two halves of a part of Joplin are drawn first.",
        _BEGIN,
        "import geopandas\n"
        "from shapely.geometry import box\n"
        "\n"
        "west, east = box(-94.4928, 37.0708, -94.4919, 37.0722), box(-94.4919, 37.0708, -94.4910, 37.0722)\n"
        'wards = geopandas.GeoDataFrame({"ward": ["west", "east"]}, geometry=[west, east], crs=4326)\n'
        'wards.to_file("wards.gpkg")',
        f'folder = Path("{IMAGES}/joplin")\n'
        "result = describe_changes.describe(\n"
        '    folder / "joplin_before.vrt",\n'
        '    folder / "joplin_after_2011-05.vrt",\n'
        '    extent="-94.4928,37.0708,-94.4910,37.0722",\n'
        '    zones="wards.gpkg",\n'
        '    zone_name="ward",\n'
        ")\n"
        "result.text",
        'result.zones[["name", "sites", "changed_area_m2", "description"]]',
        "The areas of the zones add up to that of the whole:",
        'result.zones["changed_area_m2"].sum(), result.summary["changed_area_m2"]',
        "A question becomes a filter, which is shown and can be changed; the numbers of the answer are measured.",
        'answer = result.ask("larger than 200 m2")\nprint(answer.question.text)\nprint(answer.sentence)',
    ],
}
"""Cells of each notebook: the first is text, then what compiles is code."""


def cell(number: int, text: str) -> dict[str, Any]:
    """Return one cell."""
    code = number > 0 and _compiles(text)
    data: dict[str, Any] = {"cell_type": "code" if code else "markdown", "id": f"cell-{number}", "metadata": {}}
    if code:
        data |= {"execution_count": None, "outputs": []}
    return {**data, "source": text.splitlines(keepends=True)}


def _compiles(text: str) -> bool:
    try:
        compile(text, "cell", "exec")
    except SyntaxError:
        return False
    return True


def notebook(texts: list[str]) -> str:
    """Return a notebook as the format 4.5 has it."""
    data = {
        "cells": [cell(number, text) for number, text in enumerate(texts)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write all notebooks."""
    FOLDER.mkdir(exist_ok=True)
    for name, texts in NOTEBOOKS.items():
        (FOLDER / f"{name}.ipynb").write_text(notebook(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
