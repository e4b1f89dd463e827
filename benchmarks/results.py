"""Where the figures of the benchmarks go: one JSON file per benchmark, with what it was measured on."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import torch

FOLDER = Path(__file__).resolve().parent / "results"


def save(name: str, what: str, figures: Mapping[str, Any]) -> None:
    """Print the figures and write ``results/<name>.json``.

    Args:
        name: of the benchmark.
        what: one sentence that says what the figures mean.
        figures: ratios and counts; absolute times only beside them, since they belong to one machine.
    """
    machine = {
        "processor": platform.processor() or platform.machine(),
        "threads": torch.get_num_threads(),
        "torch": torch.__version__,
        "python": platform.python_version(),
        "date": date.today().isoformat(),
    }
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps({"what": what, "figures": figures, "machine": machine}, indent=1, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{name}: {what}")
    for key, value in figures.items():
        print(f"  {key}: {value}")
