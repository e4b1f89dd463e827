"""Fine-tuning as the worker and the command line offer it; nothing heavy is imported before it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from tqdm import tqdm

from ...core.errors import Cancelled, InputError
from ...core.options import check_known

NEEDED = ("lightning", "pycocoevalcap")
"""What fine-tuning needs beyond the engine."""
CANCELLED = "Cancelled. No model was made; the old one is as it was."
_OPTIONS = ("model", "data", "output", "replay", "replay_weight", "steps", "learning_rate")


class ConsoleFinetuneObserver:
    """Shows a fine-tuning on stderr: lines, and a bar per stage where a person looks."""

    _TITLES: ClassVar = {"read": "Reading", "train": "Training", "measure": "Measuring"}

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._stage, self._bar = "", tqdm(total=0, disable=True)

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        tqdm.write(line, file=sys.stderr)

    def progress(self, stage: str, done: int, total: int, _seconds_left: float | None) -> None:
        """Move the bar of a stage."""
        if stage != self._stage:
            self._bar.close()
            self._stage = stage
            self._bar = tqdm(total=total, desc=self._TITLES[stage], file=sys.stderr, leave=False, disable=None)
        self._bar.update(done - self._bar.n)

    def check(self) -> None:
        """Stop when asked to."""
        if self._cancelled():
            self._bar.close()
            raise Cancelled(CANCELLED)


class _FinetuneEventObserver:
    """Hands what a fine-tuning tells to whoever asked for it."""

    def __init__(self, emit: Callable[..., None], cancelled: Callable[[], bool]) -> None:
        self._emit, self._cancelled = emit, cancelled

    def say(self, line: str) -> None:
        """Send a line for a person."""
        self._emit("message", message=line)

    def progress(self, stage: str, done: int, total: int, seconds_left: float | None) -> None:
        """Send how far it is."""
        self._emit("progress", stage=stage, done=done, total=total, tiles_per_second=None, seconds_left=seconds_left)

    def check(self) -> None:
        """Stop when asked to."""
        if self._cancelled():
            raise Cancelled(CANCELLED)


def finetune(
    params: Mapping[str, Any], emit: Callable[..., None], cancelled: Callable[[], bool]
) -> tuple[str, dict[str, Any]]:
    """Fine-tune a pack on reviewed tiles; the worker's operation ``finetune``.

    Args:
        params: ``data`` (export), and, if wanted, ``model`` (pack to start from; left out, the one that described
            the tiles), ``output`` (name of the new pack), ``replay`` (old data), ``replay_weight``, ``steps``,
            ``learning_rate``.
        emit: takes ``message`` and ``progress`` events.
        cancelled: whether to stop.

    Raises:
        InputError: an option is wrong, or what fine-tuning needs is not installed.
    """
    check_known(params, _OPTIONS)
    given = {name: value for name, value in params.items() if value not in (None, "")}
    if "data" not in given:
        raise InputError("Give the folder of exported tiles (“data”).")
    settings = [f"schedule.{name}={given[name]}" for name in ("steps", "learning_rate") if name in given]
    try:
        from .finetune import FinetuneOptions, report_lines, reviewed_model
        from .finetune import finetune as tune

        spec = FinetuneOptions(
            start=str(given.get("model") or reviewed_model(Path(str(given["data"])))),
            data=Path(str(given["data"])),
            output=str(given["output"]) if "output" in given else None,
            replay=Path(str(given["replay"])) if "replay" in given else None,
            replay_weight=float(given.get("replay_weight", 1.0)),
            settings=settings,
        )
        summary = tune(spec, _FinetuneEventObserver(emit, cancelled))
    except ModuleNotFoundError as error:
        if str(error.name or "").startswith(str(__package__).partition(".")[0]):
            raise
        raise InputError(how_to_install(str(error.name))) from error
    return "done", {"summary": {**summary, "text": report_lines(summary)}}


def how_to_install(missing: str) -> str:
    """The sentence for an engine without the packages that training needs."""
    return (
        f"Fine-tuning needs packages that this engine does not have (missing: {missing}). In QGIS, “Add training "
        "packages” in Settings ▸ Options… ▸ Describe Changes gets them; elsewhere install them into it: "
        f"{sys.executable} -m pip install {' '.join(NEEDED)}"
    )
