"""Find what the pixels of label images mean, once for all labels of a data set, and hold each of them to it.

Labels come as people save them: 1 bit, 0 and 1, 0 and 255, 16 bits, palettes, colours, with an alpha channel, blurred
by JPEG. One label alone often cannot tell (all 1: is that the class, or the ground of OSCD's 1 and 2?), so the key is
found from many labels of the set; a label that then holds something else is an error with its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ....core.errors import InputError
from ...schema import LABELLED, Colour, MaskValue
from .files import list_images
from .pixels import Codes, Raster, read_raster

Mask = NDArray[np.bool_]
Reading = Literal["value", "index", "colour"]
_SAMPLED = 256
"""Labels that are looked at, spread evenly, to find the key of a data set."""
_FEW = 16
"""Different values up to which an image counts as labels, not as a picture."""
_NEARLY_WHITE, _BRIGHT, _DARK = 240, 192, 64
_EDGES, _CENTRE, _HALF_OF = 0.5, 16, 0.5
"""Blurred edges: pixels in between are at most half as many as bright ones, and half of them at most lie about 128,
where a third value would."""
_UNKNOWN_BY_HABIT = 255
_HALF = 128
_BLACK = 0
_ONE_MARK = "one mark on a ground of 0"
_READINGS: tuple[Reading, ...] = ("value", "index", "colour")


@dataclass(frozen=True)
class LabelKey:
    """Key by which the labels of a data set are read.

    Attributes:
        reading: grey values, palette indices, or colours as 65536 · red + 256 · green + blue.
        marks: codes that mark each class; empty for `LABELLED`: all codes but `ground`.
        ground: code of what is not marked.
        known: all codes that may occur; None = any.
        blurred: labels of 0 and 255 that were saved lossily; 128 and more is marked.
    """

    reading: Reading
    marks: Mapping[str, tuple[int, ...]]
    ground: int = 0
    known: frozenset[int] | None = None
    blurred: bool = False


@dataclass(frozen=True)
class Legend:
    """Declaration of a layout about its labels.

    Attributes:
        values: value or values of each class, or `LABELLED`.
        colours: colour of each class, where the layout is also handed on in colours.
        single: class that a set with one mark only labels, whatever its value; none = no such set is known.
        complete: whether `values` names every value that may occur.
    """

    values: Mapping[str, MaskValue]
    colours: Mapping[str, Colour] = field(default_factory=dict)
    single: str | None = None
    complete: bool = False


@dataclass
class _Seen:
    """Codes of some labels by reading, each with the first label that holds it."""

    codes: dict[Reading, dict[int, Path] | None]
    folder: Path
    lossy: Path | None = None
    middling: int = 0
    central: int = 0
    bright: int = 0

    @classmethod
    def of(cls, paths: Sequence[Path]) -> _Seen:
        seen = cls({reading: {} for reading in _READINGS}, paths[0].parent)
        for path in paths:
            seen._add(path, read_raster(path))
        return seen

    def _add(self, path: Path, raster: Raster) -> None:
        if raster.lossy and self.lossy is None:
            self.lossy = path
        for reading, codes in zip(_READINGS, (raster.value, raster.index, raster.colour), strict=True):
            known = self.codes[reading]
            if codes is None or known is None:
                self.codes[reading] = None
                continue
            for code in distinct(codes):
                known.setdefault(code, path)
        if raster.value is not None:
            self.middling += int(((raster.value >= _DARK) & (raster.value < _BRIGHT)).sum())
            self.central += int((abs(raster.value - _HALF) < _CENTRE).sum())
            self.bright += int((raster.value >= _BRIGHT).sum())

    @property
    def blurred(self) -> bool:
        """Whether these are labels of 0 and 255 with blurred edges, and no third value in between."""
        values = self.codes["value"]
        if values is None:
            return False
        nearly_white = sum(value >= _NEARLY_WHITE for value in values)
        if self.lossy is None and len(values) <= _FEW and nearly_white < 2:
            return False
        if set(values) == {0}:
            return True
        edges_only = self.middling <= _EDGES * self.bright and self.central <= _HALF_OF * self.middling + _FEW
        return _BRIGHT <= max(values) <= 255 and edges_only


def find_key_in(folders: Iterable[Path], legend: Legend) -> LabelKey | None:
    """Key of all labels in some folders; None where there are none.

    Raises:
        InputError: as of `find_key`.
    """
    paths = [path for folder in folders for path in list_images(folder)]
    return find_key(paths, legend) if paths else None


def spread(paths: Sequence[Path]) -> Sequence[Path]:
    """Up to `_SAMPLED` of the paths, evenly spread."""
    step = max(1, len(paths) // _SAMPLED)
    return paths[::step]


def find_key(paths: Sequence[Path], legend: Legend) -> LabelKey:
    """Key of the labels of a data set.

    Args:
        paths: all of its labels.
        legend: what its layout declares.

    Raises:
        InputError: a label cannot be read, or the labels do not fit the layout; names a label and its values.
    """
    seen = _Seen.of(spread(paths))
    wanted = {name: values_of(value) for name, value in legend.values.items()}
    if any(wanted.values()):
        return _by_values(seen, wanted, legend)
    return _by_marks(seen, tuple(wanted))


def _by_values(seen: _Seen, wanted: Mapping[str, tuple[int, ...]], legend: Legend) -> LabelKey:
    """Key of labels whose values the layout names."""
    named = frozenset(value for values in wanted.values() for value in values)
    for reading in _READINGS[:2]:
        codes = seen.codes[reading]
        if codes is None or (seen.lossy and len(codes) > len(named) + 1):
            continue
        marks = set(codes) - {0}
        if marks and legend.single and marks <= set(wanted[legend.single]):
            return _complete(reading, {legend.single: wanted[legend.single]})  # one mark says nothing of other classes
        if marks <= named and legend.complete:
            return _complete(reading, wanted)
        if not legend.complete and (marks & named or not marks or not all(wanted.values())):
            return LabelKey(reading, wanted)
    colours = _by_colours(seen, legend)
    if colours is not None:
        return colours
    for reading in _READINGS[:2]:
        codes = seen.codes[reading]
        if legend.single and codes is not None and len(codes) == 2 and 0 in codes and not seen.lossy:
            return _complete(reading, {legend.single: (max(codes),)})
    if legend.single and seen.blurred:
        return LabelKey("value", {legend.single: ()}, blurred=True)
    raise _does_not_fit(seen, _declared(wanted))


def _complete(reading: Reading, marks: Mapping[str, tuple[int, ...]], ground: int = 0) -> LabelKey:
    return LabelKey(reading, marks, ground, frozenset({ground}.union(*marks.values())))


def _by_colours(seen: _Seen, legend: Legend) -> LabelKey | None:
    """Key of labels in the layout's colours, or None."""
    codes = seen.codes["colour"]
    known = {name: (code_of(colour),) for name, colour in legend.colours.items()}
    if codes is None or not known or seen.lossy:
        return None
    marks = set(codes) - {_BLACK}
    if legend.single and marks == set(known[legend.single]):
        return _complete("colour", {legend.single: known[legend.single]})
    return _complete("colour", known) if marks and marks <= {code for (code,) in known.values()} else None


