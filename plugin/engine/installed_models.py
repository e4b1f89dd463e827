"""List the installed model packs from their folders, without starting the engine.

The engine's ``core/models/packs.py`` decides where packs lie; a test holds this list against its own.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ..paths import RESOURCES, user_data_dir

MANIFEST = "model.json"


def installed_models() -> list[str]:
    """Return the names of the installed packs, those that the user has imported first, the one that ships among them.

    A pack of the user's stands in for one that ships and has the same name.
    """
    own = os.environ.get("DESCRIBE_CHANGES_MODELS")
    names: dict[str, None] = {}
    for root in (Path(own) if own else user_data_dir() / "models", RESOURCES / "models"):
        with contextlib.suppress(OSError):
            packs = sorted(path.name for path in root.iterdir() if (path / MANIFEST).is_file())
            names.update(dict.fromkeys(name for name in packs if not name.startswith(".")))
    return list(names)
