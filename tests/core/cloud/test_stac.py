"""STAC: the image of an item, in both versions' words, and the items of a collection that a range of dates means."""

from __future__ import annotations

import json

import pytest
from describe_changes.core.cloud.stac import find_image
from describe_changes.core.errors import InputError
from describe_changes.core.service.operations import OPERATIONS
from shapely.geometry import box

COG = "image/tiff; application=geotiff; profile=cloud-optimized"


def item(name="scene", day="2019-05-01", bounds=(0, 0, 1, 1), assets=None, clouds=None, version="1.0.0", **properties):
    """Return an item as a document."""
    return {
        "type": "Feature",
        "stac_version": version,
        "stac_extensions": [],
        "id": name,
        "geometry": box(*bounds).__geo_interface__,
        "bbox": list(bounds),
        "properties": {
            "datetime": f"{day}T10:00:00Z" if day else None,
            **({"eo:cloud_cover": clouds} if clouds is not None else {}),
            **properties,
        },
        "links": [],
        "assets": assets or {"visual": {"href": f"./{name}.tif", "type": COG, "roles": ["visual"]}},
    }


def put(server, name, document):
    """Write a document to the server and return its address."""
    path = server.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return f"{server.url}/{name}"


def band(key, *names, version="1.0.0", **more):
    """Return an asset with bands of these common names."""
    told = {"eo:bands": [{"name": n, "common_name": n} for n in names]}
    if version == "1.1.0":
        told = {"bands": [{"name": n, "eo:common_name": n} for n in names]}
    return {key: {"href": f"./{key}.tif", "type": COG, "roles": ["data"], **told, **more}}


def test_the_visual_asset_and_the_date(server):
    found = find_image(put(server, "a/item.json", item()), None, (), None)
    assert found.files == ((f"{server.url}/a/scene.tif", "scene"),)
    assert found.date == "2019-05-01T10:00:00"


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_one_file_per_colour_with_infrared_in_the_words_of_both_versions(server, version):
    assets = {}
    for key, name in (("B02", "blue"), ("B03", "green"), ("B04", "red"), ("B08", "nir"), ("B05", "rededge")):
        assets |= band(key, name, version=version)
    found = find_image(put(server, "item.json", item(assets=assets, version=version)), None, (), None)
    assert [file for file, _ in found.files] == [f"{server.url}/{key}.tif" for key in ("B04", "B03", "B02", "B08")]
    assert [name for _, name in found.files] == ["scene_red", "scene_green", "scene_blue", "scene_nir"]


def test_one_file_with_all_colours_and_chosen_assets(server):
    assets = band("image", "red", "green", "blue", "nir") | {
        "thumbnail": {"href": "./t.tif", "type": COG, "roles": ["thumbnail"]}
    }
    address = put(server, "item.json", item(assets=assets))
    assert find_image(address, None, (), None).files == ((f"{server.url}/image.tif", "scene"),)
    assert find_image(address, None, ("thumbnail",), None).files == ((f"{server.url}/t.tif", "scene"),)
    with pytest.raises(InputError, match="no asset “visual”; it has image, thumbnail"):
        find_image(address, None, ("visual",), None)


def test_an_interval_gives_its_first_moment(server):
    document = item(day=None, start_datetime="2019-05-01T00:00:00Z", end_datetime="2019-05-31T00:00:00Z")
    assert find_image(put(server, "item.json", document), None, (), None).date == "2019-05-01T00:00:00"


def listed(server, *items):
    return put(server, "search", {"type": "FeatureCollection", "features": list(items)})


def test_of_a_search_the_day_that_shows_the_area_then_the_clearest_then_the_latest(server):
    area = box(0.2, 0.2, 0.8, 0.8)
    address = listed(
        server,
        item("half", "2019-05-20", (0, 0, 0.5, 1), clouds=0),
        item("cloudy", "2019-05-10", clouds=80),
        item("clear", "2019-05-05", clouds=3),
        item("clear_too", "2019-05-06", clouds=3),
        item("elsewhere", "2019-05-07", (5, 5, 6, 6), clouds=0),
        item("too_late", "2019-07-01", clouds=0),
    )
    assert find_image(address, "2019-05-01/2019-06-30", (), area).items == ("clear_too",)
    assert find_image(address, "../2019-05-05", (), area).items == ("clear",)
    assert find_image(address, "2019-07/..", (), area).items == ("too_late",)
    with pytest.raises(InputError, match="none of 2018 that shows the area; widen the dates"):
        find_image(address, "2018", (), area)
    with pytest.raises(InputError, match="holds 6 items; say the dates with --datetime-before"):
        find_image(address, None, (), area)


