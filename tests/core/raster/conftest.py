"""Small rasters made on the fly, and the place of the real ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

UTM = Affine(2.0, 0, 500_000.0, 0, -2.0, 4_100_000.0)
Writer = Callable[..., Path]


def pattern(bands: int = 3, height: int = 60, width: int = 80, dtype: str = "uint8") -> np.ndarray:
    """Every pixel another value than its neighbours, never 0."""
    rows, cols = np.mgrid[:height, :width]
    return np.stack([(rows * 7 + cols * 13 + 40 * b) % 250 + 5 for b in range(bands)]).astype(dtype)


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    def _write(name: str, values: np.ndarray | None = None, **profile: object) -> Path:
        values = pattern() if values is None else values
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        colormap = profile.pop("colormap", None)
        tags = profile.pop("tags", {})
        descriptions = profile.pop("descriptions", None)
        mask = profile.pop("mask", None)
        options = {"driver": "GTiff", "crs": "EPSG:32633", "transform": UTM, **profile}
        with rasterio.open(
            path,
            "w",
            count=values.shape[0],
            height=values.shape[1],
            width=values.shape[2],
            dtype=values.dtype,
            **options,
        ) as dst:
            dst.write(values)
            if tags:
                dst.update_tags(**tags)
            if colormap:
                dst.write_colormap(1, colormap)
            if descriptions:
                dst.descriptions = descriptions
            if mask is not None:
                dst.write_mask(mask)
        return path

    return _write


@pytest.fixture(scope="session")
def real() -> Path:
    """Folder of the georeferenced example data."""
    root = Path(__file__).resolve().parents[3]
    places = [os.environ.get("DESCRIBE_CHANGES_DATA"), root.parent / "shared" / "data"]
    for place in places:
        if place and (Path(place) / "georeferenced").is_dir():
            return Path(place) / "georeferenced"
    pytest.skip("the example data is absent (set DESCRIBE_CHANGES_DATA to its folder)")
