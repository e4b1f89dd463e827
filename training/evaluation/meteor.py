"""METEOR 1.5 through its own Java program, one process per evaluation and always closed.

`pycocoevalcap` ships the program; its wrapper leaves the process behind and can wait for it for ever (a
full error pipe, a program that died). Here the error stream goes nowhere, a watchdog ends a silent process,
and identical questions are asked once.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess  # nosec B404
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

_JAR = "meteor-1.5.jar"
_OPTIONS = ("-", "-", "-stdio", "-l", "en", "-norm")
_JVM = (
    "-Xmx2G",
    "-XX:+UseSerialGC",
    "-Dfile.encoding=UTF-8",
    "-Duser.language=en",
    "-Djava.awt.headless=true",
)
_PATIENCE_S = 600.0


class MeteorUnavailableError(RuntimeError):
    """METEOR cannot be computed; the message is the reason."""


class MeteorProcess:
    """A running METEOR 1.5, to be used as a context manager.

    Args:
        java: the Java executable; found on the path by default.
        patience_s: seconds without an answer after which the process is ended.

    Raises:
        MeteorUnavailableError: Java or the METEOR archive is missing.
    """

    def __init__(self, java: str | None = None, patience_s: float = _PATIENCE_S) -> None:
        executable = java or shutil.which("java")
        if executable is None:
            raise MeteorUnavailableError("Java is not installed (METEOR 1.5 is a Java program)")
        self._patience_s = patience_s
        self._statistics: dict[str, str] = {}
        jar = find_jar()
        try:
            self._process = subprocess.Popen(  # nosec B603  # noqa: S603 - fixed arguments, no shell
                [executable, *_JVM, "-jar", jar.name, *_OPTIONS],
                cwd=jar.parent,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise MeteorUnavailableError(f"Java could not be started: {error}") from error

    def __enter__(self) -> MeteorProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process and wait for it; harmless when it has ended already."""
        if self._process.poll() is None:
            self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # a line that the ended process never took
                    continue
        self._process.wait()

    def score(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> float:
        """Corpus-level METEOR.

        Args:
            pairs: hypothesis and its references, per image.

        Returns:
            The score between 0 and 1.

        Raises:
            MeteorUnavailableError: the process died or did not answer in time.
        """
        stats = [self._statistics_of(hypothesis, references) for hypothesis, references in pairs]
        watchdog = self._watchdog()
        try:
            self._write("EVAL ||| " + " ||| ".join(stats))
            for _ in stats:  # one score per image comes before the score of the corpus
                self._read()
            return float(self._read())
        finally:
            watchdog.cancel()

    def _statistics_of(self, hypothesis: str, references: Sequence[str]) -> str:
        line = " ||| ".join(("SCORE", *map(_one_line, references), _one_line(hypothesis)))
        if line not in self._statistics:
            watchdog = self._watchdog()
            try:
                self._write(line)
                self._statistics[line] = self._read()
            finally:
                watchdog.cancel()
        return self._statistics[line]

    def _watchdog(self) -> threading.Timer:
        timer = threading.Timer(self._patience_s, self._process.kill)
        timer.daemon = True
        timer.start()
        return timer

    def _write(self, line: str) -> None:
        stream = _open(self._process.stdin)
        try:
            stream.write(line + "\n")
            stream.flush()
        except (OSError, ValueError) as error:
            raise MeteorUnavailableError("the METEOR process ended unexpectedly") from error

    def _read(self) -> str:
        answer = _open(self._process.stdout).readline().strip()
        if not answer:
            raise MeteorUnavailableError("the METEOR process ended or gave no answer in time")
        return answer


def find_jar() -> Path:
    """Path of METEOR's archive inside the installed `pycocoevalcap`.

    Raises:
        MeteorUnavailableError: the package or the archive is missing.
    """
    spec = importlib.util.find_spec("pycocoevalcap")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        jar = Path(folder) / "meteor" / _JAR
        if jar.is_file():
            return jar
    raise MeteorUnavailableError(f"{_JAR} is missing; install the package pycocoevalcap")


def _open(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise MeteorUnavailableError("the METEOR process has no pipe")
    return stream


def _one_line(text: str) -> str:
    return " ".join(text.replace("|||", " ").split())
