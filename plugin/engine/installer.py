"""*Install engine*: a private environment with pinned packages, made with the standard tools venv and pip.

Nothing cleverer than that: a step that fails is shown with pip's own words and can be tried again; what is
already there is kept.
"""

from __future__ import annotations

import contextlib
import errno
import json
import re
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from ..i18n import tr
from ..paths import PLUGIN_ROOT, RESOURCES, user_data_dir, version
from .child_processes import run_streaming
from .client import not_cancelled
from .errors import EngineError
from .locator import COMPLETE, private_environment, python_in
from .python_discovery import python_for_engine

INDEX = "https://download.pytorch.org/whl/"
NEEDED_GB = {"cpu": 3, "cuda": 10}
FULL = ("No space left on device", "not enough space on the disk", "Disk quota exceeded")
"""What Linux, macOS and Windows say, through pip and venv, when a disk is full."""
DOWNLOADED = re.compile(r"Progress (\d+) of (\d+)")


@dataclass(frozen=True)
class Installation:
    """Packages to install, and where.

    Attributes:
        build: ``cpu`` or ``cuda``.
        environment: folder of the virtual environment.
        requirements: file with the pinned packages.
        network: environment variables that lead pip to the network, such as a proxy.
        fresh: remove what is there first (*Repair*).
    """

    build: str
    environment: Path
    requirements: Path
    network: Mapping[str, str] = field(default_factory=dict)
    fresh: bool = False


def default_installation(build: str, network: Optional[Mapping[str, str]] = None, fresh: bool = False) -> Installation:
    """Return the installation that the settings page offers."""
    return Installation(build, private_environment(), requirements_file(), network or {}, fresh)


def training_installation(network: Optional[Mapping[str, str]] = None) -> Installation:
    """Return what fine-tuning needs beside the engine, for :meth:`Installer.add`.

    Raises:
        EngineError: there is no private environment to add it to, or the plugin is incomplete.
    """
    if not (private_environment() / COMPLETE).is_file():
        raise EngineError(
            tr("There is no engine of the plugin's own to add them to. Press “Install engine” first."), kind="missing"
        )
    return Installation("cpu", private_environment(), _shipped("training-requirements.txt"), network or {})


def requirements_file() -> Path:
    """Return the pinned packages that ship with the plugin.

    Raises:
        EngineError: the file is gone; the plugin itself is incomplete.
    """
    return _shipped("engine-requirements.txt")


def _shipped(name: str) -> Path:
    path: Path = RESOURCES / name
    if not path.is_file():
        raise EngineError(tr("{0} is missing. Install the plugin Describe Changes again.").format(path), kind="missing")
    return path


