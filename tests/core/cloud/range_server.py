"""A server of a folder that hands out ranges of files, and fails where a part of the path tells it to.

``/503/a.tif`` is answered with that status, ``/once503/a.tif`` the first time only, ``/late503/a.tif`` for what lies
in the second half of the file; ``/whole/a.tif`` ignores ranges. It runs in a process of its own, for GDAL holds the
interpreter's lock while it waits. Each answer is a line of its log: method, path, first byte, bytes sent.
"""

from __future__ import annotations

import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT, LOG = Path(sys.argv[1]), Path(sys.argv[2])
FAILED: set[str] = set()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.answer(body=True)

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def answer(self, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        orders = re.findall(r"/(once|late|)([345]\d\d)(?=/)", path)
        file = ROOT / re.sub(r"/((once|late|)[345]\d\d|whole)(?=/)", "", path).strip("/")
        content = file.read_bytes() if file.is_file() else None
        start = int(asked[1]) if asked else 0
        status = 200 if content is not None else 404
        for when, number in orders:
            first_time = path not in FAILED
            FAILED.add(path)
            if when == "" or (when == "once" and first_time) or (when == "late" and start > len(content or b"") // 2):
                status = int(number)
        sent = b""
        self.send_response(206 if status == 200 and asked and "/whole/" not in path else status)
        if status == 200 and content is not None:
            sent = content
            if asked and "/whole/" not in path:
                end = min(int(asked[2] or len(content) - 1), len(content) - 1)
                sent = content[start : end + 1]
                self.send_header("Content-Range", f"bytes {start}-{end}/{len(content)}")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        with LOG.open("a", encoding="utf-8") as log:
            log.write(f"{self.command}\t{path}\t{asked and start}\t{len(sent) if body else 0}\n")
        if body:
            self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
