"""Bookmarks of a PDF: Qt's writer makes none, so they are appended to what it wrote, as an incremental update.

What is appended are the outline's objects, the catalogue with a link to them, and a cross-reference section that
points back to the first one (PDF 32000-1:2008, 7.5.6 and 12.3.3). What Qt wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline: its title, the page from 0, and whether it lies below the last one that does not."""

    title: str
    page: int
    below: bool = False


def add_bookmarks(path: Path, bookmarks: Sequence[Bookmark]) -> bool:
    """Append bookmarks to a PDF of Qt's writer.

    Args:
        path: the PDF.
        bookmarks: in the order of the pages; the first one lies below nothing.

    Returns:
        Whether they are in it: a file of another build than Qt's is left as it is.
    """
    data = path.read_bytes()
    found = _Written.read(data)
    if not bookmarks or found is None or max(one.page for one in bookmarks) >= len(found.pages):
        return False
    objects = _outline(bookmarks, found)
    with path.open("ab") as file:
        file.write(_update(objects, found, len(data)))
    return True


@dataclass(frozen=True)
class _Written:
    """What has to be known of the file.

    Attributes:
        size: number of objects, the next free number.
        root: number of the catalogue.
        catalogue: what the catalogue says, between its brackets.
        pages: numbers of the pages.
        trailer: what the trailer says, between its brackets.
        xref: where its cross-reference section lies.
    """

    size: int
    root: int
    catalogue: bytes
    pages: tuple[int, ...]
    trailer: bytes
    xref: int

    @classmethod
    def read(cls, data: bytes) -> Optional[_Written]:
        """Return it, None for a file of another build."""
        end = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", data, re.DOTALL)
        size, root = (re.search(rb"/%s (\d+)" % key, end[1]) if end else None for key in (b"Size", b"Root"))
        catalogue = _object(data, int(root[1])) if root else None
        tree = re.search(rb"/Pages (\d+) 0 R", catalogue) if catalogue else None
        kids = re.search(rb"/Kids\s*\[(.*?)\]", _object(data, int(tree[1])) or b"", re.DOTALL) if tree else None
        if end is None or size is None or root is None or catalogue is None or kids is None:
            return None
        pages = tuple(int(number) for number in re.findall(rb"(\d+) 0 R", kids[1]))
        return cls(int(size[1]), int(root[1]), catalogue, pages, end[1], int(end[2]))


def _object(data: bytes, number: int) -> Optional[bytes]:
    """Return what a dictionary object says, between its outer brackets."""
    found = re.search(rb"(?:^|[\r\n])%d 0 obj\s*<<(.*?)>>\s*endobj" % number, data, re.DOTALL)
    return found[1] if found else None


def _outline(bookmarks: Sequence[Bookmark], found: _Written) -> dict[int, bytes]:
    """Return the objects to append, by number."""
    top = found.size
    parents: list[int] = []  # by place of the bookmark: number of the object it lies below
    last = top
    for place, one in enumerate(bookmarks):
        number = top + 1 + place
        parents.append(last if one.below and place else top)
        if parents[-1] == top:
            last = number
    children: dict[int, list[int]] = {}
    for place, parent in enumerate(parents):
        children.setdefault(parent, []).append(top + 1 + place)
    objects = {
        found.root: b"<<%s\n/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % (found.catalogue, top),
        top: b"<< /Type /Outlines%s >>" % _ends(children[top], len(children[top])),
    }
    for place, one in enumerate(bookmarks):
        number, siblings = top + 1 + place, children[parents[place]]
        at = siblings.index(number)
        near = b""
        if at:
            near += b" /Prev %d 0 R" % siblings[at - 1]
        if at + 1 < len(siblings):
            near += b" /Next %d 0 R" % siblings[at + 1]
        below = children.get(number, [])
        title = ("\ufeff" + one.title).encode("utf-16-be").hex().encode("ascii")
        objects[number] = b"<< /Title <%s> /Parent %d 0 R /Dest [%d 0 R /Fit]%s%s >>" % (
            title,
            parents[place],
            found.pages[one.page],
            near,
            _ends(below, -len(below)) if below else b"",
        )
    return objects


def _ends(children: Sequence[int], count: int) -> bytes:
    """Return first, last and number of the entries below one; a negative number keeps them folded."""
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (children[0], children[-1], count)


def _update(objects: dict[int, bytes], found: _Written, start: int) -> bytes:
    """Return the bytes to append to a file of ``start`` bytes."""
    body, places = b"\n", {}
    for number, text in objects.items():
        places[number] = start + len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    xref = b"xref\n"
    new = sorted(number for number in objects if number >= found.size)
    for first, numbers in ((found.root, [found.root]), (found.size, new)):
        xref += b"%d %d\n" % (first, len(numbers))
        xref += b"".join(b"%010d 00000 n \n" % places[number] for number in numbers)
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % (found.size + len(new)), found.trailer)
    trailer = re.sub(rb"/Prev \d+", b"", trailer)
    return (
        body
        + xref
        + b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            trailer,
            found.xref,
            start + len(body),
        )
    )
