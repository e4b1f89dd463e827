"""The page on the worker protocol says what the code does: operations, parameters, fields of events."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from dataclasses import fields

import pytest
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.writers import FURTHER_OUTPUTS
from describe_changes.core.service.operations import OPERATIONS

HANDED_IN = {"finetune"}
HEARD_AT_ANY_TIME = {"cancel", "shutdown"}
SPREAD = {  # event: fields that a call adds by **, which its source does not show
    "started": {"crs_wkt", "width", "height", "transform", "gsd_m"},
    "pair": None,
    "error": {"suggestion"},
}
NAME = re.compile(r"`([a-z_]+)`")


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "reference" / "protocol.md").read_text(encoding="utf-8")


def rows(page, heading):
    """Cells of the table below a heading, without its head."""
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def sent(root):
    """Fields of every event that the engine and the training package send, by the calls in their sources."""
    found = defaultdict(set)
    for folder in ("core", "training"):
        for path in (root / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                    continue
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in {"_emit", "emit", "send"} and isinstance(node.args[0].value, str):
                    found[node.args[0].value] |= {word.arg for word in node.keywords if word.arg}
    return found


def test_every_operation_has_its_row(page):
    documented = {NAME.match(cells[0])[1] for cells in rows(page, "Operations")}
    assert documented == set(OPERATIONS) | HANDED_IN | HEARD_AT_ANY_TIME


def test_every_parameter_of_a_run_has_its_row(page):
    documented = {name for cells in rows(page, "Parameters of `describe`") for name in NAME.findall(cells[0])}
    given = {option.name for option in fields(DescribeOptions)} - {"outputs", "origins"}  # the engine fills in origins
    assert documented == given | set(FURTHER_OUTPUTS)


def test_the_fields_of_every_event_are_those_that_are_sent(page, root):
    documented = {NAME.match(cells[0])[1]: set(NAME.findall(cells[1])) for cells in rows(page, "Events")}
    events = sent(root)
    assert {"started", "progress", "tile", "error", "ready"} <= set(events)
    for event, names in events.items():
        assert event in documented, f"{event} is sent and not documented"
        extra = SPREAD.get(event, set())
        if extra is not None:
            assert names <= documented[event], f"{event}: {sorted(names - documented[event])} not documented"
    for event in ("started", "progress", "series", "message", "warning", "error", "ready"):
        shown = {name for name in documented[event] if name not in {"kind_of"}}
        assert shown == events[event] | (SPREAD.get(event) or set()), event
