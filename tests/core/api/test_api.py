"""The door for scripts and notebooks, held against what GDAL and rasterio read from the same files."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import describe_changes
import pyogrio
import pytest
import rasterio
import shapely
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.layers import RECORDS
from describe_changes.core.io.records import columns

SIZE = (150, 220)


@pytest.fixture
def described(make_pair, pack):
    """A result that lives as long as its object."""
    before, after = make_pair(*SIZE)
    return describe_changes.describe(before, after, model=pack.path, device="cpu", min_area=0)


def stored(tmp_path, records, **fields):
    path = tmp_path / "result.gpkg"
    write_geopackage(path, records.run(), [records.tile(0, **fields)], [records.change(0, **fields)], records.crs)
    return path


def test_importing_the_package_loads_nothing():
    program = (
        "import json, sys, describe_changes; describe_changes.__version__; dir(describe_changes); "
        "print(json.dumps([describe_changes.__version__, sorted(sys.modules)]))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    version, loaded = json.loads(said)
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", version)
    assert not {"torch", "numpy", "rasterio", "pydantic", "click", "describe_changes.core"} & set(loaded)


def test_every_name_of_the_package_is_there():
    for name in describe_changes.__all__:
        assert getattr(describe_changes, name)
    with pytest.raises(AttributeError, match="no attribute 'describes'"):
        _ = describe_changes.describes


def test_layers_are_frames(described):
    pytest.importorskip("geopandas")
    frames = {"sites": described.sites, "changes": described.areas, "tiles": described.tiles}
    for layer, frame in frames.items():
        info = pyogrio.read_info(described.path, layer=layer)
        assert len(frame) == info["features"] > 0
        assert [name for name in frame.columns if name != "geometry"] == list(info["fields"])
        assert frame.crs.to_epsg() == 32633
        assert list(frame.total_bounds) == pytest.approx(list(info["total_bounds"]))
        assert str(frame["date_before"].dtype).startswith("datetime64")
    assert described.sites["changed_area_m2"].sum() == pytest.approx(described.areas["area_m2"].sum())
    assert described.classes["changed_area_m2"].sum() == pytest.approx(described.summary["changed_area_m2"])
    assert described.classes["changes"].sum() == described.summary["changes"] == len(described.areas)


@pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")  # rioxarray asks affine so
def test_the_mask_is_an_array_in_its_place(described):
    pytest.importorskip("rioxarray")
    with rasterio.open(described.mask_path) as image:
        assert (described.mask.to_numpy() == image.read(1)).all()
        assert described.mask.rio.crs.to_epsg() == image.crs.to_epsg() == 32633
        assert described.mask.rio.transform() == image.transform
    assert described.mask.dims == ("y", "x")
    assert described.mask.attrs["classes"][0] == "no change"


def test_the_files_go_with_the_object_and_stay_where_they_were_asked_for(make_pair, pack, tmp_path):
    before, after = make_pair(*SIZE)
    kept, mask = tmp_path / "kept.gpkg", tmp_path / "mask.tif"
    first = describe_changes.describe(str(before), [after], kept, mask=mask, model=pack.path, device="cpu")
    summary, path = first.summary, first.path
    del first
    assert path.exists()
    assert mask.exists()
    again = describe_changes.open_result(path, mask=mask)
    assert again.summary == summary
    scratch = describe_changes.describe(before, after, model=pack.path, device="cpu")
    gone = scratch.path
    assert gone.exists()
    del scratch
    gc.collect()
    assert not gone.parent.exists()


def test_reports_and_other_formats(described, tmp_path):
    page = described.report(tmp_path / "r.html", max_sites=2)
    assert "<!doctype html>" in page.read_text(encoding="utf-8")[:200].lower()
    table = described.export(tmp_path / "a.csv")
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 1 + described.summary["sites"]


def test_the_page_is_whole_escaped_and_asks_nobody(tmp_path, records):
    words = '<script>alert("x")</script> & <img src=http://a.b/c>'
    page = describe_changes.open_result(stored(tmp_path, records, caption=words))._repr_html_()
    root = ET.fromstring(page)  # noqa: S314 - our own page: well-formed or an error
    drawn = root.findall(".//{http://www.w3.org/2000/svg}path")
    assert len(drawn) == 1
    assert words in "".join(root.itertext())
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "div", "b", "p", "svg", "g", "path", "title", "span", "table", "tr", "th", "td",
    }  # fmt: skip
    assert not re.search(r'(src|href)\s*=\s*"?http', re.sub(r"&lt;.*?&gt;", "", page))


def test_the_map_lies_as_the_ground_does(tmp_path, records):
    result = describe_changes.open_result(stored(tmp_path, records))
    root = ET.fromstring(result._repr_html_())  # noqa: S314
    svg = root.find(".//{http://www.w3.org/2000/svg}svg")
    path = root.find(".//{http://www.w3.org/2000/svg}path")
    points = [tuple(map(float, point)) for point in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path.get("d"))]
    left, _bottom, right, top = result.tiles.total_bounds
    x0, y0, _x1, y1 = result.areas.total_bounds
    scale = float(svg.get("width")) / (right - left)
    assert min(x for x, _ in points) == pytest.approx((x0 - left) * scale, abs=0.1)
    assert min(y for _, y in points) == pytest.approx((top - y1) * scale, abs=0.1)
    assert max(y for _, y in points) == pytest.approx((top - y0) * scale, abs=0.1)


def test_a_series_is_one_result(make_pair, pack, tmp_path):
    pytest.importorskip("geopandas")
    first, second = make_pair(*SIZE)
    result = describe_changes.describe_series([first, second], model=pack.path, device="cpu", min_area=0)
    assert result.summary["pairs"] == 1
    assert list(result.classes.columns) == [column.name for column in columns(RECORDS["summary"])]
    assert result.classes["changed_area_m2"].sum() == pytest.approx(result.areas["area_m2"].sum())
    with pytest.raises(InputError, match="has no mask here"):
        _ = result.mask


def test_what_cannot_be_gets_a_sentence(tmp_path, records, monkeypatch):
    with pytest.raises(InputError, match="There is no option “colour”"):
        describe_changes.describe(tmp_path / "a.tif", tmp_path / "b.tif", colour=1)
    with pytest.raises(InputError, match=r"x\.geojson is no GeoPackage; .*result\.export\('x\.geojson'\)"):
        describe_changes.describe("a.tif", "b.tif", "x.geojson")
    with pytest.raises(InputError, match="does not exist"):
        describe_changes.open_result(tmp_path / "none.gpkg")
    result = describe_changes.open_result(stored(tmp_path, records))
    with pytest.raises(InputError, match="has no layer “sites”; it has changes, tiles, run"):
        _ = result.sites
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(InputError, match=r"needs geopandas, .*describe-changes\[notebook\]"):
        _ = result.tiles


def test_zones_and_questions(make_pair, pack, tmp_path):
    geopandas = pytest.importorskip("geopandas")
    before, after = make_pair(*SIZE)
    wards = geopandas.GeoDataFrame({"ward": ["all of it"]}, geometry=[shapely.box(399000, 5799000, 401000, 5801000)])
    wards.set_crs(32633).to_file(tmp_path / "wards.gpkg")
    options = {"model": pack.path, "device": "cpu", "min_area": 0}
    result = describe_changes.describe(before, after, zones=tmp_path / "wards.gpkg", zone_name="ward", **options)
    assert "all of it" in list(result.zones["name"])
    assert result.zones["changed_area_m2"].sum() == pytest.approx(result.summary["changed_area_m2"], rel=1e-3)
    assert result.text.startswith("Between ")
    assert str(len(result.sites)) in result.ask("how many sites").sentence