def _by_marks(seen: _Seen, classes: tuple[str, ...]) -> LabelKey:
    """Key of labels of which only one kind of pixel is ground."""
    marks: dict[str, tuple[int, ...]] = {name: () for name in classes}
    values = seen.codes["value"]
    if seen.blurred:
        return LabelKey("value", marks, blurred=True)
    if values is not None and (seen.lossy or len(values) > _FEW):
        raise _does_not_fit(seen, _ONE_MARK)
    colours = seen.codes["colour"]
    by_colour: tuple[Reading, ...] = ("value", "colour", "index")
    for reading in by_colour if colours is not None and _BLACK in colours else _READINGS:
        codes = seen.codes[reading]
        if codes is not None and len(codes) <= _FEW and not seen.lossy:
            ground = _ground(seen, codes)
            return LabelKey(reading, marks, ground, frozenset(codes) if ground or len(codes) == 2 else None)
    raise _does_not_fit(seen, _ONE_MARK)


def _ground(seen: _Seen, codes: Mapping[int, Path]) -> int:
    """Code of what is not marked: 0, or the lower of two (OSCD's 1 and 2)."""
    others = sorted(set(codes) - {0})
    if 0 in codes:
        if len(others) > 1 and others[-1] == _UNKNOWN_BY_HABIT and others[-2] <= _FEW:
            raise _does_not_fit(seen, f"{_ONE_MARK} (is 255 a mark, or 'unknown'?)")
        return 0
    if len(others) > 2:
        raise _does_not_fit(seen, _ONE_MARK)
    return others[0] if len(others) == 2 else 0


