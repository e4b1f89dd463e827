"""The tab *Describe*: pick a pair, look at its tiles, run, watch, cancel."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsProject, QgsRasterLayer, QgsReferencedRectangle
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.locator import EngineLocator
from ...i18n import tr
from ...layers.named_files import image_file, new_file
from ...layers.rasters import found_date
from ...layers.server_facts import server_facts
from ...numbers import real, whole
from ...processing.parameters import names_colours, translate_option_names
from ..common.engine_query import EngineQuery
from ..common.messages import plain_label, push_message
from ..common.raster_file import add_raster_file
from ..common.result_files import automatic_file, file_problem, named_file
from ..common.result_map import show_result
from ..common.settings import PairSettings, remember, remembered
from .extent_widget import ExtentWidget
from .options_widget import OptionsWidget
from .raster_pair_widget import RasterPairWidget
from .resume import can_resume, tidy, work_file
from .run import DescribeTask
from .speed_estimate import estimate_text, known_speed, record_speed
from .tile_preview import TilePreview
from .web_clips import WantedClip, WebClips
from .web_map_box import WebMapBox

INSPECT_AFTER_MS = 600
LOG_LINES = 500


class DescribePanel(QWidget):
    """The widgets of the tab and what they do.

    Signals:
        described: a run has left a layer of tiles; its id.
    """

    described = pyqtSignal(str)

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesRun")
        self._iface = iface
        self._run: Optional[DescribeTask] = None
        self._clips: Optional[WebClips] = None
        self._asked = ("auto", "", 0)
        self._known = False
        self.inspected: dict[str, Any] = {}
        self.preview = TilePreview(iface.mapCanvas())
        self._build()
        self._inspection = EngineQuery("inspect", self)
        self._inspection.answered.connect(self._inspected)
        self._inspection.failed.connect(self._not_inspected)
        self._doctor = EngineQuery("doctor", self)
        self._doctor.answered.connect(self.options.offer)
        self.options.models_changed.connect(lambda: self._doctor.start())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(INSPECT_AFTER_MS)
        self._later.timeout.connect(self.inspect)
        for signal in (self.pair.changed, self.options.changed, self.extent.changed):
            signal.connect(self._inspect_soon)
        for signal in (self.pair.changed, self.extent.changed):
            signal.connect(self._say_web)
        QgsProject.instance().cleared.connect(self._project_cleared)
        QgsProject.instance().homePathChanged.connect(self._say_where)
        self.pair.changed.connect(self._say_where)
        QgsProject.instance().readProject.connect(self._project_read)
        QgsProject.instance().writeProject.connect(self._project_written)
        self.apply(remembered(PairSettings))
        self._offer_resume()
        self._say_where()
        self._say_web()

    def _build(self) -> None:
        self.pair = RasterPairWidget()
        self.options = OptionsWidget()
        self.extent = ExtentWidget(self._iface.mapCanvas())
        self.web = WebMapBox()
        body = QWidget()
        inner = QVBoxLayout(body)
        for widget in (self.pair, self.extent, self.web, self.options):
            inner.addWidget(widget)
        inner.addStretch(1)
        area = QgsScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        self.estimate = plain_label("mEstimate")
        self.grid_button = QPushButton(tr("Show &tiles"))
        self.grid_button.setObjectName("mShowTiles")
        self.grid_button.setCheckable(True)
        self.grid_button.toggled.connect(self._show_tiles)
        self.run_button = QPushButton(tr("&Describe changes"))
        self.run_button.setObjectName("mRun")
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(lambda _checked=False: self.run())
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.setObjectName("mCancel")
        self.cancel_button.setEnabled(False)
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancel())
        self.resume_button = QPushButton(tr("Res&ume"))
        self.resume_button.setObjectName("mResume")
        self.resume_button.setToolTip(tr("Go on with this job where a cancelled or failed run has left it"))
        self.resume_button.clicked.connect(lambda _checked=False: self.run(resume=True))
        row = QHBoxLayout()
        for button in (self.grid_button, self.run_button, self.cancel_button, self.resume_button):
            row.addWidget(button)
        self.progress = QProgressBar()
        self.progress.setObjectName("mProgress")
        self.progress.hide()  # until there is something to tell
        self.log = QPlainTextEdit()
        self.log.setObjectName("mLog")
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.setMaximumHeight(90)
        self.log.setAccessibleName(tr("Log of the run"))
        foot = QVBoxLayout()
        foot.addWidget(self.estimate)
        foot.addLayout(row)
        foot.addWidget(self.progress)
        foot.addWidget(self.log)
        return foot

    def showEvent(self, event: Any) -> None:
        """Ask the engine for models and devices when the dock is first seen, not before."""
        super().showEvent(event)
        if self._known:
            return
        problem = EngineLocator().problem()
        self._known = not problem  # else look again: it may be installed meanwhile
        self.estimate.setText(problem)
        if self._known:
            self._doctor.start()
            self._inspect_soon()

    def parameters(self) -> dict[str, Any]:
        """Return what the widgets say, as parameters of the algorithm."""
        sides = self.pair.sides()
        given: dict[str, Any] = {}
        if sides is not None:
            for name, side in (("BEFORE", sides[0]), ("AFTER", sides[1])):
                given[name] = side.layer
                if side.date:
                    given[f"DATE_{name}"] = side.date
        return {**given, **self.extent.parameters(), **self.options.parameters()}

    def settings(self) -> PairSettings:
        """Return what the widgets are set to."""
        sides = self.pair.sides()
        pair = {}
        if sides is not None:
            pair = {"before": sides[0].layer.id(), "after": sides[1].layer.id()}
            pair.update(date_before=sides[0].date, date_after=sides[1].date)
        options = vars(self.options.settings())
        return PairSettings(**options, **pair, extent=self.extent.state(), web_pixel=self.web.pixel.value())

    def apply(self, settings: PairSettings) -> None:
        """Set the widgets; what is not known, or is gone from the project, stays as it is."""
        rows = (
            (self.pair.before, settings.before, self.pair.before_date, settings.date_before),
            (self.pair.after, settings.after, self.pair.after_date, settings.date_after),
        )
        for combo, identifier, field, date in rows:
            layer = QgsProject.instance().mapLayer(identifier)
            if layer is not None:
                combo.setLayer(layer)
                if date:
                    field.setText(date)
        self.options.apply(settings)
        self.extent.restore(settings.extent)
        if settings.web_pixel is not None:
            self.web.pixel.setValue(settings.web_pixel)
        self.pair.judge()

    def wanted(self) -> Path:
        """Return where the result shall lie: in the file that the person has named, else in one named by the images."""
        named = self.options.output.filePath().strip()
        if named:
            return named_file(named)
        sides = self.pair.sides()
        names = [side.layer.name() for side in sides] if sides is not None else []
        return automatic_file("changes", names)

    def destinations(self) -> dict[str, Any]:
        """Return where everything goes that a run writes, each under a name that nobody has used yet."""
        result = str(new_file(self.wanted()))
        given = {"SITES": result, "CHANGES": result, "TILES": result}
        for name, widget in (("MASK", self.options.mask), ("REPORT", self.options.report)):
            if widget.filePath().strip():
                given[name] = str(new_file(Path(widget.filePath().strip())))
        return given

    def work(self) -> Path:
        """Return where the engine keeps the unfinished work of the job that the widgets describe."""
        return work_file(self.parameters(), self.extent.engine_parameters().get("aoi", ""))

    def run(self, resume: bool = False) -> None:
        """Start a run.

        Args:
            resume: go on with what an earlier run of the same job has finished.
        """
        wanted = self.wanted()
        problem = self.pair.problem() or self.extent.problem() or file_problem(wanted) or self.web.problem()
        if not problem and self.pair.web_maps():
            self._fetch()
            return
        title = tr("Describe changes")
        given = {**self.parameters(), **self.destinations()}
        run = DescribeTask(given, title, self.work(), resume, self, wanted) if not problem else None
        problem = problem or (run.problem() if run is not None else "")
        if problem or run is None:
            self._tell(problem, Qgis.MessageLevel.Warning)
            return
        remember(self.settings())
        tidy()
        self._run, self._asked = run, self._chosen()
        run.progressed.connect(self._progressed)
        run.said.connect(self._say)
        run.began.connect(lambda: self.pair.show_found(*run.dates()))
        run.ended.connect(self._ended)
        self.log.clear()
        self.grid_button.setChecked(False)
        self._inspection.cancel()
        self._later.stop()
        self.estimate.setText(tr("Starting the engine…"))
        self._busy(True)
        run.start()

    def _fetch(self) -> None:
        """Fetch what is needed of web maps into files beside the result; the run begins when they are there."""
        rectangle = QgsReferencedRectangle(*(self._area() or ()))
        folder, ground = self.wanted().parent, self.web.pixel.value()
        clips = [
            WantedClip(side.layer, image_file(folder, side.layer.name(), side.date_or_range()), rectangle, ground)
            for side in self.pair.web_maps()
        ]
        remember(self.settings())
        self._clips = WebClips(clips, self)
        self._clips.progressed.connect(self._progressed)
        self._clips.said.connect(self._say)
        self._clips.fetched.connect(self._take_clip)
        self._clips.ended.connect(self._fetched)
        self.log.clear()
        self._busy(True)
        self._clips.start()

    def _take_clip(self, web_map: QgsRasterLayer, path: str) -> None:
        """Put the file of a web map on the map and into its place in the pair."""
        clip = add_raster_file(path)
        if clip is not None:
            server_facts(clip).setAttribution(server_facts(web_map).attribution())
            server_facts(clip).setAttributionUrl(server_facts(web_map).attributionUrl())
            self.pair.take_clip(web_map, clip)

    def _fetched(self, outcome: str, told: str) -> None:
        """Go on with the run, or say why there is none."""
        if self._clips is not None:
            self._clips.deleteLater()
        self._clips = None
        self._busy(False)
        if outcome == "done":
            self.run()
            return
        self.progress.setValue(0)
        self.estimate.setText(told)
        cancelled = outcome == "cancelled"
        self._tell(told, Qgis.MessageLevel.Info if cancelled else Qgis.MessageLevel.Warning)

    def _area(self) -> Optional[tuple[Any, Any]]:
        """Return the rectangle that is described, and its CRS; None where nothing limits it."""
        files = [side.layer for side in self.pair.sides() or () if side not in self.pair.web_maps()]
        return self.extent.area() or ((files[0].extent(), files[0].crs()) if files else None)

    def _say_web(self, *_: Any) -> None:
        """Say of web maps what is fetched, and whose it is."""
        maps = self.pair.web_maps()
        undated = any(not side.date_or_range() for side in maps)
        self.web.show_for([side.layer for side in maps], self._area() if maps else None, undated)

    def cancel(self) -> None:
        """Stop the run; what is finished stays on the map."""
        if self._clips is not None:
            self.cancel_button.setEnabled(False)
            self._clips.cancel()
        if self._run is not None:
            self.cancel_button.setEnabled(False)
            self._run.cancel()

    def inspect(self) -> None:
        """Ask the engine what is in the pair: dates, tiles, warnings."""
        sides = self.pair.sides()
        if self._run is not None or self._clips is not None or sides is None or EngineLocator().problem():
            return
        if self.pair.web_maps():  # what the engine can look at is fetched first
            return
        if any(side.address for side in sides):
            self.estimate.setText(tr("What lies on a server is looked at when the run begins."))
            return
        if self.pair.problem() or self.extent.problem():
            return
        given = self.parameters()
        params = {"before": sides[0].path, "after": sides[1].path, "model": given.get("MODEL")}
        params.update(date_before=sides[0].date, date_after=sides[1].date, bands=given.get("BANDS"))
        params.update(tile_size=given.get("TILE_SIZE"), overlap=given.get("OVERLAP"))
        params.update(self.extent.engine_parameters())
        for side, role in zip(sides, ("before", "after")):
            params.update(side.facts.params(role, not names_colours(given.get("BANDS"))))
        self._inspection.start(params)

    def close_down(self) -> None:
        """Stop everything; for unloading."""
        self._later.stop()
        self._inspection.cancel()
        self._doctor.cancel()
        self.cancel()
        self.preview.clear()
        self.extent.close_down()
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        QgsProject.instance().homePathChanged.disconnect(self._say_where)
        QgsProject.instance().readProject.disconnect(self._project_read)
        QgsProject.instance().writeProject.disconnect(self._project_written)

    def _inspect_soon(self, *_: Any) -> None:
        if self._run is not None or self._clips is not None:
            return
        self._offer_resume()
        self.inspected = {}
        self.preview.clear()
        self._inspection.cancel()
        self.estimate.setText("")
        self._later.start()

    def _inspected(self, pair: dict[str, Any]) -> None:
        self.inspected = pair
        self.pair.show_found(*(found_date(pair.get(name)) for name in ("date_before", "date_after")))
        words = [
            tr("{0} tiles, {1} × {2} pixels of {3} m.").format(
                *(whole(pair.get(name) or 0) for name in ("tiles", "width", "height")), real(pair.get("gsd_m") or 0.0)
            )
        ]
        tiles = int(pair.get("tiles") or 0)
        if tiles:
            words[0] += " " + estimate_text(tiles, known_speed(*self._chosen()))
        without = not self.options.parameters().get("BANDS")
        for side in self.pair.sides() or ():
            words += side.facts.told(side.layer.name(), without)
        words += [translate_option_names(str(warning)) for warning in pair.get("warnings") or []]
        self.estimate.setText("\n".join(words))
        self._show_tiles(self.grid_button.isChecked())

    def _not_inspected(self, problem: str) -> None:
        self.estimate.setText(problem)

    def _show_tiles(self, shown: bool) -> None:
        self.preview.clear()
        if shown and self.inspected:
            self.preview.show(self.inspected)

    def _progressed(self, percent: float, words: str) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))
        self.estimate.setText(words)

    def _say(self, line: str) -> None:
        """Add a line to the log and show it."""
        self.log.appendPlainText(line)
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    def _ended(self, outcome: str, told: str, identifier: str) -> None:
        in_short = told
        if self._run is not None:
            in_short = self._run.in_short or told
            pace = self._run.pace
            record_speed(*self._asked, pace.tiles, pace.tiles_per_second, self._run.device())
            self._run.deleteLater()
        self._run = None
        self._busy(False)
        self.progress.setValue(100 if outcome == "done" else 0)
        self.estimate.setText(told)
        levels = {"done": Qgis.MessageLevel.Success, "cancelled": Qgis.MessageLevel.Info}
        self._tell(in_short, levels.get(outcome, Qgis.MessageLevel.Warning))
        layer = QgsProject.instance().mapLayer(identifier) if identifier else None
        if layer is not None:
            if outcome == "done":
                show_result(self._iface.mapCanvas(), layer)
            self.described.emit(identifier)

    def _chosen(self) -> tuple[str, str, int]:
        """Return by what a measured speed is found again: device, model, tile size (0: the model's own)."""
        given = self.options.parameters()
        return str(given["DEVICE"]), self.options.model_name(), int(given.get("TILE_SIZE", 0))

    def _offer_resume(self) -> None:
        """Offer to go on where this very job has been left."""
        possible = (
            self._run is None and self._clips is None and self.pair.sides() is not None and can_resume(self.work())
        )
        self.resume_button.setEnabled(possible)

    def _busy(self, busy: bool) -> None:
        self._offer_resume()
        self.run_button.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)
        self.progress.setVisible(True)
        self.progress.setRange(0, 0 if busy else 100)

    def _project_written(self, *_: Any) -> None:
        """Let the project take the settings along when it is saved, also those that no run has used yet."""
        if self.pair.sides() is not None:
            remember(self.settings())

    def _say_where(self, *_: Any) -> None:
        """Show in the empty field where the result goes by itself."""
        sides = self.pair.sides()
        names = [side.layer.name() for side in sides] if sides is not None else []
        self.options.say_where(automatic_file("changes", names))

    def _project_cleared(self) -> None:
        """Let go of the files of the project that was closed: the next one writes its own."""
        self.options.forget_files()

    def _project_read(self, *_: Any) -> None:
        self.apply(remembered(PairSettings))
        self._say_where()
        self._say_web()
        self._offer_resume()

    def _tell(self, words: str, level: Any) -> None:
        push_message(self._iface, words, level)
