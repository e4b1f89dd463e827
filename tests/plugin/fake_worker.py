"""A stand-in for the engine: speaks the protocol with made-up, always equal tiles. Standard library and GDAL only.

The name of the model says how it behaves: ``slow`` (a tile each 0.1 s), ``held`` (slow, and waits for its cancel after
ten of the sixteen tiles), ``deaf`` (waits likewise, and does not hear it), ``child`` (held, with a child process),
``die`` (killed after three tiles), ``old`` (no sites), ``input`` and ``internal`` (errors).
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time

SIDE, TILE, WEST, NORTH = 512, 128, 500000.0, 5000512.0
WKT = (
    'PROJCS["WGS 84 / UTM zone 33N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",15],'
    'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
    'UNIT["metre",1],AUTHORITY["EPSG","32633"]]'
)
GRID = {
    "crs_wkt": WKT,
    "width": SIDE,
    "height": SIDE,
    "transform": [1.0, 0.0, WEST, 0.0, -1.0, NORTH],
    "gsd_m": 1.0,
    "tiles": (SIDE // TILE) ** 2,
}
TILING = {"tile_size": TILE, "overlap": 0, "working_width": SIDE, "working_height": SIDE}
FOUND = {"date_before": ["2011-05-01T00:00:00Z"] * 2, "date_after": ["2011-06-01T00:00:00Z"] * 2, "warnings": []}
PARAGRAPH = "Between May and June 2011, 5 sites changed."
COUNTS = {"summary_text": PARAGRAPH, "sites": 5, "changed_tiles": 6, "changes": 6, "changed_area_m2": 6 * 1024.0}
BANDS = "Nothing says what band 4 shows; if it is near infrared, give --bands nir=4."
requests: queue.Queue = queue.Queue()
cancelled: set[int] = set()


CHANNELS = [
    {"name": "building appeared", "class_name": "building", "transition": "appeared"},
    {"name": "building disappeared", "class_name": "building", "transition": "disappeared"},
    {"name": "other change", "class_name": "change", "transition": ""},
    {"name": "vegetation lost", "class_name": "vegetation", "transition": "disappeared"},
]


def say(event: dict) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def listen() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "cancel":
            cancelled.add(request["target"])
        else:
            requests.put(request)
    os._exit(0)


def square(x: float, y: float, side: float) -> str:
    corners = [(x, y), (x + side, y), (x + side, y - side), (x, y - side), (x, y)]
    return ", ".join(f"{a} {b}" for a, b in corners)


def tile(number: int, dates: dict) -> dict:
    row, column = divmod(number, SIDE // TILE)
    changed = number % 3 == 0
    return {
        "tile_id": number,
        "caption": f"a <b>building</b> appeared in tile {number}" if changed else "no change",
        "changed": changed,
        "change_score": 0.9 if changed else 0.01,
        "changed_fraction": 0.0625 if changed else 0.0,
        "changed_area_m2": 1024.0 if changed else 0.0,
        "confidence": 0.8,
        "facts": "1 new building, 1,024 m²" if changed else "",
        "valid_fraction": 1.0,
        "skip_reason": "" if changed else "no change found",
        **dates,
        "model": "fake",
        "review_status": "",
        "caption_edited": "",
        "wkt": f"POLYGON (({square(WEST + column * TILE, NORTH - row * TILE, TILE)}))",
    }


def change(number: int, dates: dict) -> dict:
    row, column = divmod(number * 3, SIDE // TILE)
    return {
        "change_id": number,
        "class": "building",
        "transition": "appeared",
        "area_m2": 1024.0,
        "perimeter_m": 128.0,
        "mean_probability": 0.9,
        "caption": f"a <b>building</b> appeared in tile {number * 3}",
        "tile_id": number * 3,
        "site_id": min(number, 4),
        **dates,
        "review_status": "",
        "wkt": f"MULTIPOLYGON ((({square(WEST + column * TILE + 32, NORTH - row * TILE - 32, 32)})))",
    }


def site(number: int, dates: dict) -> dict:
    """One changed area is one site here; the last two areas are one together."""
    found = [number] if number < 4 else [4, 5]
    outlines = [change(one, dates)["wkt"].removeprefix("MULTIPOLYGON (").removesuffix(")") for one in found]
    area = 1024.0 * len(found)
    classes = [{"class": "building", "transition": "appeared", "changes": len(found), "changed_area_m2": area}]
    return {
        "site_id": number,
        "description": f"a <b>building</b> appeared at site {number}",
        "description_source": "model",
        "class": "building",
        "transition": "appeared",
        "classes": classes,
        "changed_area_m2": area,
        "changes": len(found),
        "place": "in the north-west",
        "near": "",
        "certainty": ("sure", "likely", "doubtful")[number % 3],
        "confidence": 0.9 - number / 10,
        **dates,
        "model": "fake",
        "review_status": "",
        "description_edited": "",
        "wkt": f"MULTIPOLYGON ({', '.join(outlines)})",
    }


def write_result(path: str, params: dict, sites: list, tiles: list, changes: list) -> None:
    """Write a GeoPackage as the engine does: ``sites``, ``changes``, ``tiles`` and ``runs``."""
    from osgeo import gdal, ogr, osr

    gdal.UseExceptions()
    data = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    system = osr.SpatialReference(WKT)
    system.AutoIdentifyEPSG()
    identifier = {name: params.get(name) for name in sorted(params) if name not in ("output", "mask", "report", "live")}
    row = {
        "run_id": json.dumps(identifier),
        "before": params["before"],
        "after": params["after"],
        "date_before": tiles[0]["date_before"],
        "date_after": tiles[0]["date_after"],
        "warnings": "[]",
    }
    kinds = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString, list: ogr.OFTString, bool: ogr.OFTInteger}
    for name, shape, records in (
        *([("sites", ogr.wkbMultiPolygon, sites)] if sites else []),
        ("changes", ogr.wkbMultiPolygon, changes),
        ("tiles", ogr.wkbPolygon, tiles),
        ("runs", ogr.wkbNone, [row]),
    ):
        layer = data.CreateLayer(name, None if name == "runs" else system, shape, ["GEOMETRY_NAME=geom"])
        for key, value in records[0].items():
            if key != "wkt":
                field = ogr.FieldDefn(key, ogr.OFTDateTime if key.startswith("date_") else kinds[type(value)])
                if isinstance(value, bool):
                    field.SetSubType(ogr.OFSTBoolean)
                layer.CreateField(field)
        for record in records:
            feature = ogr.Feature(layer.GetLayerDefn())
            for key, value in record.items():
                if key == "wkt":
                    feature.SetGeometry(ogr.CreateGeometryFromWkt(value))
                else:
                    value = json.dumps(value) if isinstance(value, list) else value
                    feature.SetField(key, int(value) if isinstance(value, bool) else value)
            layer.CreateFeature(feature)


def run(number: int, params: dict) -> None:
    model = params.get("model", "fake")
    if model in ("input", "internal"):
        sys.stderr.write("a line for the log\n")
        say({"id": number, "event": "error", "kind": model, "message": f"This went wrong on purpose ({model})."})
        return
    if model == "child":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        sys.stderr.write(f"child {child.pid}\n")
        sys.stderr.flush()
    before, after = params.get("date_before") or "2011-05-01", params.get("date_after") or "2011-06-01"
    begin, end = (day if len(day) > 7 else (day + "-01-01")[:10] for day in (before, after))
    dates = {"date_before": begin + "T00:00:00Z", "date_after": end + "T00:00:00Z"}
    dates.update(date_before_end=begin + "T23:59:59Z", date_after_end=end + "T23:59:59Z", dates=f"{begin} → {end}")
    total = (SIDE // TILE) ** 2
    say(
        {
            "id": number,
            "event": "started",
            **GRID,
            "device": "CPU, made up",
            "model": "fake",
            "date_before": [dates["date_before"]] * 2,
            "date_after": [dates["date_after"]] * 2,
            "classes": ["building", "change", "vegetation"],
            "channels": CHANNELS,
            "warnings": [json.dumps(params, sort_keys=True), BANDS],
        }
    )
    for done in range(total):
        if model in ("slow", "held", "deaf", "child"):
            time.sleep(0.1)
        while done == 10 and model in ("held", "deaf", "child") and (number not in cancelled or model == "deaf"):
            time.sleep(0.01)
        if model == "die" and done == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        if number in cancelled and model != "deaf":
            say({"id": number, "event": "error", "kind": "cancelled", "message": "cancelled"})
            return
        say({"id": number, "event": "tile", "tile": tile(done, dates)})
        progress = {"stage": "describe", "done": done + 1, "total": total, "tiles_per_second": 10.0}
        say({"id": number, "event": "progress", **progress, "seconds_left": (total - done - 1) / 10})
    for done in range(6):
        say({"id": number, "event": "change", "change": change(done, dates)})
    sites = [] if model == "old" else [site(n, dates) for n in range(5)]
    for one in sites:
        say({"id": number, "event": "site", "site": one})
    if params.get("output"):
        if os.path.exists(params["output"]):
            os.remove(params["output"])
        tiles, changes = [tile(n, dates) for n in range(total)], [change(n, dates) for n in range(6)]
        write_result(params["output"], params, sites, tiles, changes)
    if params.get("report"):
        with open(params["report"], "w", encoding="utf-8") as report:
            report.write("<!doctype html><title>fake</title>")
    say({"id": number, "event": "done", "summary": {**COUNTS, "tiles": total, "pid": os.getpid()}})


def answer(number: int, params: dict) -> None:
    """Answer any question with the sites 1 and 3, but one without sense."""
    if params["question"] == "sense":
        say({"id": number, "event": "error", "kind": "input", "message": "Nothing of the question was understood."})
        return
    found = {"answer": "2 of 5 sites.", "filter": "area > 1 m²", "site_ids": [1, 3], "not_understood": ["blue"]}
    say({"id": number, "event": "result", "data": found})


def main() -> None:
    threading.Thread(target=listen, daemon=True).start()
    say({"event": "ready", "version": "0", "protocol": 3})
    while True:
        request = requests.get()
        if request["op"] == "shutdown":
            return
        if request["op"] in ("describe", "run"):
            run(request["id"], request["params"])
        elif request["op"] == "doctor":
            data = {
                "ok": True,
                "engine": "0",
                "libraries": {"torch": "2.13.0"},
                "device": "CPU, made up",
                "devices": [{"name": "cpu", "description": "CPU, made up"}],
                "models": [{"name": "fake", "title": "A fake"}],
                "missing": [],
                "hints": [],
            }
            say({"id": request["id"], "event": "result", "data": {**data, "environment": dict(os.environ)}})
        elif request["op"] == "ask":
            answer(request["id"], request["params"])
        else:
            say({"id": request["id"], "event": "result", "data": {**GRID, **TILING, **FOUND}})


main()
