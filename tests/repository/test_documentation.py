"""The documents tell the truth about files and commands."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def anchors(document: Path) -> set[str]:
    """Return the anchors that GitHub makes of a document's headings."""
    headings = HEADING.findall(FENCE.sub("", document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_link_in_the_documents_leads_somewhere(root, tracked):
    broken = []
    for path in tracked:
        if path.suffix != ".md":
            continue
        for target in LINK.findall(FENCE.sub("", (root / path).read_text(encoding="utf-8"))):
            if target.startswith(("http://", "https://", "mailto:")):
                continue
            name, _, anchor = target.partition("#")
            document = (root / path.parent / name) if name else root / path
            if not document.exists() or (anchor and document.suffix == ".md" and anchor not in anchors(document)):
                broken.append(f"{path}: {target}")
    assert broken == []


@pytest.mark.parametrize("document", ["README.md", "docs/user_guide.md"])
def test_every_make_command_in_the_documents_exists(root, document):
    targets = set(re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", (root / document).read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= targets


def test_make_help_names_every_target_a_person_would_type(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    explained = set(re.findall(r"^([a-z][a-z-]*):.*## ", makefile, re.MULTILINE))
    assert phony == explained


@pytest.mark.parametrize("code", [0, 3])
def test_continuous_integration_runs_what_a_person_runs_and_fails_where_that_fails(root, tmp_path, code):
    make = tmp_path / "make"
    make.write_text(f'#!/bin/sh\necho "$PWD: make $*"\nexit {code}\n')
    make.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([root / ".ci" / "run"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stdout.splitlines() == [f"{root}: make test"]
    assert done.returncode == code