def test_two_halves_of_one_day_are_taken_together(server):
    address = listed(server, item("west", bounds=(0, 0, 0.5, 1)), item("east", bounds=(0.5, 0, 1, 1)))
    found = find_image(address, "2019-05", (), box(0.2, 0.2, 0.8, 0.8))
    assert found.items == ("west", "east")
    assert found.date == "2019-05-01"
    several = band("B02", "blue") | band("B03", "green") | band("B04", "red")
    address = listed(server, item("w", assets=several), item("e", assets=several))
    with pytest.raises(InputError, match="several such items form no mosaic"):
        find_image(address, "2019-05", (), None)


def test_a_collection_leads_to_its_items(server):
    put(server, "items/one.json", item("one"))
    address = put(
        server,
        "collection.json",
        {
            "type": "Collection",
            "stac_version": "1.0.0",
            "id": "c",
            "description": "c",
            "license": "other",
            "extent": {"spatial": {"bbox": [[0, 0, 1, 1]]}, "temporal": {"interval": [[None, None]]}},
            "links": [{"rel": "item", "href": "./items/one.json"}],
        },
    )
    found = find_image(address, "2019", (), None)
    assert found.files == ((f"{server.url}/items/one.tif", "one"),)


def test_a_local_item_names_files_beside_it_and_on_servers(tmp_path):
    assets = {"visual": {"href": "https://example.org/a.tif", "type": COG}}
    path = tmp_path / "item.json"
    path.write_text(json.dumps(item(assets=assets)))
    assert find_image(str(path), None, (), None).files == (("https://example.org/a.tif", "scene"),)
    path.write_text(json.dumps(item()))
    assert find_image(str(path), None, (), None).files == ((str(tmp_path / "scene.tif"), "scene"),)


@pytest.mark.parametrize("href", ["file:///etc/passwd", "/vsicurl/http://a/b.tif", "ftp://a/b.tif", "/etc/a.tif"])
def test_assets_elsewhere_are_not_read(tmp_path, href):
    path = tmp_path / "item.json"
    path.write_text(json.dumps(item(assets={"visual": {"href": href, "type": COG}})))
    with pytest.raises(InputError, match="which is not read; only https and s3 are"):
        find_image(str(path), None, (), None)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("no json", "neither a GeoTIFF"),
        ("[1]", "holds a list"),
        ('{"type": "Topology"}', "neither a GeoTIFF"),
        ('{"type": "Feature"}', "no valid STAC"),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature", "stac_version": "1.0.0"}]}', "no valid STAC"),
    ],
)
def test_what_is_no_stac_is_said(server, content, sentence):
    (server.root / "document").write_text(content)
    with pytest.raises(InputError, match=sentence):
        find_image(f"{server.url}/document", None, (), None)


def test_a_server_that_fails_is_said_and_one_that_fails_once_is_asked_again(server):
    put(server, "item.json", item())
    assert find_image(f"{server.url}/once503/item.json", None, (), None).items == ("scene",)
    with pytest.raises(InputError, match="the server answers 404"):
        find_image(f"{server.url}/none.json", None, (), None)
    with pytest.raises(InputError, match="cannot be reached"):
        find_image("http://127.0.0.1:9/item.json", None, (), None)


def test_without_pystac_the_remedy_is_said(server, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pystac", None)
    with pytest.raises(InputError, match=r"pip install 'describe-changes\[cloud\]'"):
        find_image(put(server, "item.json", item()), None, (), None)


def test_the_worker_says_which_file_an_item_stands_for_if_servers_may_be_asked(server):
    ask = OPERATIONS["find_image"]
    address = put(server, "a/item.json", item())
    closing, told = ask({"address": address, "allow_remote": True}, lambda *_, **__: None, lambda: False)
    assert closing == "result"
    assert told["data"] == {"files": [f"{server.url}/a/scene.tif"], "date": "2019-05-01T10:00:00"}
    for given in ({"address": address}, {"address": "/etc/item.json", "allow_remote": True}):
        with pytest.raises(InputError):
            ask(given, lambda *_, **__: None, lambda: False)
