"""Note of the outputs that an unfinished run has written already, so that the same command may write them again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..io.disk import write_json
from .fingerprints import fingerprint

NAME = "outputs.json"


class PublishedOutputs:
    """The note in a run's folder of the files that got their names.

    An output is noted just before the rename, by size, time and content: so a kill at any moment leaves either a
    noted file in its place, or the file that was there before.

    Args:
        folder: the run's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def note(self, path: Path, part: Path, job: str) -> None:
        """Note that a finished file is about to get its name."""
        noted = self._read()
        noted[os.path.abspath(path)] = {"job": job, **fingerprint(part)}
        write_json(self._path, noted)

    def standing(self, targets: Iterable[Path], job: str | None = None) -> frozenset[Path]:
        """Return the targets that are still as this run wrote them.

        Args:
            targets: files.
            job: only those of this job; None: of whatever job left the folder.
        """
        noted = self._read()
        found = set()
        for path in targets:
            told = noted.get(os.path.abspath(path))
            if not isinstance(told, dict) or (job is not None and told.get("job") != job):
                continue
            try:
                now = fingerprint(path)
            except InputError:
                continue
            if all(told.get(key) == now[key] for key in ("size", "modified_ns", "sample_sha256")):
                found.add(path)
        return frozenset(found)

    def _read(self) -> dict[str, Any]:
        try:
            noted = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}
