"""Base of all algorithms of the provider: their icons, their help, and how an engine's fault reaches QGIS."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from .. import icons
from ..engine.errors import EngineCancelled, EngineError
from ..engine.pool import pool
from ..help import help_url
from ..i18n import tr
from ..paths import PLUGIN_ROOT, icon_path
from .parameters import MODEL, translate_option_names

PICTURE_WIDTH = 210
"""Of a picture beside the dialog, in pixels; the column of the text is hardly wider."""


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose work the engine does, in a process of its own.

    A subclass says what it is called and which parameters it has, checks them in :meth:`problem`, and works in
    ``processAlgorithm``.

    Attributes:
        needs_engine: whether it can do nothing without the engine.
    """

    needs_engine = True

    def createInstance(self) -> EngineAlgorithm:
        """Return a fresh instance; QGIS runs each job on one of its own."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return icons.icon()

    def svgIconPath(self) -> str:
        """Return the icon for the model designer, whose boxes are light in every theme."""
        return icon_path(icons.MAIN)

    def helpUrl(self) -> str:
        """Return the address of the algorithm's page."""
        return help_url(self)

    def picture(self, name: str, words: str) -> str:
        """Return a picture for the text beside the dialog, empty where it is not there.

        Args:
            name: of a file in ``docs/images``.
            words: what stands for it where pictures are not shown.
        """
        path = PLUGIN_ROOT / "docs" / "images" / name
        address = QUrl.fromLocalFile(str(path)).toString()
        return f'<p><img src="{address}" width="{PICTURE_WIDTH}" alt="{escape(words)}"></p>' if path.is_file() else ""

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check what QGIS can tell of the values, then whether there is an engine, then :meth:`problem`."""
        offered = {name: value for name, value in parameters.items() if not (name == MODEL and isinstance(value, str))}
        ok, message = super().checkParameterValues(offered, context)  # a model may also be the path of a pack
        if not ok:
            return False, message
        problem = pool.locator.problem() if self.needs_engine else ""
        problem = problem or self.problem(parameters, context)
        return (False, problem) if problem else (True, "")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Check once more: a batch runs its rows without asking :meth:`checkParameterValues`."""
        problem = self.problem(parameters, context)
        if problem:
            raise QgsProcessingException(problem)
        return True

    def problem(self, _parameters: dict[str, Any], _context: QgsProcessingContext) -> str:
        """Return what is wrong with values that are well-formed, as a sentence, or an empty string."""
        return ""

    def declare(self, parameters: Iterable[QgsProcessingParameterDefinition], outputs: Iterable[Any] = ()) -> None:
        """Add parameters in the order of the dialog, and outputs that are no destination."""
        for parameter in parameters:
            self.addParameter(parameter)
        for output in outputs:
            self.addOutput(output)

    def optional(self, parameters: dict[str, Any], name: str, read: Callable[..., Any], context: Any) -> Optional[Any]:
        """Return the value of an optional parameter, None where it is left to the engine.

        Args:
            parameters: as given.
            name: of the parameter.
            read: the method that reads it, such as ``self.parameterAsInt``.
            context: of the run.
        """
        return None if parameters.get(name) is None else read(parameters, name, context)


@contextlib.contextmanager
def engine_faults(cancelled: str = "") -> Iterator[None]:
    """Turn what the engine raises into what QGIS shows.

    Args:
        cancelled: the sentence after a cancel.

    Raises:
        QgsProcessingException: the engine was cancelled, is not there, refused its input or failed.
    """
    try:
        yield
    except EngineCancelled:
        raise QgsProcessingException(cancelled or tr("Cancelled.")) from None
    except EngineError as error:
        raise QgsProcessingException(translate_option_names(error.details())) from error
