"""The summary of a time series as CSV and as plain text."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...common import numbers
from ..formatting import format_table
from ..io.atomic import atomic_write
from ..io.layer_files import safe_text
from ..io.records import SummaryRecord, as_fields, columns


def write_csv(path: Path, rows: Sequence[SummaryRecord], *, overwrite: bool = False) -> None:
    """Write the summary table, complete or not at all; UTF-8 with a mark, so that spreadsheets read it.

    No cell can be taken for a formula: a text that begins like one gets an apostrophe before it.

    Args:
        path: file to make.
        rows: one per pair and class.
        overwrite: whether an existing ``path`` may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
    """
    with (
        atomic_write(path, "csv", overwrite=overwrite) as part,
        part.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.DictWriter(file, [column.name for column in columns(SummaryRecord)])
        writer.writeheader()
        writer.writerows({name: safe_text(value) for name, value in as_fields(row).items()} for row in rows)


def series_table(described: Sequence[Mapping[str, Any]]) -> str:
    """Return a table of the pairs, one line per pair and class that changed.

    Args:
        described: the pairs as in the summary of a series.
    """
    rows = []
    for pair in described:
        head = (pair["from"], pair["to"], f"{pair['changed_tiles']:,} of {pair['tiles']:,}")
        found = [value for value in pair["classes"] if value["changes"]]
        for number, value in enumerate(found):
            start = head if number == 0 else ("", "", "")
            rows.append((*start, numbers.format_area(value["changed_area_m2"]), f"{value['changes']:,}", value["name"]))
        if not found:
            rows.append((*head, "none", "", ""))
    return format_table(("from", "to", "changed tiles", "changed area", "areas", "class"), rows, numbers=range(2, 5))
