"""*Install engine* for real: a venv by the system's Python and pip, with tiny stand-ins for the packages."""

from __future__ import annotations

import base64
import http.server
import os
import subprocess
import sys
import threading
import zipfile
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from conftest import wait_until
from describe_changes.plugin.engine import installer, python_discovery
from describe_changes.plugin.engine.errors import EngineCancelled, EngineError
from describe_changes.plugin.engine.locator import COMPLETE, EngineLocator, private_environment, python_in
from describe_changes.plugin.engine.proxy import proxy_environment, proxy_that_pip_lacks
from qgis.core import QgsNetworkAccessManager, QgsSettings


def make_wheel(folder, name, body: str | bytes = "VERSION = 1\n"):
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

    def install(build="cpu", fresh=False, cancelled=lambda: False, network=None):
        plan = installer.Installation(build, private_environment(), requirements, network or {}, fresh=fresh)
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
    assert any(line.endswith("packages are installed.") for line in shop.said)
    assert not any(line.startswith(("Collecting", "  ", "Looking")) for line in shop.said)  # pip's own words are logged
    logs = (private_environment().parent / "logs").glob("install-*.log")
    assert any("Successfully installed" in log.read_text(encoding="utf-8") for log in logs)
    torch = next(private_environment().glob("**/site-packages/torch.py"))

    torch.write_text("raise ImportError('no such DLL')\n")
    with pytest.raises(EngineError, match="trying the packages") as caught:
        shop.install()
    assert "no such DLL" in caught.value.details()
    assert not (private_environment() / COMPLETE).exists()
    torch.write_text("VERSION = 1\n")

    add_packages(shop, monkeypatch)
    install_from_the_page(shop, qgis_app, monkeypatch)
    assert EngineLocator().locate().origin == "private"
    assert installer.remove_engine()
    assert not private_environment().exists()
    assert not installer.remove_engine()


def add_packages(shop, monkeypatch):
    """What fine-tuning needs comes beside what is there, at the versions that the engine has."""
    for name in ("lightning", "pycocoevalcap"):
        make_wheel(shop.folder, name)
    more = shop.requirements.with_name("training.txt")
    more.write_text("# more\nlightning==1.0\npycocoevalcap==1.0\n")
    monkeypatch.setattr(installer, "requirements_file", lambda: shop.requirements)
    with pytest.raises(EngineError, match="no engine of the plugin's own"):
        installer.training_installation()  # it was left half made by the step before
    shop.install()
    assert installer.training_installation().requirements.name == "training-requirements.txt"
    plan = installer.Installation("cpu", private_environment(), more)
    python = installer.Installer(plan, shop.said.append, shop.percents.append).add()
    code = "import lightning, pycocoevalcap, torch; print(torch.__name__)"
    assert subprocess.run([str(python), "-c", code], capture_output=True, text=True).stdout.strip() == "torch"
    assert (private_environment() / COMPLETE).is_file()
    more.write_text("nowhere==1.0\n")
    with pytest.raises(EngineError, match="installing the packages"):
        installer.Installer(plan, shop.said.append, shop.percents.append).add()
    assert EngineLocator().locate().origin == "private"  # the engine still works


def install_from_the_page(shop, qgis_app, monkeypatch):
    """Press the button of the settings page and wait."""
    from describe_changes.plugin.gui.common import settings_page

    plan = installer.Installation("cpu", private_environment(), shop.requirements)
    monkeypatch.setattr(settings_page, "default_installation", lambda *_: plan)
    monkeypatch.setattr("describe_changes.plugin.gui.common.engine_tasks.check_engine", lambda _: "It works.")
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
    monkeypatch.setattr(python_discovery, "candidates", lambda: iter(["/bin/false", "/nowhere/python"]))
    with pytest.raises(EngineError, match=r"python\.org"):
        python_discovery.python_for_engine()
    monkeypatch.setattr(python_discovery, "probe", lambda _: ["3 11"])
    with pytest.raises(EngineError, match="python3-venv"):
        python_discovery.python_for_engine()


