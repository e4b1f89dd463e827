"""The plugin's entry: puts provider, actions and settings page into QGIS and takes them out again."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QToolBar

from .engine.pool import pool
from .help import guide_url
from .i18n import install_translation, remove_translation, tr
from .icons import IconKeeper
from .processing.provider import DescribeChangesProvider


class DescribeChangesPlugin:
    """Lives as long as QGIS has the plugin switched on.

    Args:
        iface: the application's interface; None under ``qgis_process``, where only ``initProcessing`` is run.
    """

    def __init__(self, iface: Optional[Any]) -> None:
        self.iface = iface
        self.translator = install_translation()
        self.provider: Optional[DescribeChangesProvider] = None
        self.toolbar: Optional[QToolBar] = None
        self.actions: list[QAction] = []
        self.icons: Optional[IconKeeper] = None
        self.options_factory: Optional[Any] = None
        self.dock: Optional[Any] = None
        self.start: Optional[Any] = None
        self.pictures: Optional[Any] = None
        self.dropped: Optional[Any] = None

    def initProcessing(self) -> None:
        """Register the Processing provider; all that qgis_process asks for."""
        if self.provider is None:
            self.provider = DescribeChangesProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add toolbar, menu entries, help and settings page."""
        self.initProcessing()
        if self.iface is None:
            return
        from .layers import map_tips
        from .layers.dropped import DroppedResults

        self.pictures, self.dropped = map_tips.register(), DroppedResults()
        from .gui.common.settings_page import SettingsPageFactory
        from .gui.common.whats_this import explain
        from .gui.dock import DescribeDock
        from .gui.start.panel import add_start

        self.icons = IconKeeper(self.iface.mainWindow())
        self.toolbar = self.iface.addToolBar(tr("Describe Changes"))
        self.toolbar.setObjectName("DescribeChangesToolBar")
        describe = self._action("mActionDescribeChanges", tr("Describe Changes…"), self.describe)
        describe.setStatusTip(tr("Tell in words, masks and facts what changed between two dated rasters"))
        self.toolbar.addAction(describe)
        self.iface.rasterMenu().addAction(describe)
        self.dock = DescribeDock(self.iface, self.iface.mainWindow())
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.start = add_start(self.iface, self.dock)
        self.start.guide_wanted.connect(self.help)
        explain(self.dock)
        self.dock.hide()
        guide = self._action("mActionDescribeChangesHelp", tr("Describe Changes"), self.help)
        self.iface.pluginHelpMenu().addAction(guide)
        self.options_factory = SettingsPageFactory()
        self.iface.registerOptionsWidgetFactory(self.options_factory)

    def unload(self) -> None:
        """Take everything out of QGIS and stop the engine."""
        pool.stop_all()
        if self.pictures is not None:
            from .layers import map_tips

            map_tips.unregister()
            self.dropped.close_down()
            self.pictures = self.dropped = None
        if self.dock is not None:
            self.start.close_down()
            self.dock.close_down()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = self.start = None
        if self.icons is not None:
            self.icons.close_down()
            self.icons = None
        if self.iface is not None:
            for action in self.actions:
                self.iface.rasterMenu().removeAction(action)
                self.iface.pluginHelpMenu().removeAction(action)
                action.deleteLater()
            if self.options_factory is not None:
                self.iface.unregisterOptionsWidgetFactory(self.options_factory)
            if self.toolbar is not None:
                self.toolbar.parent().removeToolBar(self.toolbar)
                self.toolbar.deleteLater()
        self.actions, self.options_factory, self.toolbar = [], None, None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation(self.translator)
        self.translator = None

    def describe(self) -> None:
        """Show the dock."""
        if self.dock is not None:
            self.dock.setUserVisible(True)
            QTimer.singleShot(0, self.dock.widen_once)  # once the window has made room for it

    def help(self) -> None:
        """Open the user guide."""
        QDesktopServices.openUrl(QUrl(guide_url()))

    def _action(self, name: str, text: str, slot: Any) -> QAction:
        action = QAction(text, self.iface.mainWindow())
        if self.icons is not None:
            self.icons.add(action)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: slot())
        self.actions.append(action)
        return action
