"""Walk through the default flow by clicks, on a fresh profile in a real QGIS window, and take the guide's pictures.

    scripts/take_pictures.py FOLDER

Start, run, result, table, review, swipe, Processing dialog, report: a picture at each step goes into FOLDER, with
``seen.json``, which says what stood in the window and every dialog that came up unasked. Needs QGIS, Xvfb and
ImageMagick; the same file is what QGIS runs inside (``--code``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

TASK = "DESCRIBE_CHANGES_PICTURES"
PATIENCE = 900.0
SIZE = (1500, 950)


class Walk:
    """The steps, one after the other, each waiting for the window to get there by itself."""

    def __init__(self, task: dict[str, Any]) -> None:
        from qgis.PyQt.QtCore import QTimer
        from qgis.utils import iface, plugins

        self.task, self.iface, self.plugin = task, iface, plugins["describe_changes"]
        self.seen: dict[str, Any] = {"dialogs": []}
        self._steps = self.steps()
        self._ready: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    def steps(self) -> Iterator[Callable[[], bool]]:
        """Do one thing after the other; what is yielded says when to go on."""
        from qgis.core import QgsProject
        from qgis.PyQt.QtCore import Qt

        dock = self.plugin.dock
        entries = {action.objectName(): action for action in self.iface.rasterMenu().actions()}
        entries["mActionDescribeChanges"].trigger()
        self.iface.mainWindow().resizeDocks([dock], [470], Qt.Orientation.Horizontal)
        yield self.after(2)
        self.shoot("start")
        panel, review = dock.run_panel, dock.review_panel
        self.plugin.start.example_button.click()
        yield lambda: bool(panel._run) and len(_live(panel)) > 15
        self.shoot("running")
        yield lambda: panel.run_button.isEnabled()
        yield self.after(4)
        self.shoot("result")
        self.seen["told"] = panel.estimate.text()
        self.seen["tree"] = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]
        layer = QgsProject.instance().mapLayer(review.layers.currentData())
        table = self.iface.showAttributeTable(layer)
        yield self.after(3)
        self.shoot("table")
        if table is not None:
            table.close()
        dock.tabs.setCurrentWidget(review)
        review.order.setCurrentIndex(review.order.findData("area"))
        review.step(1)
        yield self.after(3)
        for button in ("mAccept", "mAccept", "mReject"):
            review.buttons[button].click()
            yield self.after(1)
        yield lambda: not review.pictures.busy
        yield self.after(2)
        self.shoot("review")
        review.buttons["mSwipe"].click()
        yield self.after(3)
        self.shoot("swipe")
        review.buttons["mSwipe"].click()
        self.seen["judged"] = [review.progress.value(), review.progress.maximum()]
        from qgis import processing

        dialog = processing.createAlgorithmDialog("describechanges:describechanges", self._images())
        dialog.show()
        yield self.after(3)
        self.shoot("processing")
        dialog.close()
        self.seen["report"] = self._report(layer)
        yield self.after(1)

    def _images(self) -> dict[str, str]:
        """Return the layers of both dates by parameter."""
        from qgis.core import QgsProject

        layers = {layer.name(): layer.id() for layer in QgsProject.instance().mapLayers().values()}
        names = {"BEFORE": " before ", "AFTER": " after "}
        return {role: next(found for name, found in layers.items() if word in name) for role, word in names.items()}

    def _report(self, layer: Any) -> dict[str, Any]:
        """Write the report of the reviewed result."""
        from qgis import processing

        target = Path(self.task["folder"]) / "report.html"
        told = processing.run("describechanges:report", {"INPUT": layer, "HTML": str(target)})
        return {"sites": told["SITE_COUNT"], "bytes": target.stat().st_size}

    def after(self, seconds: float) -> Callable[[], bool]:
        """Return what is true after some seconds and once the map is drawn."""
        until = time.monotonic() + seconds
        return lambda: time.monotonic() > until and not self.iface.mapCanvas().isDrawing()

    def shoot(self, name: str) -> None:
        """Take a picture of the window."""
        picture = Path(self.task["folder"]) / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(picture)], check=False, timeout=60)  # noqa: S603, S607

    def _advance(self) -> None:
        from qgis.PyQt.QtWidgets import QApplication

        modal = QApplication.activeModalWidget()
        if modal is not None:  # nothing of the default flow may ask anything
            self.seen["dialogs"].append(modal.windowTitle())
            modal.close()
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
            self.seen["error"] = traceback.format_exc()
            self.shoot("error")
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        target = Path(self.task["folder"]) / "seen.json"
        target.write_text(json.dumps(self.seen, indent=1, ensure_ascii=False), encoding="utf-8")
        from describe_changes.plugin.engine.pool import pool

        pool.stop_all()
        os._exit(0)


def _live(panel: Any) -> list[Any]:
    """Return the tiles that the running job has put on the map."""
    layer = panel._run.live.layer if panel._run is not None else None
    return list(layer.getFeatures()) if layer is not None else []


def main() -> int:
    """Start QGIS under Xvfb and say what came of it."""
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    if program is None or shutil.which("xvfb-run") is None or shutil.which("import") is None or len(sys.argv) != 2:
        sys.stderr.write("scripts/take_pictures.py FOLDER; needs QGIS, Xvfb and ImageMagick.\n")
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from open_qgis import ROOT, make_profile, qgis_environment

    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    profiles = make_profile(folder / "qgis", asks=True)
    environment = {
        **{k: value for k, value in qgis_environment(program).items() if k not in ("PYTHONPATH", "PYTHONHOME")},
        TASK: json.dumps({"folder": str(folder)}),
        "QT_QPA_PLATFORM": "xcb",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "XDG_DATA_HOME": str(folder / "data"),
    }
    environment.setdefault("DESCRIBE_CHANGES_PYTHON", str(ROOT / ".venv" / "bin" / "python"))
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {SIZE[0]}x{SIZE[1]}x24", program, "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(profiles), "--code", str(Path(__file__).resolve())]
    subprocess.run(command, env=environment, check=False, timeout=3600, capture_output=True)  # noqa: S603
    seen = folder / "seen.json"
    if not seen.exists():
        sys.stderr.write("QGIS ended without writing what it saw.\n")
        return 1
    text = seen.read_text(encoding="utf-8")
    sys.stdout.write(text + "\n")
    found = json.loads(text)
    return 1 if "error" in found or found["dialogs"] else 0


if os.environ.get(TASK):
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    def begin() -> None:
        """Begin once the window stands."""
        iface.mainWindow().setGeometry(0, 0, *SIZE)
        iface.walk = Walk(json.loads(os.environ[TASK]))

    QTimer.singleShot(1500, begin)
elif __name__ == "__main__":
    sys.exit(main())
