"""Help as pages for the browser: one per algorithm, made from its own parameters, and the user guide.

They are written into the user's folder when they are asked for, in QGIS's language, and need no network.
"""

from __future__ import annotations

import contextlib
import re
from html import escape
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument

from .i18n import tr
from .paths import PLUGIN_ROOT, user_data_dir, version

GUIDE = PLUGIN_ROOT / "docs" / "user_guide.md"
STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{border:1px solid #8888;padding:.4em .6em;text-align:left;vertical-align:top}"
    "code{font-family:monospace}img{max-width:100%}"
)
HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def help_url(algorithm: Any) -> str:
    """Return the address of an algorithm's page; empty where it cannot be written.

    Args:
        algorithm: with its parameters declared, as QGIS hands it to a dialog.
    """
    language = re.sub(r"\W", "", QgsApplication.locale()) or "en"
    return _written(f"{algorithm.name()}-{language}.html", _page(algorithm.displayName(), algorithm_body(algorithm)))


def algorithm_body(algorithm: Any) -> str:
    """Return the page of an algorithm: what it does, its parameters and outputs, and how a script calls it."""
    parts = [f"<h1>{escape(algorithm.displayName())}</h1>", algorithm.shortHelpString()]
    parts.append(f"<h2>{escape(tr('Parameters'))}</h2>")
    heads = (tr("Parameter"), tr("In scripts"), tr("Meaning"), tr("If left out"))
    parts.append("<table><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>")
    hidden = QgsProcessingParameterDefinition.Flag.FlagHidden
    for parameter in algorithm.parameterDefinitions():
        if not parameter.flags() & hidden:
            parts.append(_row(parameter))
    parts.append(f"</table><h2>{escape(tr('Results'))}</h2><ul>")
    parts += [
        f"<li>{escape(output.description())} <code>{escape(output.name())}</code></li>"
        for output in algorithm.outputDefinitions()
    ]
    first = algorithm.parameterDefinitions()[0].name()
    parts.append(f"</ul><h2>{escape(tr('In Python and in batches'))}</h2>")
    parts.append(f'<pre>processing.run("{algorithm.id()}", {{"{first}": …}})\n')
    parts.append(f"qgis_process run {algorithm.id()} -- {first}=…</pre>")
    guide = guide_url()
    if guide:
        parts.append(f'<p><a href="{escape(guide)}">{escape(tr("User guide"))}</a></p>')
    return "\n".join(parts)


def guide_url() -> str:
    """Return the address of the user guide as a page for the browser."""
    try:
        text = GUIDE.read_text(encoding="utf-8")
    except OSError:
        return ""
    document = QTextDocument()
    if not hasattr(document, "setMarkdown"):  # Qt before 5.14
        return QUrl.fromLocalFile(str(GUIDE)).toString()
    document.setMarkdown(text)
    html = document.toHtml()
    body = html[html.index("<body") : html.index("</body>")].partition(">")[2]
    body = HEADING.sub(_with_anchor, body)
    base = QUrl.fromLocalFile(str(GUIDE.parent) + "/").toString()
    body = re.sub(r'(src|href)="(?![a-z]+:|#)', rf'\1="{base}', body)
    return _written("user_guide.html", _page(tr("Describe Changes"), body))


def anchor(heading: str) -> str:
    """Return the anchor that a heading has on GitHub, so that the guide's own links work here too."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def _with_anchor(found: re.Match[str]) -> str:
    level, attributes, text = found.groups()
    return f'<h{level} id="{anchor(TAG.sub("", text))}"{attributes}>{text}</h{level}>'


def _row(parameter: Any) -> str:
    optional = parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    default = parameter.defaultValue()
    if default is not None and default != "":
        absent = f"<code>{escape(str(default))}</code>"
    else:
        absent = escape(tr("decided by the engine") if optional else tr("must be given"))
    cells = (escape(parameter.description()), f"<code>{escape(parameter.name())}</code>", escape(parameter.help()))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, absent)) + "</tr>"


def _page(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    foot = f"<hr><p>{escape(tr('Describe Changes'))} {version()}</p>"
    return f"<!doctype html><html><head>{head}</head><body>{body}{foot}</body></html>"


def _written(name: str, text: str) -> str:
    """Write a page if it is not there as it is, and return its address."""
    path: Path = user_data_dir() / "help" / name
    with contextlib.suppress(OSError):
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return str(QUrl.fromLocalFile(str(path)).toString())
    return ""
