"""Rasters that would send GDAL elsewhere: refused by content, no request made, no other file read."""

from __future__ import annotations

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from describe_changes.core.errors import InputError
from describe_changes.core.raster.pair import open_pair

from .conftest import Writer, pattern

SIZE = 128
DATES = {"date_before": "2010", "date_after": "2020"}
ENVI = (
    f"ENVI\nsamples = {SIZE}\nlines = {SIZE}\nbands = 3\nheader offset = 0\nfile type = ENVI Standard\ndata type = 1\n"
    "interleave = bsq\nbyte order = 0\nmap info = {UTM, 1, 1, 500000, 4100000, 2, 2, 33, North, WGS-84}\n"
)
EHDR = (
    f"BYTEORDER I\nLAYOUT BIL\nNROWS {SIZE}\nNCOLS {SIZE}\nNBANDS 3\nNBITS 8\nBANDROWBYTES {SIZE}\n"
    f"TOTALROWBYTES {3 * SIZE}\nULXMAP 500001\nULYMAP 4099999\nXDIM 2\nYDIM 2\n"
)
MASK = '<Metadata><MDI key="INTERNAL_MASK_FLAGS_1">2</MDI></Metadata>'


class Server:
    """A listener on this machine that serves one raster and notes who asks."""

    def __init__(self, served: Path) -> None:
        self.asked: list[str] = []
        asked, data = self.asked, served.read_bytes()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_HEAD = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(write: Writer) -> Iterator[Server]:
    started = Server(write("served.tif", pattern(height=SIZE, width=SIZE)))
    yield started
    started.close()


def vrt(source: str, bands: int = 3, extra: str = "", size: int = SIZE) -> str:
    shown = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename relativeToVRT="0">{source}'
        f"</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
        for band in range(1, bands + 1)
    )
    return (
        f'<VRTDataset rasterXSize="{size}" rasterYSize="{size}"><SRS>EPSG:32633</SRS>'
        f"<GeoTransform>500000,2,0,4100000,0,-2</GeoTransform>{extra}{shown}</VRTDataset>"
    )


def wms(url: str) -> str:
    return (
        f'<GDAL_WMS><Service name="TMS"><ServerUrl>{url}/${{z}}/${{x}}/${{y}}.tif</ServerUrl></Service><DataWindow>'
        "<UpperLeftX>500000</UpperLeftX><UpperLeftY>4100000</UpperLeftY><LowerRightX>500256</LowerRightX>"
        f"<LowerRightY>4099744</LowerRightY><SizeX>{SIZE}</SizeX><SizeY>{SIZE}</SizeY><TileLevel>1</TileLevel>"
        "</DataWindow><Projection>EPSG:32633</Projection><BandsCount>3</BandsCount></GDAL_WMS>"
    )


RAW_BAND = (
    f'<VRTDataset rasterXSize="{SIZE}" rasterYSize="{SIZE}"><SRS>EPSG:32633</SRS><GeoTransform>500000,2,0,4100000,0,-2'
    '</GeoTransform><VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand"><SourceFilename '
    'relativeToVRT="0">/etc/passwd</SourceFilename><PixelOffset>1</PixelOffset><LineOffset>1</LineOffset>'
    "</VRTRasterBand></VRTDataset>"
)
Hostile = Callable[[Writer, str], Path]


def image(write: Writer, name: str = "scene.tif", size: int = SIZE, **profile: object) -> Path:
    return write(name, pattern(height=size, width=size), **profile)


def beside(ending: str, text: Callable[[str], str], name: str = "scene.tif") -> Hostile:
    """Return a maker of a raster with a text beside it."""

    def make(write: Writer, url: str) -> Path:
        driver = {"png": "PNG", "tif": "GTiff"}[name[-3:]]
        path = image(write, name, driver=driver)
        path.with_name(name + ending).write_text(text(url))
        return path

    return make


def raw(body: Callable[[str], str], header: str = ENVI, name: str = "scene.dat") -> Hostile:
    """Return a maker of a raw image whose bytes are a text."""

    def make(write: Writer, url: str) -> Path:
        path = write("other.tif").with_name(name)
        path.write_bytes(body(url).encode().ljust(3 * SIZE * SIZE))
        path.with_suffix(".hdr").write_text(header)
        path.with_suffix(".prj").write_text(rasterio.CRS.from_epsg(32633).to_wkt(version="WKT1_ESRI"))
        return path

    return make


def through_vrt(inner: Hostile) -> Hostile:
    """Return a maker of a plain virtual raster of a hostile file."""

    def make(write: Writer, url: str) -> Path:
        source = inner(write, url)
        path = source.with_name("mosaic.vrt")
        path.write_text(vrt(str(source)))
        return path

    return make


