"""SPICE through its Java program, where the models that it needs are installed.

`python -m pycocoevalcap.spice.get_stanford_models` fetches them once (Stanford CoreNLP 3.6.0, from nlp.stanford.edu,
into the package). The package's own wrapper would do that unasked and write its caches among the installed files.
"""

from __future__ import annotations

import importlib.util
import json
import math
import shutil
import subprocess  # nosec B404
import tempfile
from collections.abc import Sequence
from pathlib import Path

_MODELS = ("stanford-corenlp-3.6.0.jar", "stanford-corenlp-3.6.0-models.jar")
FETCH = "python -m pycocoevalcap.spice.get_stanford_models"
_TIMEOUT_S = 3600


class SpiceUnavailableError(RuntimeError):
    """SPICE cannot be computed; the message is the reason."""


def score_spice(pairs: Sequence[tuple[str, Sequence[str]]], folder: Path | None = None) -> float:
    """Mean SPICE F-score between 0 and 1.

    Args:
        pairs: hypothesis and its references, per image.
        folder: where `spice-1.0.jar` and `lib/` lie; inside `pycocoevalcap` by default.

    Raises:
        SpiceUnavailableError: Java, the archive or the parser's models are missing, or the program failed.
    """
    home = folder or _package_folder()
    java = shutil.which("java")
    if java is None:
        raise SpiceUnavailableError("Java is not installed (SPICE is a Java program)")
    missing = [name for name in _MODELS if not (home / "lib" / name).is_file()]
    if missing:
        place = f"{', '.join(missing)} in {home / 'lib'}"
        raise SpiceUnavailableError(f"the parser models are not installed ({place}); {FETCH} fetches them")
    with tempfile.TemporaryDirectory(prefix="spice-") as scratch:
        source, result = Path(scratch) / "in.json", Path(scratch) / "out.json"
        items = [
            {"image_id": index, "test": hypothesis, "refs": list(references)}
            for index, (hypothesis, references) in enumerate(pairs)
        ]
        source.write_text(json.dumps(items), encoding="utf-8")
        command = [java, "-Xmx8G", "-jar", "spice-1.0.jar", str(source), "-out", str(result), "-silent"]
        try:
            subprocess.run(  # nosec B603  # noqa: S603 - fixed arguments, no shell
                command, cwd=home, check=True, timeout=_TIMEOUT_S, capture_output=True
            )
            scores = [item["scores"]["All"]["f"] for item in json.loads(result.read_text(encoding="utf-8"))]
        except (OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
            raise SpiceUnavailableError(f"the SPICE program failed: {error}") from error
    numbers = [float(score) for score in scores]
    finite = [score for score in numbers if math.isfinite(score)]
    if not finite:
        raise SpiceUnavailableError("the SPICE program gave no score")
    return sum(finite) / len(finite)


def _package_folder() -> Path:
    spec = importlib.util.find_spec("pycocoevalcap")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise SpiceUnavailableError("the package pycocoevalcap is not installed")
    return Path(folders[0]) / "spice"