class Installer:
    """Carries an installation out, step by step.

    Args:
        plan: what to install.
        say: gets each line of output.
        progress: gets per cent.
        is_cancelled: asked about twenty times a second.
    """

    def __init__(
        self,
        plan: Installation,
        say: Callable[[str], None],
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool] = not_cancelled,
    ) -> None:
        self.plan = plan
        self.say = say
        self.progress = progress
        self.is_cancelled = is_cancelled
        self.log = user_data_dir() / "logs" / f"install-{time.strftime('%Y%m%d-%H%M%S')}.log"
        self._scratch = plan.environment / "tmp"
        self._wanted = max(1, len(requirement_names(plan.requirements)))
        self._seen = 0
        self._progress_bar = "off"

    def run(self) -> Path:
        """Install and return the engine's interpreter.

        Raises:
            EngineError: a step failed; the sentence says which, or that the disk is full.
            EngineCancelled: the user cancelled; a retry goes on from what is there.
        """
        try:
            return self._run()
        except OSError as error:
            raise self._disk_error(error) from error
        finally:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def add(self) -> Path:
        """Install further packages into an environment that is there, and leave those that are in it as they are.

        Raises:
            EngineError: a step failed; the engine still works.
            EngineCancelled: the user cancelled.
        """
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            python = python_in(self.plan.environment)
            self._scratch.mkdir(exist_ok=True)
            arguments = ("-c", str(requirements_file()), "-r", str(self.plan.requirements))
            self._step(self._pip(python, *arguments), tr("installing the packages"))
            names = ", ".join(name.split("==")[0] for name in requirement_names(self.plan.requirements))
            self._step([str(python), "-I", "-c", f"import {names}"], tr("trying the packages"))
            self.progress(100)
            return python
        except OSError as error:
            raise self._disk_error(error) from error
        finally:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _run(self) -> Path:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        environment = self.plan.environment
        (environment / COMPLETE).unlink(missing_ok=True)
        if self.plan.fresh:
            remove_engine(environment)
        self._check_room()
        python = python_in(environment)
        if not self._has_pip(python):
            base = python_for_engine()
            self._tell(tr("Making an environment with {0} in {1}").format(base, environment))
            # In two steps, because venv keeps to itself what went wrong with pip.
            make = [str(base), "-I", "-m", "venv", "--clear", "--without-pip", str(environment)]
            self._step(make, tr("making the environment"))
            self._scratch.mkdir(exist_ok=True)
            self._step([str(python), "-I", "-m", "ensurepip", "--upgrade"], tr("making the environment"))
        self._scratch.mkdir(exist_ok=True)
        self.progress(3)
        self._renew_pip(python)
        self.progress(6)
        index = torch_index(self.plan.build)
        torch = [name for name in requirement_names(self.plan.requirements) if name.startswith("torch==")]
        if index and torch:
            # Alone and without its dependencies, so that nothing else is ever taken from that index.
            self._step(self._pip(python, "--no-deps", "--index-url", index, *torch), tr("installing torch"))
        self._seen = 0
        self._step(self._pip(python, "-r", str(self.plan.requirements)), tr("installing the packages"))
        self.progress(96)
        self._step([str(python), "-I", "-c", "import torch, rasterio, transformers"], tr("trying the packages"))
        done = {"version": version(), "build": self.plan.build, "requirements": self.plan.requirements.name}
        (environment / COMPLETE).write_text(json.dumps(done), encoding="utf-8")
        self.progress(100)
        return python

    def _has_pip(self, python: Path) -> bool:
        """Return whether the environment is there and was not left half made."""
        if not python.is_file():
            return False
        try:
            return (
                run_streaming([str(python), "-I", "-m", "pip", "--version"], lambda _line: None, self.is_cancelled) == 0
            )
        except OSError:
            return False

    def _renew_pip(self, python: Path) -> None:
        """Update pip, which then tells how far a download is; an older one does without."""
        try:
            self._step([*self._pip(python), "--upgrade", "pip>=25,<27"], tr("updating pip"))
        except EngineError:
            self._tell(tr("pip could not be updated; going on with the one that is there."))
        else:
            self._progress_bar = "raw"

    def _pip(self, python: Path, *arguments: str) -> list[str]:
        options = ["--no-input", "--disable-pip-version-check", "--progress-bar", self._progress_bar]
        return [str(python), "-I", "-m", "pip", "install", *options, *arguments]

    def _step(self, command: list[str], name: str) -> None:
        tail: list[str] = []
        full = False

        def on_line(line: str) -> None:
            nonlocal full
            full = full or any(sign in line for sign in FULL)
            del tail[:-12]
            tail.append(line)
            self._heed(line)

        try:
            code = run_streaming(command, on_line, self.is_cancelled, self._variables())
        except OSError as error:
            raise EngineError(tr("{0} could not be started: {1}").format(command[0], error), log=self.log) from error
        if code != 0:
            if full:
                raise self._full()
            raise EngineError(
                tr("The installation stopped while {0}. Check the network and the log, then try again.").format(name),
                log=self.log,
                tail="\n".join(tail),
            )

    def _variables(self) -> dict[str, str]:
        """Return what pip needs: the way to the network, and room for downloads on the disk that was checked."""
        if not self._scratch.is_dir():
            return dict(self.plan.network)
        return {**self.plan.network, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._scratch))}

    def _full(self) -> EngineError:
        free = shutil.disk_usage(_existing(self.plan.environment)).free / 1e9
        return EngineError(
            tr(
                "The disk of {0} is full ({1:.1f} GB free; the engine needs {2} GB in all). Make room and press "
                "“Install engine” again: it goes on from what is there. “Remove” gives the room back."
            ).format(self.plan.environment, free, NEEDED_GB[self.plan.build]),
            log=self.log,
        )

    def _disk_error(self, error: OSError) -> EngineError:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            return self._full()
        return EngineError(
            tr("{0} cannot be written: {1}. Correct that and try again.").format(
                error.filename or self.plan.environment, error.strerror or error
            )
        )

    def _heed(self, line: str) -> None:
        """Turn a line of pip's into progress; what is for people is shown and logged."""
        found = DOWNLOADED.search(line)
        share = 0.0
        if found:
            share = int(found.group(1)) / max(1, int(found.group(2)))
        elif line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self._seen += 1
        if self._seen:
            self.progress(min(90.0, 6 + 84 * (self._seen - 1 + share) / self._wanted))
        elif found:
            self.progress(6 + 10 * share)
        if not found and line.strip():
            self._note(line)
            words = for_people(line)
            if words:
                self.say(words)

    def _tell(self, line: str) -> None:
        self._note(line)
        self.say(line)

    def _note(self, line: str) -> None:
        """Write a line into the log."""
        with contextlib.suppress(OSError), self.log.open("a", encoding="utf-8") as log:  # the disk may be full
            log.write(line + "\n")

    def _check_room(self) -> None:
        place = _existing(self.plan.environment)
        free = shutil.disk_usage(place).free / 1e9
        needed = NEEDED_GB[self.plan.build]
        if free < needed:
            raise EngineError(
                tr("{0} has {1:.1f} GB free; the engine needs {2} GB. Make room and try again.").format(
                    place, free, needed
                )
            )