def overviews_in_the_tags(write: Writer, url: str) -> Path:
    path = image(write)
    with rasterio.open(path, "r+") as target:
        target.update_tags(ns="OVERVIEWS", OVERVIEW_FILE=f"/vsicurl/{url}/x.tif")
    return path


def mask_of_a_mask(write: Writer, url: str) -> Path:
    path = image(write)
    image(write, "scene.tif.msk").with_name("scene.tif.msk.ovr").write_text(vrt(f"/vsicurl/{url}/x.tif"))
    return path


def pipe_beside(write: Writer, _url: str) -> Path:
    path = image(write)
    os.mkfifo(path.with_name("scene.tif.msk"))
    return path


def in_the_path(write: Writer, url: str) -> Path:
    return image(write, f"{vrt('/vsicurl/' + url + '/x.tif', 1)}/scene.tif")


def comment_of_a_jpeg(write: Writer, url: str) -> Path:
    path = image(write, "scene.jpg", driver="JPEG")
    text = vrt(f"/vsicurl/{url}/x.tif").encode().ljust(0x2020 - 2)
    path.write_bytes(b"\xff\xd8\xff\xfe\x20\x20" + text + path.read_bytes()[2:])
    return path


def imagine_in_name_only(write: Writer, url: str) -> Path:
    path = image(write)
    path.with_suffix(".aux").write_text("EHFA_HEADER_TAG" + vrt(f"/vsicurl/{url}/x.tif"))
    return path


def remote(url: str) -> str:
    return vrt(f"/vsicurl/{url}/x.tif")


def local(_url: str) -> str:
    return vrt("/etc/hostname")


def named_overview(url: str) -> str:
    item = f'<MDI key="OVERVIEW_FILE">/vsicurl/{url}/x.tif</MDI>'
    return f'<PAMDataset><Metadata domain="OVERVIEWS">{item}</Metadata></PAMDataset>'


def spelled_overview(url: str) -> str:
    """The key with a letter as a character reference."""
    return named_overview(url).replace("OVERVIEW_FILE", "OVERVIEW&#95;FILE")


