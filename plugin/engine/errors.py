"""Errors between QGIS and the engine, each with a sentence for the person at the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..i18n import tr


class EngineError(Exception):
    """The engine refused or failed; ``str()`` is the sentence to show.

    Attributes:
        kind: ``input``, ``internal``, ``missing`` (no engine, or one that lacks a package), ``died``.
        log: the engine's log file, if it got as far as having one.
        tail: the last lines of that log.
    """

    def __init__(self, message: str, kind: str = "internal", log: Optional[Path] = None, tail: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.log = log
        self.tail = tail

    def details(self) -> str:
        """Return the sentence, for faults of ours followed by the log's tail and place."""
        parts = [str(self)]
        if self.kind != "input":
            if self.tail:
                parts.append(tr("Last lines of the engine's log:") + "\n" + self.tail)
            if self.log is not None:
                parts.append(tr("Log: {0}").format(self.log))
        return "\n".join(parts)


class EngineCancelled(Exception):
    """The user cancelled; the engine has been told and is taken care of in the background."""