def read_label(path: Path, key: LabelKey, classes: Sequence[str]) -> dict[str, Mask]:
    """Pixels (H, W) that a label marks, per class of its key.

    Raises:
        InputError: it cannot be read, or does not fit the key.
    """
    raster = read_raster(path)
    codes = {"value": raster.value, "index": raster.index, "colour": raster.colour}[key.reading]
    if codes is None:
        raise InputError(f"label {path} is saved in another way than the other labels of its data set; save all alike")
    if key.blurred:
        if 0 < codes.max(initial=0) < _BRIGHT:
            raise InputError(f"label {path} holds nothing above {codes.max()} where others hold 255; save all alike")
        return dict.fromkeys(key.marks, codes >= _HALF)
    _check_known(path, codes, key)
    if not any(key.marks.values()) and (raster.lossy or len(distinct(codes)) > _FEW):
        raise InputError(f"label {path} looks like a picture, not like other labels of its data set; save all alike")
    marked = codes != key.ground
    return {name: np.isin(codes, values) if values else marked for name, values in key.marks.items() if name in classes}


def _check_known(path: Path, codes: Codes, key: LabelKey) -> None:
    if key.known is None:
        return
    foreign = [code for code in distinct(codes) if code not in key.known]
    if foreign:
        raise InputError(
            f"label {path} holds {_listed(foreign, key.reading)}; other labels of its data set hold "
            f"{_listed(sorted(key.known), key.reading)}: correct it or take the pair out"
        )


def values_of(value: MaskValue) -> tuple[int, ...]:
    """Values of a class; none for `LABELLED`."""
    if value == LABELLED:
        return ()
    return value if isinstance(value, tuple) else (value,)


def code_of(colour: Colour) -> int:
    """Colour as one number."""
    red, green, blue = colour
    return red << 16 | green << 8 | blue


def distinct(codes: Codes) -> list[int]:
    """Different codes of an image, ascending."""
    if codes.size and codes.min() >= 0 and codes.max() < 1 << 16:
        return [int(code) for code in np.flatnonzero(np.bincount(codes.ravel()))]
    return [int(code) for code in np.unique(codes)]


def _declared(wanted: Mapping[str, tuple[int, ...]]) -> str:
    said = [f"{' or '.join(map(str, values))} = {name}" for name, values in wanted.items() if values]
    return f"0 and {', '.join(said)}"


def _listed(codes: Sequence[int], reading: Reading) -> str:
    shown = [f"#{code:06x}" if reading == "colour" else str(code) for code in codes[:6]]
    return ", ".join(shown) + (f" and {len(codes) - 6} more" if len(codes) > 6 else "")


def _does_not_fit(seen: _Seen, expected: str) -> InputError:
    """Sentence on labels that no reading fits."""
    reading: Reading = next((reading for reading in _READINGS if seen.codes[reading] is not None), _READINGS[0])
    codes = seen.codes[reading]
    if not codes:
        return InputError(f"the labels in {seen.folder} are of several kinds (grey, palette, colour); save all alike")
    odd = codes[max(codes)]
    path = seen.lossy or odd
    blurred = " It was saved lossily (JPEG), which blurs labels: save labels as PNG." if seen.lossy else ""
    return InputError(
        f"label {path} cannot be read: the labels of its data set hold the values {_listed(sorted(codes), reading)}, "
        f"but {expected} is expected.{blurred}"
    )
