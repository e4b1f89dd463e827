"""Words of version 0.1 mean what their successors mean, in commands and in the worker; help does not name them."""

from __future__ import annotations

import io
import json

import click
import pytest
from describe_changes.cli import main
from describe_changes.core.dataset_export.options import export_options
from describe_changes.core.errors import InputError
from describe_changes.core.renamed import OPERATIONS as RENAMED
from describe_changes.core.report.rebuild import report_options
from describe_changes.core.service.operations import OPERATIONS, describe_options
from describe_changes.core.service.timeseries import series_options
from describe_changes.core.service.worker import PROTOCOL, Worker

PAIR = ("b.tif", "a.tif", "-o", "o.gpkg")


def parsed(words):
    """Return the command that a command line means, and its options."""
    found = main.get_command(click.Context(main), words[0])
    return found.name, found.make_context(words[0], list(words[1:])).params


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("run", *PAIR, "--within", "p.geojson"), ("describe", *PAIR, "--aoi", "p.geojson")),
        (("run", *PAIR, "--within=p.geojson"), ("describe", *PAIR, "--aoi=p.geojson")),
        (("series", *PAIR, "--within", "p", "--against", "first"),
         ("series", *PAIR, "--aoi", "p", "--reference", "first")),
        (("report", "r.gpkg", "-o", "r.html", "--tiles", "not rejected", "--details", "7"),
         ("report", "r.gpkg", "-o", "r.html", "--review", "not-rejected", "--max-tiles", "7")),
        (("export-training", "r.gpkg", "-o", "d", "--share", "0.3", "--rejected", "--unreviewed"),
         ("export-dataset", "r.gpkg", "-o", "d", "--val-fraction", "0.3", "--include-rejected",
          "--include-unreviewed")),
        (("compare", "a", "b", "--against", "a"), ("compare", "a", "b", "--baseline", "a")),
        (("train", "default", "--from", "pack", "--tiny"), ("train", "default", "--init-from", "pack", "--smoke-test")),
    ],
)  # fmt: skip
def test_old_words_of_the_command_line(old, new):
    (name, given), (_, plain) = (
        parsed(new),
        parsed(new[: {"train": 2, "compare": 3, "describe": 5, "series": 5}.get(new[0], 4)]),
    )
    assert given != plain, "the words make a difference"
    assert parsed(old) == (name, given)


def test_help_names_today_s_words_alone():
    listed = main.get_help(click.Context(main))
    assert {"run", "export-training", "worker"}.isdisjoint(line.split()[0] for line in listed.splitlines() if line)
    for name in main.list_commands(click.Context(main)):
        command = main.get_command(click.Context(main), name)
        help_ = command.get_help(click.Context(command)).split()
        old = {
            "--within",
            "--against",
            "--tiles",
            "--details",
            "--max-tiles",
            "--share",
            "--rejected",
            "--from",
            "--tiny",
        }
        assert old.isdisjoint(help_), name


def test_old_options_of_the_worker(tmp_path):
    before, after = tmp_path / "b.tif", tmp_path / "a.tif"
    before.touch(), after.touch()
    pair = {"before": str(before), "after": str(after)}
    assert describe_options({**pair, "within": "p"}) == describe_options({**pair, "aoi": "p"})
    rasters = {"rasters": [str(before), str(after)]}
    assert series_options({**rasters, "within": "p", "against": "first"}).reference == "first"
    assert series_options({**rasters, "within": "p", "against": "first"}).job.aoi == "p"
    said = report_options({"result": "r.gpkg", "which": "not rejected", "details": 7})
    assert (said.review, said.max_sites) == ("not-rejected", 7)
    asked = export_options({"result": "r.gpkg", "output": "d", "share": 0.3, "rejected": True, "unreviewed": True})
    assert (asked.val_fraction, asked.include_rejected, asked.include_unreviewed) == (0.3, True, True)
    with pytest.raises(InputError, match="“within” and “aoi” are one option; give “aoi” alone"):
        describe_options({**pair, "within": "p", "aoi": "q"})


@pytest.mark.parametrize(("old", "new"), [*RENAMED.items()])
def test_old_operations_of_the_worker(old, new):
    assert new in OPERATIONS
    assert old not in OPERATIONS
    answers = io.BytesIO()
    worker = Worker(io.BytesIO(), answers, {new: lambda params, emit, cancelled: ("result", {"data": params})})
    worker._dispatch({"id": 1, "op": old, "params": {"asked": old}})
    assert json.loads(answers.getvalue()) == {"id": 1, "event": "result", "data": {"asked": old}}
    assert PROTOCOL == 3
