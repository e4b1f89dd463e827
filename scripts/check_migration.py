"""Hold the plugin against QGIS's own PyQt6 migration checker: ``make migration``.

With another copy of the checker than the released one::

    python3 scripts/check_migration.py [path/to/QGIS/scripts/pyqt5_to_pyqt6/pyqt5_to_pyqt6.py]

Without a path the authors' own release of it is taken, the package ``qgis-pyqt5to6``. The checker rewrites files, so it
works on a copy; what it would change is shown as a diff, and together with its warnings it makes this end with 1.

It reads its table of enums from a QGIS that was built with Qt 6. Where there is none (the usual case), the classes of
``qgis-stubs`` stand in for it, with the enums of the QGIS on this machine where a later one has moved them: real names
of classes and enums, and nothing behind them. PyQt6 is real.
"""

from __future__ import annotations

import ast
import contextlib
import enum
import importlib.util
import io
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import types
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv-qt6"
QGIS_PYTHON = ROOT / ".venv-qgis" / "bin" / "python"
PACKAGES = ("PyQt6==6.11.0", "PyQt6-QScintilla==2.14.1", "tokenize-rt==6.2.0", "pip")
# Pure Python that asks for more than it needs here: Python 3.12, the stubs of PyQt5.
ALONE = ("qgis-pyqt5to6==0.0.0.dev0", "qgis-stubs==0.5.0")
CHECKED = ("plugin", "__init__.py", "scripts/open_qgis.py", "scripts/drive_dock.py", "tests/plugin")
"""What runs inside QGIS."""
MODULES = {"qgis.core": "_core.pyi", "qgis.gui": "_gui.pyi", "qgis.analysis": "_analysis.pyi", "qgis._3d": "_3d_p.pyi"}
QT = "QtCore QtGui QtWidgets QtTest QtSql QtSvg QtXml QtNetwork QtPrintSupport Qsci".split()


def install() -> Path:
    """Make the environment unless it is there; return its Python."""
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (VENV / ".ready").exists():
        print(f"migration: new environment {VENV.name} (about 400 MB)", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)  # noqa: S603
        pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, *PACKAGES], check=True)  # noqa: S603
        subprocess.run([*pip, "--no-deps", "--ignore-requires-python", *ALONE], check=True)  # noqa: S603
        (VENV / ".ready").touch()
    return python


