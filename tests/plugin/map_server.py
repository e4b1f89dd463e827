"""A server of made-up pictures on this machine: XYZ tiles, and a WMS of one layer, both in Web Mercator."""

from __future__ import annotations

import contextlib
import re
import secrets
import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HALF = 20037508.342789244
"""Half the circumference of the earth: where the tiles begin, to the left and above."""

CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>Stub</Title><OnlineResource xlink:href="{0}"/></Service>
<Capability><Request>
<GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{0}"/></Get></HTTP></DCPType>
</GetCapabilities>
<GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{0}"/></Get></HTTP></DCPType></GetMap>
</Request><Exception><Format>XML</Format></Exception>
<Layer><Title>Stub</Title><CRS>EPSG:3857</CRS><Layer queryable="0"><Name>photo</Name><Title>photo</Title>
<CRS>EPSG:3857</CRS><EX_GeographicBoundingBox><westBoundLongitude>-95</westBoundLongitude>
<eastBoundLongitude>-94</eastBoundLongitude><southBoundLatitude>36</southBoundLatitude>
<northBoundLatitude>38</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="-10600000" miny="4300000" maxx="-10450000" maxy="4600000"/></Layer></Layer>
</Capability></WMS_Capabilities>"""


def colour(column: int, row: int) -> tuple[int, int]:
    """Return the red and green of a pixel of the world, counted from the upper left: no two neighbours are alike."""
    return column % 251, row % 241


def picture(left: int, top: int, width: int, height: int, blue: int) -> bytes:
    """Return a PNG of so many pixels of the world."""
    rows = bytearray()
    for row in range(top, top + height):
        green = row % 241
        rows += b"\0" + b"".join(bytes((column % 251, green, blue)) for column in range(left, left + width))
    return png(width, height, bytes(rows))


def png(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG of red, green and blue from its rows, each behind a zero."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


class MapServer:
    """The server and what it was asked.

    Attributes:
        came: paths of all requests, also of those that are not answered yet.
        asked: what was answered: paths of tiles, as ``(zoom, column, row)``, and the queries of the WMS.
        broken: tiles that are answered with an error.
        blank: tiles that have one colour only.
        wms_fails: whether the WMS answers with an exception.
        hold: waited for before a request is answered.
    """

    def __init__(self) -> None:
        self.came: list[str] = []
        self.asked: list = []
        self.broken: set[tuple[int, int, int]] = set()
        self.blank: set[tuple[int, int, int]] = set()
        self.wms_fails = False
        self.hold = threading.Event()
        self.hold.set()
        self._closed = False
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.came.append(self.path)
                server.hold.wait(20)
                if server._closed:
                    return
                code, kind, body = server.answer(self.path)
                with contextlib.suppress(OSError):  # who asked thought better of it
                    self.send_response(code)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        # QGIS keeps tiles by their address for a day, and a port comes again: no two servers have one address.
        self.address = f"http://127.0.0.1:{self._http.server_port}/{secrets.token_hex(8)}"
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Return code, kind and content for a request."""
        if urlsplit(path).path.endswith("/wms"):
            return self._wms(parse_qs(urlsplit(path).query))
        zoom, column, row = map(int, re.findall(r"\d+", path)[-3:])
        self.asked.append((zoom, column, row))
        if (zoom, column, row) in self.broken:
            return 500, "text/plain", b"broken"
        if (zoom, column, row) in self.blank:
            return 200, "image/png", png(256, 256, (b"\0" + b"\xcc\xcc\xcc" * 256) * 256)
        return 200, "image/png", picture(column * 256, row * 256, 256, 256, zoom)

    def _wms(self, query: dict[str, list[str]]) -> tuple[int, str, bytes]:
        given = {name.upper(): values[0] for name, values in query.items()}
        if given.get("REQUEST") == "GetCapabilities":
            return 200, "text/xml", CAPABILITIES.format(f"{self.address}/wms?").encode()
        self.asked.append(given)
        if self.wms_fails:
            report = b"<ServiceException>no</ServiceException>"
            return 200, "text/xml", b'<ServiceExceptionReport version="1.3.0">' + report + b"</ServiceExceptionReport>"
        west, _, east, north = map(float, given["BBOX"].split(","))
        width, height = int(given["WIDTH"]), int(given["HEIGHT"])
        pixel = (east - west) / width
        left, top = round((west + HALF) / pixel), round((HALF - north) / pixel)
        return 200, "image/png", picture(left, top, width, height, 7)

    def xyz(self, path: str = "photo") -> str:
        """Return the source of an XYZ layer."""
        return f"type=xyz&url={self.address}/{path}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=19"

    def wms(self) -> str:
        """Return the source of a WMS layer."""
        return f"crs=EPSG:3857&dpiMode=7&format=image/png&layers=photo&styles=&url={self.address}/wms"

    def close(self) -> None:
        """Serve no more; requests that wait get no answer."""
        self._closed = True
        self.hold.set()
        self._http.shutdown()
        self._http.server_close()