def test_a_python_that_is_too_old_is_named(tmp_path, monkeypatch):
    """A computer with nothing but the Python 3.9 of an old QGIS, as programs on the PATH."""
    old = tmp_path / "python3"
    old.write_text(f"#!/bin/sh\necho 3 9\necho {old}\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "base_exec_prefix", str(tmp_path / "nowhere"))
    with pytest.raises(EngineError, match=r"No Python from 3\.11 .*python\.org.* 3\.9 \(") as caught:
        python_discovery.python_for_engine()
    assert str(old) in str(caught.value)
    assert caught.value.kind == "missing"


def test_a_half_made_environment_is_made_anew_and_can_be_removed(shop):
    """QGIS was killed while the environment was being made: a Python without pip, and no pyvenv.cfg."""
    python = python_in(private_environment())
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (private_environment() / "precious.txt").touch()
    assert installer.remove_engine()
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    assert shop.install() == python
    assert EngineLocator().locate().origin == "private"
    assert not (private_environment() / "tmp").exists()


@pytest.fixture
def small_disk(tmp_path, monkeypatch):
    """Return a function that puts the user's folder on a file system of so many megabytes."""
    place, mounted = tmp_path / "kleine Platte", []

    def make(megabytes):
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "describe_changes_test", str(place)]
        if os.name != "posix" or os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("only root may mount a small file system here")
        mounted.append(place)
        monkeypatch.setenv("XDG_DATA_HOME", str(place))
        return place

    yield make
    for each in mounted:
        subprocess.run(["umount", str(each)], check=True)


@pytest.mark.parametrize(("megabytes", "stage"), [(8, "environment"), (64, "packages")])
def test_a_disk_that_fills_up_is_called_full(shop, small_disk, megabytes, stage):
    make_wheel(shop.folder, "transformers", os.urandom(60_000_000))
    disk = small_disk(megabytes)
    with pytest.raises(EngineError, match=r"disk .* is full") as caught:
        shop.install()
    assert str(disk) in str(caught.value)
    assert "Make room" in str(caught.value)
    assert any(percent >= 6 for percent in shop.percents) == (stage == "packages")
    assert EngineLocator().locate().origin != "private"
    assert not (private_environment() / "tmp").exists()  # downloads give their room back at once

    make_wheel(shop.folder, "transformers")
    if stage == "packages":  # room was made: the retry goes on
        assert shop.install().is_file()
        assert EngineLocator().locate().origin == "private"
    assert installer.remove_engine()
    assert not private_environment().exists()


def test_a_folder_that_cannot_be_written_is_named(shop, tmp_path, monkeypatch):
    (tmp_path / "a file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "a file"))
    with pytest.raises(EngineError, match=r"a file.* cannot be written"):
        shop.install()


@pytest.fixture
def proxy(shop):
    """A proxy that wants a password and serves the shop's wheels as the index of a host that does not exist."""
    asked = []

    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            who = base64.b64decode(self.headers.get("Proxy-Authorization", "").partition(" ")[2]).decode()
            name = self.path.rstrip("/").rpartition("/")[2]
            if who != "joerg@office:p:w/1":
                self.send_error(407)
            elif name.endswith(".whl"):
                self.answer((shop.folder / name).read_bytes(), "application/octet-stream")
            else:
                links = "".join(f'<a href="/files/{w.name}">{w.name}</a>' for w in shop.folder.glob(f"{name}-*.whl"))
                self.answer(f"<!doctype html><html><body>{links}</body></html>".encode(), "text/html")

        def answer(self, body, kind):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield SimpleNamespace(port=server.server_port, asked=asked)
    server.shutdown()
    server.server_close()


@pytest.fixture
def qgis_proxy(qgis_app):
    """Return a function that sets QGIS's proxy as its options dialog does."""

    def put(**values):
        QgsSettings().remove("proxy")
        for name, value in values.items():
            QgsSettings().setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        return proxy_environment()

    yield put
    put()


def test_pip_goes_through_the_proxy_of_qgis(shop, proxy, qgis_proxy, monkeypatch):
    who = {"proxyUser": "joerg@office", "proxyPassword": "p:w/1"}
    place = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1", "proxyPort": str(proxy.port)}
    network = qgis_proxy(**place, **who, proxyExcludedUrls=["https://intra.example/maps"])
    assert network["no_proxy"] == "intra.example"
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://packages.invalid/simple")
    monkeypatch.setenv("PIP_TRUSTED_HOST", "packages.invalid")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setattr(installer, "torch_index", lambda _build: "")
    assert shop.install(network=network).is_file()
    assert "http://packages.invalid/files/transformers-1.0-py3-none-any.whl" in proxy.asked
    assert not any("p:w" in line or quote("p:w/1", safe="") in line for line in shop.said)


def test_no_proxy_of_qgis_means_none_of_ours(qgis_proxy):
    assert qgis_proxy() == {}
    assert qgis_proxy(proxyEnabled=True, proxyType="DefaultProxy") == {}
    assert qgis_proxy(proxyEnabled=True, proxyType="Socks5Proxy", proxyHost="localhost", proxyPort="1080") == {}
    assert proxy_that_pip_lacks()
    found = qgis_proxy(proxyEnabled=True, proxyType="HttpCachingProxy", proxyHost="gate", proxyPort="3128")
    assert found == {"http_proxy": "http://gate:3128", "https_proxy": "http://gate:3128"}
    assert not proxy_that_pip_lacks()


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
