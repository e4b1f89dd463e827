"""Find the engine's Python: the setting, else the private environment, else the checkout's own."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings

from ..i18n import tr
from ..paths import PLUGIN_ROOT, user_data_dir
from .errors import EngineError

SETTING = "describe_changes/engine_python"
VARIABLE = "DESCRIBE_CHANGES_PYTHON"
COMPLETE = "describe_changes.json"
"""File in the private environment that the installer writes last; without it the installation is half done."""


@dataclass(frozen=True)
class EngineLocation:
    """A Python that shall run the engine, and how it was found.

    Attributes:
        python: the interpreter.
        origin: ``variable``, ``setting``, ``private`` or ``checkout``.
    """

    python: Path
    origin: str


def private_environment() -> Path:
    """Return the folder of the environment that *Install engine* makes."""
    return user_data_dir() / "engine"


def python_in(environment: Path) -> Path:
    """Return the interpreter inside a virtual environment."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def python_setting() -> str:
    """Return the interpreter that the user named in the settings, or an empty string."""
    return str(QgsSettings().value(SETTING, "", type=str) or "").strip()


def set_python_setting(path: str) -> None:
    """Store the interpreter to use; an empty string means automatic."""
    if path.strip():
        QgsSettings().setValue(SETTING, path.strip())
    else:
        QgsSettings().remove(SETTING)


class EngineLocator:
    """Finds the engine's Python; asks the disk anew at each call, so that an installation counts at once."""

    def locate(self) -> EngineLocation:
        """Return where the engine is.

        Raises:
            EngineError: kind ``missing``, with what to do.
        """
        for origin, named in (("variable", os.environ.get(VARIABLE, "").strip()), ("setting", python_setting())):
            if named:
                if not Path(named).is_file():
                    raise EngineError(_named_but_absent(origin, named), kind="missing")
                return EngineLocation(Path(named), origin)
        private, checkout = private_environment(), PLUGIN_ROOT / ".venv"
        if (private / COMPLETE).is_file() and python_in(private).is_file():
            return EngineLocation(python_in(private), "private")
        if python_in(checkout).is_file():
            return EngineLocation(python_in(checkout), "checkout")
        raise EngineError(how_to_install(), kind="missing")

    def problem(self) -> str:
        """Return why there is no engine, as a sentence, or an empty string where there is one."""
        try:
            self.locate()
        except EngineError as error:
            return str(error)
        return ""


def how_to_install() -> str:
    """Return the sentence that leads to an engine."""
    return tr(
        "Describe Changes has no engine yet. Open Settings ▸ Options… ▸ Describe Changes and press "
        "“Install engine”, or name a Python there that already has it."
    )


def what_to_do_here() -> str:
    """Return what leads to an engine, for the page on which that is done."""
    variable, named = os.environ.get(VARIABLE, "").strip(), python_setting()
    if variable:
        return _named_but_absent("variable", variable)
    if named:
        return tr(
            "The engine's Python {0} does not exist any more. Clear the path above to have it found automatically, or "
            "press “Install engine”."
        ).format(named)
    return tr("There is no engine yet. Press “Install engine”, or name a Python above that already has it.")


def _named_but_absent(origin: str, named: str) -> str:
    if origin == "variable":
        return tr("The environment variable {0} names {1}, which does not exist.").format(VARIABLE, named)
    return tr(
        "The engine's Python {0} does not exist any more. Open Settings ▸ Options… ▸ Describe Changes, clear "
        "the path to have it found automatically, or press “Install engine”."
    ).format(named)
