"""``pip install .`` pulls what the engine imports, and neither torch nor anything of CUDA."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires

import tomllib
from packaging.requirements import Requirement


def pulled(names: list[str]) -> set[str]:
    """Return everything that these requirements bring, by what the installed packages themselves say."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        requirement = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        marker = requirement.marker
        environments = [{"extra": extra} for extra in ("", *requirement.extras)]
        if name in seen or (marker is not None and not any(marker.evaluate(one) for one in environments)):
            continue
        seen.add(name)
        try:
            waiting += [line for line in requires(name) or [] if "extra ==" not in line]
        except PackageNotFoundError:
            continue
    return seen


def test_nobody_gets_torch_or_cuda_unasked(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for group in ([], project["optional-dependencies"]["notebook"], project["optional-dependencies"]["geoparquet"]):
        found = pulled([*project["dependencies"], *group])
        assert {"numpy", "rasterio", "transformers"} <= found
        assert not [name for name in found if name == "torch" or name.startswith(("nvidia", "cuda", "triton"))]
    assert "torch" in pulled(project["optional-dependencies"]["torch"])