def for_people(line: str) -> str:
    """Return what a line of pip's says to somebody who waits, empty where that is nothing; the log has every line."""
    first, _, rest = line.strip().partition(" ")
    name = re.split(r"[\s(;<>=!~\[]", rest, maxsplit=1)[0]
    if first == "Collecting":
        return tr("Fetching {0}…").format(name)
    if line.startswith("Installing collected packages"):
        return tr("Installing the packages. This takes a few minutes.")
    if line.startswith("Successfully installed"):
        return tr("{0} packages are installed.").format(len(rest.split()) - 1)
    return line if line.startswith(("ERROR", "WARNING", "Traceback")) else ""


def _existing(path: Path) -> Path:
    """Return the path, or the nearest folder above it that is there."""
    return next((place for place in (path, *path.parents) if place.exists()), Path.home())


def torch_index(build: str) -> str:
    """Return the extra package index that has torch in the build wanted, empty where PyPI's own is it."""
    if sys.platform == "darwin":
        return ""
    if build == "cpu":
        return INDEX + "cpu" if sys.platform != "win32" else ""
    return INDEX + "cu130" if sys.platform == "win32" else ""


def requirement_names(path: Path) -> list[str]:
    """Return the packages that a requirements file names."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def remove_engine(environment: Optional[Path] = None) -> bool:
    """Remove the private environment and say whether there was one.

    Raises:
        EngineError: a file is in use or protected.
    """
    environment = environment or private_environment()
    if not environment.exists():
        return False
    ours = environment == private_environment() or (environment / "pyvenv.cfg").is_file()
    if PLUGIN_ROOT.is_relative_to(environment) or not ours:
        raise EngineError(tr("{0} is no environment of this plugin's and is left alone.").format(environment))
    try:
        shutil.rmtree(environment)
    except OSError as error:
        raise EngineError(tr("{0} could not be removed: {1}.").format(environment, error)) from error
    return True
