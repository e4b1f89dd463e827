"""QGIS's proxy, in the words that pip understands."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

HTTP = (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy)


def proxy_environment() -> dict[str, str]:
    """Return the environment variables that lead pip through QGIS's proxy, with its user and password.

    They travel in the environment rather than on the command line, where every user of the computer could read them.
    Empty where QGIS has no proxy of its own, or the system's: pip finds that by itself.
    """
    network = QgsNetworkAccessManager.instance()
    proxy = network.fallbackProxy()
    if proxy.type() not in HTTP or not proxy.hostName():
        return {}
    who = quote(proxy.user(), safe="")
    if who and proxy.password():
        who += ":" + quote(proxy.password(), safe="")
    place = f"{proxy.hostName()}:{proxy.port()}" if proxy.port() else proxy.hostName()
    address = f"http://{who}@{place}" if who else f"http://{place}"
    hosts = [urlsplit(url).hostname or url for url in [*network.excludeList(), *network.noProxyList()]]
    environment = {"http_proxy": address, "https_proxy": address}
    return {**environment, "no_proxy": ",".join(hosts)} if hosts else environment


def proxy_that_pip_lacks() -> bool:
    """Return whether QGIS goes through a SOCKS proxy, which pip alone cannot use."""
    return bool(QgsNetworkAccessManager.instance().fallbackProxy().type() == QNetworkProxy.ProxyType.Socks5Proxy)
