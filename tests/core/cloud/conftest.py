"""A local server that hands out ranges of files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

_numbers = count(1)


@dataclass(frozen=True)
class Server:
    """What a test sees of the server: a folder of its own, the address of that folder, and the log."""

    root: Path
    url: str
    log: Path

    @property
    def answers(self) -> list[tuple[str, int]]:
        """Path and bytes sent of each answer."""
        lines = [line.split("\t") for line in self.log.read_text(encoding="utf-8").splitlines()]
        own = f"/{self.root.name}/"
        return [(path.removeprefix(own), int(sent)) for _, path, _, sent in lines if path.startswith(own)]

    @property
    def sent(self) -> int:
        return sum(sent for _, sent in self.answers)

    @property
    def paths(self) -> set[str]:
        return {path for path, _ in self.answers}


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """Start the server; yield its port, its folder and its log."""
    root, log = tmp_path_factory.mktemp("bucket"), tmp_path_factory.mktemp("log") / "answers.tsv"
    log.touch()
    command = [sys.executable, str(Path(__file__).with_name("range_server.py")), str(root), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield int(process.stdout.readline()), root, log
        process.kill()


@pytest.fixture
def server(running, tmp_path, monkeypatch):
    """Return a folder on the server for one test; copies of its files go to the folder ``cache``."""
    from describe_changes.core.cloud import reading, stac

    port, bucket, log = running
    root = bucket / str(next(_numbers))
    root.mkdir()
    monkeypatch.setenv("DESCRIBE_CHANGES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setitem(reading.SETTINGS, "GDAL_HTTP_RETRY_DELAY", "0.01")
    monkeypatch.setattr(stac, "BACKOFF_S", 0.01)
    monkeypatch.setitem(reading.SETTINGS, "CPL_VSIL_CURL_NON_CACHED", f"/vsicurl/http://127.0.0.1:{port}")
    return Server(root, f"http://127.0.0.1:{port}/{root.name}", log)
