"""Drive the dock in a real QGIS window as an analyst would: pick, run, cancel, resume, review, swipe, report.

    scripts/drive_dock.py BEFORE AFTER FOLDER [--tile-size PX --overlap PX] [--model PACK] [--cancel-at TILES]

Takes pictures of the window into FOLDER and writes ``figures.json`` there: tiles, tiles per second, the largest
gaps between two ticks of the window's event loop during the runs, and what Python the window's thread was in then.
Needs QGIS, Xvfb and ImageMagick; the same file is what QGIS runs inside (``--code``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

TASK = "DESCRIBE_CHANGES_DRIVE"
PATIENCE = 900.0
SIZE = (1500, 950)
LONG = 15.0
"""A gap of so many ms, the wait for a processor taken off, is looked at."""


class Gaps:
    """Time between ticks of the event loop: on the wall, and what the window's own thread worked, in ms."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import QTimer

        self.walls: list[float] = []
        self.works: list[float] = []
        self.calm: list[float] = []
        self.worst: list[tuple[float, float, float, float, str]] = []
        self._watch = Watch()
        self._last = _clocks()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to count."""
        self._last = _clocks()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def figures(self) -> dict[str, Any]:
        """Return the largest gaps."""
        walls = sorted(self.walls)
        return {
            "ticks": len(walls),
            "largest_wall_ms": round(walls[-1], 1),
            "p99_wall_ms": round(walls[int(len(walls) * 0.99)], 1),
            "over_100_ms": sum(gap > 100 for gap in walls),
            "largest_without_queue_for_processor_ms": round(max(self.calm), 1),
            "over_100_ms_without_queue": sum(gap > 100 for gap in self.calm),
            "largest_work_ms": round(max(self.works), 1),
            "worst_without_queue_wall_work_ms_when_s_where": self.worst,
        }

    def _tick(self) -> None:
        now = _clocks()
        wall, work, queue = (after - before for after, before in zip(now, self._last, strict=True))
        self.walls.append(wall)
        self.works.append(work)
        self.calm.append(wall - queue)
        figures = (round(wall - queue, 1), round(wall, 1), round(work, 1), round(now[0] / 1e3, 1))
        if wall - queue > LONG:
            self.worst = sorted([*self.worst, (*figures, self._watch.seen(self._last[0]))])[-8:]
        self._last = now


class Watch:
    """Looks every few milliseconds at what Python the window's thread is in; Qt's own work has no name here."""

    def __init__(self) -> None:
        self._looks: deque[tuple[float, str]] = deque(maxlen=2000)
        self._watched = threading.get_ident()
        threading.Thread(target=self._look, daemon=True).start()

    def seen(self, since: float) -> str:
        """Return where the thread was since a moment, with how many of the looks found it there."""
        counted = Counter(place for when, place in list(self._looks) if when >= since)
        return ", ".join(f"{place} ×{times}" for place, times in counted.most_common(4))

    def _look(self) -> None:
        while True:
            time.sleep(0.004)
            frame = sys._current_frames().get(self._watched)
            names: list[str] = []
            while frame is not None and len(names) < 3:
                names.append(f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}")
                frame = frame.f_back
            self._looks.append((1e3 * time.monotonic(), " < ".join(names) or "Qt"))


def _clocks() -> tuple[float, float, float]:
    """Return wall clock, work of this thread, and its time in the queue for a processor (Linux), in ms."""
    queue = int(Path("/proc/self/schedstat").read_text(encoding="ascii").split()[1]) / 1e6
    return 1e3 * time.monotonic(), 1e3 * time.thread_time(), queue


class Drive:
    """The steps, one after the other, each waiting for the window to get there by itself."""

    def __init__(self, task: dict[str, Any]) -> None:
        from qgis.PyQt.QtCore import QTimer
        from qgis.utils import iface, plugins

        self.task, self.iface = task, iface
        self.plugin = plugins["describe_changes"]
        self.figures: dict[str, Any] = {}
        self.gaps = Gaps()
        self._steps = self.steps()
        self._ready: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    def steps(self) -> Iterator[Callable[[], bool]]:
        """Do one thing after the other; what is yielded says when to go on."""
        from qgis.core import QgsProject, QgsRasterLayer

        task, project, canvas = self.task, QgsProject.instance(), self.iface.mapCanvas()
        layers = [QgsRasterLayer(task[name], Path(task[name]).stem) for name in ("before", "after")]
        project.addMapLayers(layers)
        project.setCrs(layers[0].crs())
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layers[0], layers[0].extent()))
        self.plugin.describe()
        panel, review = self.plugin.dock.run_panel, self.plugin.dock.review_panel
        self.plugin.dock.tabs.setCurrentWidget(panel)
        self.iface.mainWindow().resizeDocks([self.plugin.dock], [460], _horizontal())
        panel.pair.before.setLayer(layers[0])
        panel.pair.after.setLayer(layers[1])
        if task.get("model"):
            panel.options.choose_model(task["model"])
        for name in ("tile_size", "overlap"):
            if task.get(name) is not None:
                getattr(panel.options, name).setValue(task[name])
        panel.options.report.setFilePath(str(Path(task["folder"]) / "report.html"))
        yield lambda: bool(panel.inspected) and panel.options.device.count() > 1
        panel.grid_button.setChecked(True)
        yield self.after(2.0)
        self.shoot("dock_filled")
        self.figures["estimate"] = panel.estimate.text()

        self.gaps.start()
        panel.run_button.click()
        begun = time.monotonic()
        yield lambda: len(_live(panel)) >= task["cancel_at"] or panel.run_button.isEnabled()
        self.gaps.stop()  # taking a picture holds the window up; that is not the plugin's doing
        self.shoot("running")
        self.gaps.start()
        panel.cancel_button.click()
        cancelled = time.monotonic()
        yield panel.run_button.isEnabled
        self.gaps.stop()
        self.figures["cancel_seconds"] = round(time.monotonic() - cancelled, 3)
        self.figures["tiles_kept"] = len(list(review.review.layer.getFeatures())) if review.review else 0
        self.figures["told_after_cancel"] = panel.estimate.text()
        review.step(1)
        review.accept()
        yield self.after(1.0)

        resumed = time.monotonic()
        self.gaps.start()
        panel.resume_button.click()
        yield panel.run_button.isEnabled
        ended = time.monotonic()
        yield self.after(1.0)  # the map that is drawn with the result belongs to it
        self.gaps.stop()
        self.figures["when_s"] = [round(moment, 1) for moment in (begun, cancelled, resumed, ended)]
        self.figures["told"] = panel.estimate.text()
        self.figures["seconds_of_both_runs"] = round(ended - resumed + cancelled - begun, 1)
        tiles = review.review.layer
        self.figures["tiles"] = tiles.featureCount()
        self.figures["verdicts_carried"] = sum(bool(tile["review_status"]) for tile in tiles.getFeatures())
        self.figures["event_loop"] = self.gaps.figures()
        self.figures["pace"] = panel.log.toPlainText().splitlines()[-6:]
        panel.inspected = {}
        panel.inspect()
        yield lambda: bool(panel.inspected)
        self.figures["estimate_now"] = panel.estimate.text()

        self.plugin.dock.tabs.setCurrentWidget(review)
        review.order.setCurrentIndex(review.order.findData("area"))
        review.step(1)
        for verdict in (review.accept, review.accept, review.reject):
            verdict()
            yield self.after(0.3)
        review.caption.setPlainText("houses were destroyed along the road")
        review.edit()
        yield self.after(4.0)
        self.shoot("review")
        review.buttons["mSwipe"].click()
        yield self.after(3.0)
        self.shoot("swipe")
        review.buttons["mSwipe"].click()
        self.figures["judged"] = [review.progress.value(), review.progress.maximum()]
        report = Path(task["folder"]) / "report.html"
        self.figures["report_bytes"] = report.stat().st_size if report.exists() else 0
        self.figures.update(self.report_of(tiles))

    def report_of(self, tiles: Any) -> dict[str, Any]:
        """Write the report of the reviewed tiles, where this version has that algorithm."""
        import processing
        from qgis.core import QgsApplication

        if QgsApplication.processingRegistry().algorithmById("describechanges:report") is None:
            return {}
        target = Path(self.task["folder"]) / "reviewed.html"
        processing.run("describechanges:report", {"INPUT": tiles, "HTML": str(target)})
        return {"reviewed_report_bytes": target.stat().st_size if target.exists() else 0}

    def after(self, seconds: float) -> Callable[[], bool]:
        """Return what is true after some seconds and once the map is drawn."""
        until = time.monotonic() + seconds
        return lambda: time.monotonic() > until and not self.iface.mapCanvas().isDrawing()

    def shoot(self, name: str) -> None:
        """Take a picture of the window."""
        picture = Path(self.task["folder"]) / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(picture)], check=False, timeout=60)  # noqa: S603, S607

    def _advance(self) -> None:
        try:
            if not self._ready():
                if time.monotonic() - self._since > PATIENCE:
                    raise TimeoutError("the window did not get to the next step")
                return
            self._ready = next(self._steps)
            self._since = time.monotonic()
        except StopIteration:
            self._end()
        except Exception:
            self.figures["error"] = traceback.format_exc()
            self.shoot("error")
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        target = Path(self.task["folder"]) / "figures.json"
        target.write_text(json.dumps(self.figures, indent=1, ensure_ascii=False), encoding="utf-8")
        from describe_changes.plugin.engine.pool import pool

        pool.stop_all()
        os._exit(0)


def _horizontal() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Horizontal


def _live(panel: Any) -> list[Any]:
    """Return the tiles that the running job has put on the map."""
    layer = panel._run.live.layer if panel._run is not None else None
    return list(layer.getFeatures()) if layer is not None else []


def main() -> int:
    """Start QGIS under Xvfb and say what came of it."""
    import argparse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tile-size", type=int)
    parser.add_argument("--overlap", type=int)
    parser.add_argument("--model")
    parser.add_argument("--cancel-at", type=int, default=10, help="tiles on the map at which the run is cancelled")
    given = parser.parse_args()
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    if program is None or shutil.which("xvfb-run") is None or shutil.which("import") is None:
        sys.stderr.write("QGIS, Xvfb or ImageMagick is not on this machine.\n")
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from open_qgis import ROOT, make_profile, qgis_environment

    given.folder.mkdir(parents=True, exist_ok=True)
    task = {name: value for name, value in vars(given).items() if value is not None}
    task = {name: str(value.resolve()) if isinstance(value, Path) else value for name, value in task.items()}
    profiles = make_profile(given.folder.resolve() / "qgis")
    environment = {
        **{k: value for k, value in qgis_environment(program).items() if k not in ("PYTHONPATH", "PYTHONHOME")},
        TASK: json.dumps(task),
        "QT_QPA_PLATFORM": "xcb",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "XDG_DATA_HOME": str(given.folder.resolve() / "data"),
    }
    environment.setdefault("DESCRIBE_CHANGES_PYTHON", str(ROOT / ".venv" / "bin" / "python"))
    screen = f"-screen 0 {SIZE[0]}x{SIZE[1]}x24"
    command = ["xvfb-run", "-a", "-s", screen, program, "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(profiles), "--code", str(Path(__file__).resolve())]
    subprocess.run(command, env=environment, check=False, timeout=3600, capture_output=True)  # noqa: S603
    figures = given.folder / "figures.json"
    if not figures.exists():
        sys.stderr.write("QGIS ended without writing its figures.\n")
        return 1
    text = figures.read_text(encoding="utf-8")
    sys.stdout.write(text + "\n")
    return 1 if "error" in json.loads(text) else 0


if os.environ.get(TASK):
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    def begin() -> None:
        """Begin once the window stands."""
        iface.mainWindow().setGeometry(0, 0, *SIZE)
        iface.drive = Drive(json.loads(os.environ[TASK]))

    QTimer.singleShot(1500, begin)
elif __name__ == "__main__":
    sys.exit(main())
