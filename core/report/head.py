"""The head of a report as its author wants it: title, names, logo and notes; checked before anything is written."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import is_file

_LOGO_PX = 400  # no side of the logo is longer
_LONGEST = 10_000  # characters of the notes
_LONGEST_LINE = 300
_MOST_PIXELS = 50_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


@dataclass(frozen=True)
class ReportHead:
    """What stands at the head of a report beside what was found; empty for nothing.

    Attributes:
        title: in place of “What changed between … and …”.
        author: who wrote the report.
        organisation: for whom.
        logo: picture of the organisation; PNG, JPEG or the like.
        notes: paragraphs, parted by empty lines.
    """

    title: str = ""
    author: str = ""
    organisation: str = ""
    logo: Path | None = None
    notes: str = ""

    def validate(self) -> None:
        """Refuse what cannot be, before any work starts.

        Raises:
            InputError: a text is too long, or the logo is no picture.
        """
        for name, text, most in (
            ("title", self.title, _LONGEST_LINE),
            ("author", self.author, _LONGEST_LINE),
            ("organisation", self.organisation, _LONGEST_LINE),
            ("notes", self.notes, _LONGEST),
        ):
            if len(text) > most:
                raise InputError(f"The {name} of the report has {len(text):,} characters; {most:,} are the most.")
        self.picture()

    def picture(self) -> str:
        """Return the logo as a PNG data URI, empty where there is none.

        Raises:
            InputError: the file is missing or no picture.
        """
        if self.logo is None:
            return ""
        from PIL import Image, UnidentifiedImageError  # not at the top: options are read without pictures

        if not is_file(self.logo):
            raise InputError(f"The logo {self.logo} does not exist; give a PNG or JPEG file.")
        try:
            with Image.open(self.logo, formats=_FORMATS) as image:
                if image.width * image.height > _MOST_PIXELS:
                    raise InputError(f"The logo {self.logo} is {image.width} × {image.height} pixels; make it smaller.")
                small = image.convert("RGBA")
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise InputError(
                f"The logo {self.logo} is no picture that can be read; give a PNG or JPEG file."
            ) from error
        small.thumbnail((_LOGO_PX, _LOGO_PX))
        buffer = io.BytesIO()
        small.save(buffer, "PNG", optimize=True)
        return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")

    def said(self, span_before: str, span_after: str) -> dict[str, Any]:
        """Return the head's texts; the title of one's own pushes the usual one below it."""
        usual = f"What changed between {span_before} and {span_after}"
        return {
            "title": self.title or usual,
            "subtitle": usual if self.title else "",
            "byline": " · ".join(filter(None, (self.author, self.organisation))),
            "notes": [part.strip() for part in self.notes.replace("\r\n", "\n").split("\n\n") if part.strip()],
        }
