"""What the repository ships: nothing that may not be shipped, nothing too large, nothing dangerous."""

from __future__ import annotations

import ast
import os
import zlib
from pathlib import Path

import pytest
import rasterio
from rasterio.warp import transform_bounds

MB = 1_000_000
PIXELS = {".tif", ".tiff", ".png", ".jpg", ".jpeg", ".jp2", ".webp", ".npy", ".npz", ".h5", ".zarr", ".vrt"}
# The two places whose imagery is in the public domain (west, south, east, north). LEVIR is Texas, CLCD Guangdong.
CREDITED_PLACES = {"joplin": (-94.6, 37.0, -94.4, 37.2), "naip": (-99.3, 46.9, -99.0, 47.1)}
DRAWN_BY_US = (Path("resources/icons"), Path("docs/images"))
NEVER_CALLED = {"eval", "exec", "compile"}
NEVER_IMPORTED = {"pickle", "cPickle", "dill", "shelve", "marshal", "tarfile", "joblib"}


def test_pixels_lie_only_where_they_are_credited(tracked):
    homes = (Path("resources/examples"), *DRAWN_BY_US)
    pictures = [path for path in tracked if path.suffix.lower() in PIXELS]
    assert [path for path in pictures if not any(home in path.parents for home in homes)] == []


def test_example_rasters_lie_in_a_credited_place(root, tracked):
    examples = [path for path in tracked if Path("resources/examples") in path.parents and path.suffix == ".tif"]
    assert examples
    for path in examples:
        west, south, east, north = CREDITED_PLACES[path.parent.name]
        with rasterio.open(root / path) as image:
            left, bottom, right, top = transform_bounds(image.crs, "EPSG:4326", *image.bounds)
        assert west < left < right < east, path
        assert south < bottom < top < north, path


def test_every_example_has_its_credit(root):
    credits = (root / "resources" / "examples" / "CREDITS.md").read_text(encoding="utf-8")
    for place in CREDITED_PLACES:
        assert f"## {place}" in credits
    assert "public domain" in credits.lower()


def test_the_default_pack_is_small_enough_to_ship(root):
    pack = root / "resources" / "models" / "default"
    if not pack.exists():
        pytest.skip("resources/models/default is not there yet")
    assert sum(path.stat().st_size for path in pack.rglob("*") if path.is_file()) <= 20 * MB


def test_the_zipped_repository_stays_under_the_plugin_sites_limit(root, tracked):
    zipped = sum(len(zlib.compress((root / path).read_bytes(), 6)) for path in tracked)
    assert zipped < 25 * MB


def test_shipped_code_has_no_pickle_eval_shell_or_assert(root, tracked):
    shipped = {"common", "core", "plugin", "cli.py", "__init__.py"}
    findings = []
    for path in tracked:
        if path.suffix != ".py" or path.parts[0] not in shipped:
            continue
        for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
            findings += [f"{path}:{node.lineno} {what}" for what in dangers(node)]
    assert findings == []


def dangers(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Assert):
        return ["assert"]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name.split(".")[0] in NEVER_IMPORTED]
    if isinstance(node, ast.ImportFrom):
        return [node.module] if not node.level and (node.module or "").split(".")[0] in NEVER_IMPORTED else []
    if isinstance(node, ast.Call):
        named = node.func.id if isinstance(node.func, ast.Name) else ""
        attribute = ast.unparse(node.func) if isinstance(node.func, ast.Attribute) else ""
        found = [named] if named in NEVER_CALLED else []
        found += [attribute] if attribute in {"os.system", "torch.load", "os.popen"} else []
        found += ["shell=True" for word in node.keywords if word.arg == "shell" and getattr(word.value, "value", True)]
        return found
    return []


def test_what_qgis_loads_is_readable_to_python_39(root, tracked):
    for path in tracked:
        if path.suffix == ".py" and path.parts[0] in {"plugin", "__init__.py"}:
            ast.parse((root / path).read_text(encoding="utf-8"), filename=str(path), feature_version=(3, 9))


def test_scripts_that_are_run_can_be_run(root, tracked):
    for path in tracked:
        if path.suffix == ".sh" or path == Path(".ci/run"):
            assert os.access(root / path, os.X_OK), path