def stand_in(name: str, stub: Path, known: dict[str, type]) -> types.ModuleType:
    """Return a module with the classes of a stub and their enums, as QGIS has them under Qt 6.

    Args:
        name: of the module.
        stub: its file.
        known: classes that others may be derived from; the new ones are added.
    """
    module = types.ModuleType(name)
    # A few members are called None or the like, which is no Python.
    text = re.sub(r"^(\s+)(None|True|False)( =)", r"\1\2_\3", stub.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            known[node.name] = made(node, known, name)
            setattr(module, node.name, known[node.name])
    return module


def made(node: ast.ClassDef, known: dict[str, type], module: str) -> type:
    """Return a class with the enums of a stub's class, nested ones included."""
    inner = [one for one in node.body if isinstance(one, ast.ClassDef)]
    names = [target.id for one in node.body for target in targets_of(one)]
    if any(ast.unparse(base).split(".")[-1] in ("int", "Enum", "IntEnum", "Flag", "IntFlag") for base in node.bases):
        return enum.Enum(node.name, [(name, number) for number, name in enumerate(names)], module=module)  # type: ignore[return-value]
    bases: list[type] = []
    for base in node.bases:
        found = known.get(ast.unparse(base).split(".")[-1])
        if found is not None and not any(issubclass(one, found) for one in bases) and not issubclass(found, enum.Enum):
            bases.append(found)
    # Values that the stub names on the class itself are what Qt 6 no longer has there.
    return type(node.name, tuple(bases) or (object,), {one.name: made(one, known, module) for one in inner})


def targets_of(node: ast.stmt) -> Iterator[ast.Name]:
    """Yield the names that a statement sets."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target for target in targets if isinstance(target, ast.Name))


def use_stand_ins() -> list[types.ModuleType]:
    """Let ``import qgis.core`` and its like find the stand-ins, unless there is a real QGIS of Qt 6."""
    stubs = Path(sysconfig.get_path("purelib")) / "qgis-stubs"
    known: dict[str, type] = {}
    qgis = types.ModuleType("qgis")
    sys.modules["qgis"] = qgis
    made_modules = []
    for name, file in MODULES.items():
        module = stand_in(name, stubs / file, known)
        sys.modules[name] = module
        setattr(qgis, name.partition(".")[2], module)
        made_modules.append(module)
    old = 0
    for owner, enums in old_enums().items():
        for name, values in enums.items():
            if owner in known and not hasattr(known[owner], name):
                setattr(known[owner], name, enum.Enum(name, list(dict.fromkeys(values))))
                old += 1
    print(f"migration: {len(known)} classes of QGIS stand in; {old} enums are from the QGIS on this machine")
    return made_modules


def old_enums() -> dict[str, dict[str, list[str]]]:
    """Return class, enum, values of the QGIS on this machine.

    Newer versions have moved many enums to ``Qgis`` and keep the old names alive in their own start code, which the
    stubs leave out.
    """
    if not QGIS_PYTHON.exists():
        print(f"migration: without {QGIS_PYTHON.relative_to(ROOT)} enums under their old names are not seen")
        return {}
    code = (
        "import importlib, json\nfound = {}\n"
        "for name in ('core', 'gui', 'analysis'):\n"
        "    for owner in vars(importlib.import_module('qgis.' + name)).values():\n"
        "        for value, held in vars(owner).items() if isinstance(owner, type) else ():\n"
        "            kind = type(held)\n"
        "            if vars(owner).get(kind.__name__) is kind:\n"
        "                found.setdefault(owner.__name__, {}).setdefault(kind.__name__, []).append(value)\n"
        "print(json.dumps(found))\n"
    )
    done = subprocess.run([str(QGIS_PYTHON), "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def load(path: Path) -> types.ModuleType:
    """Return the checker as a module; some copies say things while they load."""
    spec = importlib.util.spec_from_file_location("migration_checker", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file.")
    checker = importlib.util.module_from_spec(spec)
    with contextlib.redirect_stdout(io.StringIO()):
        spec.loader.exec_module(checker)
    return checker


def check(path: Path) -> int:
    """Run the checker on a copy and tell what it finds; return 0 if that is nothing."""
    stand_ins = use_stand_ins()
    checker = load(path)
    # The copy in QGIS's master has a line that switches its own table off.
    checker.target_modules = [importlib.import_module(f"PyQt6.{name}") for name in QT] + stand_ins
    said, warned = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        copy, before = Path(folder) / "after", Path(folder) / "before"
        for name in CHECKED:
            for tree in (copy, before):
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                kind = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
                kind(ROOT / name, tree / name)
        in_place = ["--in-place"] if "--in-place" in path.read_text(encoding="utf-8") else []
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(warned):
            checker.main([str(copy), *in_place])
        files = len(list(copy.rglob("*.py")))
        command = ["git", "diff", "--no-index", "--no-color", "before", "after"]
        diff = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout  # noqa: S603
        lines = [line.replace(str(copy) + "/", "") for line in (said.getvalue() + warned.getvalue()).splitlines()]
    lines = [line for line in lines if line and not line.startswith("Processing ")]
    print("\n".join([*lines, diff]).strip())
    table = f"{len(checker.qt_enums)} enum values of Qt and QGIS, {len(checker.ambiguous_enums)} of them ambiguous"
    print(f"migration: {files} files, {table}: {len(lines)} remarks, {diff.count(chr(10) + '@@')} changes wanted")
    return int(bool(lines or diff))


def main(arguments: list[str]) -> int:
    """Check with the copy that is named, or with the released one."""
    if arguments[:1] != ["--inside"]:
        copies = [str(Path(argument).resolve()) for argument in arguments]
        command = [str(install()), str(Path(__file__).resolve()), "--inside", *copies]
        return subprocess.run(command, check=False).returncode  # noqa: S603
    released = Path(sysconfig.get_path("purelib")) / "pyqt5to6" / "pyqt5to6.py"
    return check(Path(arguments[1]) if arguments[1:] else released)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
