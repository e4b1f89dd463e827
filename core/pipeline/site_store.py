"""Changed areas and sites of a run, kept as lines of JSON in its folder, from which they stream by their numbers.

Areas and sites come in the order in which the sweep closes sites; what is held in memory is 16 bytes for each.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import IO, Any

import numpy as np
import shapely

from ..io.disk import write_failure
from ..io.records import ChangeRecord, SiteRecord

NAMES = r"changes\.jsonl|sites\.jsonl"
"""Names of the files, as a pattern."""

_ABSENT = -1


class SiteStore:
    """The store of one run.

    Args:
        folder: the run folder.
        labels: what all records of the run carry alike, by attribute; not written.

    Attributes:
        changes_count: number of areas.
        changed_area_m2: of all of them.
    """

    def __init__(self, folder: Path, labels: Mapping[str, Any]) -> None:
        self._changes, self._sites = _Lines(folder / "changes.jsonl"), _Lines(folder / "sites.jsonl")
        names = {kind: [f.name for f in fields(kind)] for kind in (ChangeRecord, SiteRecord)}
        self._own = {kind: [name for name in found if name not in labels] for kind, found in names.items()}
        self._alike = {kind: {n: labels[n] for n in found if n in labels} for kind, found in names.items()}
        self._order = self._ranks = np.empty(0, np.int64)
        self.changes_count, self.changed_area_m2 = 0, 0.0

    def __len__(self) -> int:
        """Return the number of sites."""
        return len(self._sites)

    def fill(self, sites: Iterable[tuple[SiteRecord, list[ChangeRecord]]]) -> None:
        """Keep sites with their areas, in place of what an interrupted run has kept.

        Raises:
            InputError: the disk refuses them.
        """
        first, sizes = array("q"), array("d")
        with self._changes.writing() as changes, self._sites.writing() as lines:
            for number, (site, areas) in enumerate(sites):
                first.append(areas[0].change_id)
                lines.add(number, self._plain(site))
                for area in areas:
                    sizes.extend([0.0] * (area.change_id + 1 - len(sizes)))
                    sizes[area.change_id] = area.area_m2
                    changes.add(area.change_id, self._plain(area) | {"site_id": number})
        order = np.argsort(np.frombuffer(first, np.int64), kind="stable")
        self._ranks = np.empty(len(order), np.int64)
        self._ranks[order] = np.arange(len(order))
        self._order = order
        self.changes_count, self.changed_area_m2 = len(sizes), 0.0
        for size in sizes:  # in the order of the numbers, whatever the order of the sites
            self.changed_area_m2 += size

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield the areas in the order of their numbers, each with that of its site."""
        for values in self._changes.read(range(len(self._changes))):
            values["site_id"] = int(self._ranks[values["site_id"]])
            yield ChangeRecord(**self._full(values, ChangeRecord))

    def sites(self, start: int = 0, stop: int | None = None) -> Iterator[SiteRecord]:
        """Yield the sites from north to south, by their first areas; perhaps only some, by their numbers."""
        for number, values in enumerate(self._sites.read(self._order[start:stop].tolist()), start):
            yield SiteRecord(**self._full(values | {"site_id": number}, SiteRecord))

    def _plain(self, record: ChangeRecord | SiteRecord) -> dict[str, Any]:
        values = {name: getattr(record, name) for name in self._own[type(record)]}
        return values | {"geometry": shapely.to_wkb(record.geometry, hex=True)}

    def _full(self, values: dict[str, Any], kind: type[Any]) -> dict[str, Any]:
        return values | self._alike[kind] | {"geometry": shapely.from_wkb(values["geometry"])}


class _Lines:
    """One file of numbered lines of JSON that can be read in any order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._starts = array("q")
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return len(self._starts)

    def writing(self) -> _Lines:
        """Begin anew; to be used as a context."""
        self._starts = array("q")
        return self

    def __enter__(self) -> _Lines:
        try:
            self._file = self._path.open("wb")
        except OSError as error:
            raise write_failure(self._path.parent, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        file, self._file = self._file, None
        try:
            if file is not None:
                file.close()
        except OSError as error:
            raise write_failure(self._path.parent, error) from error

    def add(self, number: int, values: dict[str, Any]) -> None:
        """Write the line of a number."""
        if self._file is None:
            raise ValueError("not open for writing")
        self._starts.extend([_ABSENT] * (number + 1 - len(self._starts)))
        self._starts[number] = self._file.tell()
        try:
            self._file.write(json.dumps(values, ensure_ascii=False, allow_nan=False).encode() + b"\n")
        except OSError as error:
            raise write_failure(self._path.parent, error) from error

    def read(self, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
        """Yield the values of lines."""
        with self._path.open("rb") as file:
            for number in numbers:
                file.seek(self._starts[number])
                values: dict[str, Any] = json.loads(file.readline())
                yield values
