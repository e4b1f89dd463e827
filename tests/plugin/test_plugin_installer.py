"""*Install engine* for real: a venv by the system's Python and pip, with tiny stand-ins for the packages."""

from __future__ import annotations

import sys
import zipfile
from types import SimpleNamespace

import pytest
from conftest import wait_until
from describe_changes.plugin.engine import installer, pythons
from describe_changes.plugin.engine.errors import EngineCancelled, EngineError
from describe_changes.plugin.engine.locator import COMPLETE, EngineLocator, private_environment


def make_wheel(folder, name, body="VERSION = 1\n"):
    """Write a wheel with one module."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}.py", body)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return path


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """A folder of wheels, pip kept away from the network, and what the installer said."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in ("torch", "rasterio", "transformers"):
        make_wheel(folder, name)
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("# pinned\nrasterio==1.0\ntorch==1.0\ntransformers==1.0\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", folder.as_uri())
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    monkeypatch.setattr(installer, "NEEDED_GB", {"cpu": 0, "cuda": 0})
    said, percents = [], []

    def install(build="cpu", fresh=False, cancelled=lambda: False):
        plan = installer.Installation(build, private_environment(), requirements, fresh=fresh)
        return installer.Installer(plan, said.append, percents.append, cancelled).run()

    return SimpleNamespace(folder=folder, requirements=requirements, install=install, said=said, percents=percents)


def test_failure_retry_use_repair_and_removal(shop, qgis_app, monkeypatch):
    """One environment through its whole life; making one anew for each step would take a minute."""
    transformers = shop.folder / "transformers-1.0-py3-none-any.whl"
    transformers.unlink()
    with pytest.raises(EngineError, match="installing the packages") as caught:
        shop.install()
    assert "transformers" in caught.value.details()
    assert caught.value.log.is_file()
    assert EngineLocator().locate().origin != "private"

    make_wheel(shop.folder, "transformers")
    python = shop.install()
    assert " " in str(python)
    assert "ü" in str(python)
    assert EngineLocator().locate().python == python
    assert shop.percents[-1] == 100
    assert any("Successfully installed" in line for line in shop.said)
    torch = next(private_environment().glob("**/site-packages/torch.py"))

    torch.write_text("raise ImportError('no such DLL')\n")
    with pytest.raises(EngineError, match="trying the packages") as caught:
        shop.install()
    assert "no such DLL" in caught.value.details()
    assert not (private_environment() / COMPLETE).exists()
    torch.write_text("VERSION = 1\n")

    install_from_the_page(shop, qgis_app, monkeypatch)
    assert EngineLocator().locate().origin == "private"
    assert installer.remove_engine()
    assert not private_environment().exists()
    assert not installer.remove_engine()


def install_from_the_page(shop, qgis_app, monkeypatch):
    """Press the button of the settings page and wait."""
    from describe_changes.plugin.gui import settings_page

    plan = installer.Installation("cpu", private_environment(), shop.requirements)
    monkeypatch.setattr(settings_page, "default_installation", lambda *_: plan)
    monkeypatch.setattr("describe_changes.plugin.gui.engine_tasks.check_engine", lambda _: "It works.")
    page = settings_page.SettingsPageFactory().createWidget(None)
    page.install_button.click()
    assert page.cancel_button.isEnabled()

    def settled():
        qgis_app.processEvents()
        return page.install_button.isEnabled()

    assert wait_until(settled, 60)
    assert page.report.toPlainText() == "It works."
    page.deleteLater()


def test_cancel_stops_at_once(shop):
    with pytest.raises(EngineCancelled):
        shop.install(cancelled=lambda: len(shop.said) > 0)
    assert not (private_environment() / COMPLETE).exists()


def test_no_room_is_said_before_anything_is_fetched(shop, monkeypatch):
    monkeypatch.setattr(installer, "NEEDED_GB", {"cpu": 10**9})
    with pytest.raises(EngineError, match="GB free"):
        shop.install()
    assert not private_environment().exists()


def test_no_python_says_what_to_get(monkeypatch):
    monkeypatch.setattr(pythons, "candidates", lambda: iter(["/bin/false", "/nowhere/python"]))
    with pytest.raises(EngineError, match=r"python\.org"):
        pythons.python_for_engine()
    monkeypatch.setattr(pythons, "probe", lambda _: ["3 11"])
    with pytest.raises(EngineError, match="python3-venv"):
        pythons.python_for_engine()


def test_only_an_environment_is_removed(tmp_path):
    (tmp_path / "precious").write_text("x")
    with pytest.raises(EngineError, match="left alone"):
        installer.remove_engine(tmp_path)
    assert (tmp_path / "precious").exists()


def test_torch_comes_from_the_index_of_its_build(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert installer.torch_index("cpu").endswith("/cpu")
    assert installer.torch_index("cuda") == ""
    monkeypatch.setattr(sys, "platform", "win32")
    assert installer.torch_index("cpu") == ""
    assert "/cu" in installer.torch_index("cuda")
