"""Walk through the plugin with mouse and keys, on a fresh profile in a real QGIS window, and take the guide's pictures.

    scripts/take_pictures.py FOLDER [--install] [--series FILE FILE …] [--look THEME] [--guide]

FOLDER becomes the home of a person who has never used QGIS; it must be empty or missing, and outside the system's
folder for temporary files, since QGIS marks layers there. The plugin's zip is built and installed through QGIS's own
window; the engine is the checkout's ``.venv``, its path typed into the settings, or with ``--install`` the one that
the Start button installs. A picture of the screen at each step goes into ``FOLDER/pictures``, what was met into
``seen_*.json``; dialogs that nobody asked for make it fail. ``--guide`` puts the pictures of the guide into
``docs/images``. ``--look`` opens every window in a theme of QGIS, such as ``Night Mapping``.

Needs QGIS, Xvfb, openbox (windows must have a manager to get the focus), xdotool, ImageMagick; for the report's
pictures Chromium and poppler-utils.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from open_qgis import ROOT, qgis_environment

TASK = "DESCRIBE_CHANGES_WALK"
SIZE = (1500, 950)
TOOLS = ("Xvfb", "openbox", "xdotool", "import", "convert")
DOCK = "500x762+1000+157"
"""Where the dock lies on the screen, as ImageMagick writes a rectangle."""
GUIDE = (
    ("install_zip", "install_zip", ""),
    ("start", "start", ""),
    ("settings", "settings", ""),
    ("installing", "installing", ""),
    ("running", "dock_running", ""),
    ("running", "dock_filled", DOCK),
    ("result", "qgis_result", ""),
    ("map_tip", "map_tip", ""),
    ("review", "review", ""),
    ("swipe", "review_swipe", ""),
    ("question", "review_question", ""),
    ("outlines", "review_outlines", ""),
    ("report_dialog", "report_dialog", ""),
    ("reopened", "reopened", ""),
    ("processing", "processing", ""),
    ("series", "series_qgis", ""),
    ("report_page", "report_page", ""),
    ("report_pdf", "report_pdf", ""),
)
"""Pictures of the guide: the step's picture, the file in ``docs/images`` without ``.jpg``, what to cut out."""
WIDTH = 1200
"""Of a picture in the guide, in pixels."""


def main() -> int:
    """Walk and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--install", action="store_true", help="let the Start button install the engine (1.5 GB)")
    parser.add_argument("--series", nargs="+", type=Path, default=[], help="dated rasters for the pictures of a series")
    parser.add_argument("--look", metavar="THEME", help="only open every window, in this theme")
    parser.add_argument("--guide", action="store_true", help="write docs/images")
    given = parser.parse_args()
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if program is None or missing:
        sys.stderr.write(f"Not on this machine: {', '.join(missing) or 'QGIS'}.\n")
        return 2
    folder = given.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.stderr.write(f"{folder} is not empty; the walk begins as somebody who has never used QGIS.\n")
        return 2
    package = folder / "Downloads" / "describe_changes.zip"
    package.parent.mkdir()
    subprocess.run([sys.executable, ROOT / "scripts" / "make_package.py", "--output", package], check=True)  # noqa: S603
    task: dict[str, Any] = {"folder": str(folder), "zip": str(package), "engine": "", "prefix": ""}
    if not given.install:
        (folder / "engine").symlink_to(ROOT / ".venv", target_is_directory=True)
        task["engine"] = str(folder / "engine" / "bin" / "python")
    task["series"] = [str(path) for path in _copies(given.series, folder / "Pictures")]
    parts = ["first", "again", "dropped", *(["series"] if given.series else [])]
    if given.look:
        parts = ["install", "look"]
    whole = all([walk(program, {**task, "part": part}, folder, given.look or "") for part in parts])
    _print_report(folder)
    if given.guide and whole:
        write_guide(folder / "pictures")
    return 0 if whole else 1


def _copies(files: list[Path], folder: Path) -> list[Path]:
    """Return copies of some rasters in the home: QGIS writes beside what it opens."""
    folder.mkdir()
    return [Path(shutil.copy(path, folder)) for path in files]


def walk(program: str, task: dict[str, Any], home: Path, theme: str) -> bool:
    """Start QGIS for one part of the walk; print what it saw; return whether all went well."""
    environment = {
        **{k: v for k, v in qgis_environment(program).items() if not k.startswith(("PYTHON", "XDG_", "LC_"))},
        TASK: json.dumps(task),
        "HOME": str(home),
        "LANG": "en_US.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    environment.pop("DESCRIBE_CHANGES_PYTHON", None)
    if theme:
        _choose_theme(home, theme)
    inside = Path(__file__).with_name("qgis_walk.py")
    dropped = sorted(home.glob(".local/share/describe-changes/results/*.gpkg")) if task["part"] == "dropped" else []
    command = f'openbox & manager=$!; "$0" --noversioncheck --code "{inside}" "$@"; kill $manager'
    screen = f"-screen 0 {SIZE[0]}x{SIZE[1]}x24"
    with (home / f"qgis_{task['part']}.log").open("w", encoding="utf-8") as log:
        words = ["xvfb-run", "-a", "-s", screen, "sh", "-c", command, program, *map(str, dropped)]
        subprocess.run(words, env=environment, check=False, timeout=3600, stdout=log, stderr=log, cwd=home)  # noqa: S603
    seen = home / f"{task['prefix']}seen_{task['part']}.json"
    if not seen.exists():
        sys.stderr.write(f"QGIS ended without writing what it saw; see {log.name}.\n")
        return False
    text = seen.read_text(encoding="utf-8")
    sys.stdout.write(f"{task['part']}: {text}\n")
    found = json.loads(text)
    return "error" not in found and not found["unasked"]


def _choose_theme(home: Path, theme: str) -> None:
    """Set the theme of QGIS's window, as Settings ▸ Options… does; it counts from the next start."""
    settings = home / ".local/share/QGIS/QGIS3/profiles/default/QGIS/QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    if "UI\\UITheme" not in text:
        settings.write_text(f"{text}\n[UI]\nUITheme={theme}\n", encoding="utf-8")


def _print_report(folder: Path) -> None:
    """Take pictures of the report's page and of the first page of a site in the PDF."""
    pictures = folder / "pictures"
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser and (folder / "report.html").exists():
        target = f"--screenshot={pictures / 'report_page.png'}"
        words = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=900,1100", target]
        subprocess.run([*words, str(folder / "report.html")], check=False, capture_output=True, timeout=300)  # noqa: S603
    if shutil.which("pdftoppm") and (folder / "report.pdf").exists():
        for name, page in (("report_pdf_title", 1), ("report_pdf_map", 2), ("report_pdf", 3)):
            words = ["pdftoppm", "-png", "-r", "88", "-f", str(page), "-l", str(page), "-singlefile"]
            subprocess.run([*words, folder / "report.pdf", pictures / name], check=False, timeout=300)  # noqa: S603


def write_guide(pictures: Path) -> None:
    """Write the guide's pictures, small."""
    for step, name, cut in GUIDE:
        source = pictures / f"{step}.png"
        if not source.exists():
            continue
        target = ROOT / "docs" / "images" / f"{name}.jpg"
        crop = ["-crop", cut, "+repage"] if cut else []
        words = ["convert", source, *crop, "-resize", f"{WIDTH}x>", "-strip", "-quality", "70", target]
        subprocess.run(words, check=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