HOSTILE: dict[str, Hostile] = {
    "ENVI body is a VRT": raw(remote),
    "ENVI body is a VRT of a local file": raw(local),
    "ENVI body is a VRT after blanks": raw(lambda url: "\n" * 500 + remote(url)),
    "ENVI body called .tif is a VRT": raw(remote, name="scene.tif"),
    "ENVI body is a WMS": raw(wms),
    "ENVI body reads raw bytes": raw(lambda _: RAW_BAND),
    "ENVI body is an ISIS label": raw(lambda _: "Object = IsisCube\n Object = Core\n ^Core = /etc/passwd\n"),
    "ENVI body is a PDS label": raw(lambda _: 'PDS_VERSION_ID = PDS3\n^IMAGE = "/etc/passwd"\n'),
    "ENVI body is a GDAL pipeline": raw(lambda url: f'{{"type":"gdal_streamed_alg","command_line":"{url}"}}'),
    "EHdr body is a VRT": raw(remote, EHDR, "scene.bil"),
    "VRT of an ENVI body that is a VRT": through_vrt(raw(remote)),
    "mask is a VRT": beside(".msk", lambda url: vrt(f"/vsicurl/{url}/x.tif", 1, MASK)),
    "mask is a WMS": beside(".msk", wms),
    "mask of a PNG is a VRT": beside(".msk", lambda url: vrt(f"/vsicurl/{url}/x.tif", 1, MASK), "scene.png"),
    "mask in capitals is a VRT": beside(".MSK", lambda url: vrt(f"/vsicurl/{url}/x.tif", 1, MASK)),
    "mask is a pipe": pipe_beside,
    "VRT of a file with such a mask": through_vrt(beside(".msk", remote)),
    "overview is a VRT": beside(".ovr", remote),
    "overview is a text": beside(".ovr", lambda _: "just a text"),
    "overview of a mask is a VRT": mask_of_a_mask,
    "metadata beside it name overviews": beside(".aux.xml", named_overview),
    "metadata beside it name overviews in other letters": beside(".aux.xml", spelled_overview),
    "metadata within name overviews": overviews_in_the_tags,
    "auxiliary file is a VRT": imagine_in_name_only,
    "comment of a JPEG is a VRT": comment_of_a_jpeg,
    "path is a VRT": in_the_path,
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("case", HOSTILE)
def test_what_points_elsewhere_is_refused_and_nobody_is_asked(case: str, write: Writer, server: Server) -> None:
    hostile = HOSTILE[case](write, server.url)
    with pytest.raises(InputError, match=r"scene|mosaic") as caught:
        open_pair(hostile, image(write, "after.tif"), **DATES)
    assert re.search(r"for safety|regular file|gdaladdo|rename it", str(caught.value))
    assert not server.asked


def keeps_drivers() -> bool:
    """Whether no other test has made this process the engine's own, which takes the drivers away for good."""
    with rasterio.Env() as env:
        return "WMS" in env.drivers() or "netCDF" in env.drivers()


needs_drivers = pytest.mark.skipif("not keeps_drivers()", reason="a test before this one isolated the process")


@needs_drivers
def test_the_server_of_these_tests_would_be_asked(write: Writer, server: Server) -> None:
    """Without our checks GDAL does ask: else the tests above could not fail."""
    hostile = HOSTILE["mask is a VRT"](write, server.url)
    with rasterio.open(hostile) as src:
        src.read_masks(1)
    assert server.asked


UNCHECKED = """
import sys
from pathlib import Path
from describe_changes.core.security.isolation import isolate_process
isolate_process()
from describe_changes.core.raster import content, opening
opening.check_content = lambda path: None
opening._check_overviews = lambda src, path: None
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.tiling import Window
try:
    with open_pair(sys.argv[1], sys.argv[2], date_before="2010", date_after="2020") as pair:
        pair.read(Window(0, 0, 64, 64))
    print("read")
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize("case", ["ENVI body is a VRT", "ENVI body is a WMS", "mask is a VRT", "mask is a WMS"])
def test_the_engines_own_process_asks_nobody_even_without_the_checks(case: str, write: Writer, server: Server) -> None:
    hostile = HOSTILE[case](write, server.url)
    ended = subprocess.run(
        [sys.executable, "-c", UNCHECKED, str(hostile), str(image(write, "after.tif"))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.strip()
    assert not server.asked


def test_the_engines_own_process_keeps_no_driver_that_asks_servers() -> None:
    program = (
        "import json; from describe_changes.core.security.isolation import isolate_process; isolate_process()\n"
        "from describe_changes.core.raster.opening import ALLOWED_DRIVERS, limit_drivers; limit_drivers()\n"
        "from describe_changes.core.security.vectors import DRIVERS, limit_vector_drivers; limit_vector_drivers()\n"
        "import rasterio, pyogrio\n"
        "with rasterio.Env() as env: rasters = sorted(env.drivers())\n"
        "print(json.dumps([rasters, sorted(pyogrio.list_drivers()), list(ALLOWED_DRIVERS), list(DRIVERS)]))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    rasters, vectors, allowed, layers = json.loads(said)
    assert set(rasters) <= {*allowed, "VRT", "MEM", "Memory"}
    assert {"GTiff", "COG", "PNG", "ENVI", "GPKG", "VRT"} <= set(rasters)
    assert set(vectors) <= {*layers, "MEM", "Memory"}
    assert {"GPKG", "ESRI Shapefile", "FlatGeobuf"} <= set(vectors)


@needs_drivers
def test_somebody_elses_process_keeps_its_drivers(write: Writer) -> None:
    with open_pair(image(write, "before.tif"), image(write, "after.tif"), **DATES):
        pass
    with rasterio.Env() as env:
        assert "WMS" in env.drivers() or "netCDF" in env.drivers()


HARMLESS: dict[str, Hostile] = {
    "mask and overviews that GDAL wrote": lambda write, _: _with_mask_and_overviews(write),
    "ENVI of bytes that look like tags": lambda write, _: _tags_by_chance(write),
    "a LaTeX file of the same name": lambda write, _: _latex(write),
    "a description that quotes a VRT": lambda write, _: image(write, tags={"TIFFTAG_IMAGEDESCRIPTION": remote("x")}),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_files_are_read(case: str, write: Writer) -> None:
    path = HARMLESS[case](write, "")
    with open_pair(path, image(write, "after.tif"), **DATES) as pair:
        assert pair.read(pair.grid.window).before.any()


def _with_mask_and_overviews(write: Writer) -> Path:
    path = image(write)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False, TIFF_USE_OVR=True), rasterio.open(path, "r+") as target:
        target.write_mask(np.full((SIZE, SIZE), 255, np.uint8))
        target.build_overviews([2, 4])
    assert path.with_name("scene.tif.msk").exists()
    assert path.with_name("scene.tif.ovr").exists()
    return path


def _tags_by_chance(write: Writer) -> Path:
    path = raw(lambda _: "<A><bc d>" * 1000)(write, "")
    return path


def _latex(write: Writer) -> Path:
    path = image(write)
    path.with_suffix(".aux").write_text("\\relax\n\\@writefile{toc}{}\n")
    return path
