"""How much: areas, counts, probabilities, and the largest or smallest so many."""

from __future__ import annotations

import re

from . import lexicon as words
from .dates import YEARS
from .filters import AREA_DIGITS, Confidence, Count, Size
from .kinds import class_at
from .reading import Item, Reading


def number_of(text: str) -> float | None:
    """Return a number in digits or as a word, None where it is none."""
    if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d+,\d+", text):
        return float(text.replace(",", "."))
    return words.NUMBERS.get(text)


def quantity_at(reading: Reading, ahead: int) -> tuple[float | None, str, int]:
    """Return number, kind (``area``, ``percent``, ``plain``) and length: ``0.5 ha``, ``half a hectare``, ``80 %``."""
    number, length = number_of(reading.word(ahead)), 1
    if number is None and reading.word(ahead) in ("a", "an") and reading.phrase(words.UNITS, ahead + 1)[1]:
        number = 1.0
    elif number is not None and reading.word(ahead + 1) in ("a", "an") and number == words.NUMBERS["half"]:
        length = 2
    if number is None:
        return None, "", 0
    unit, size = reading.phrase(words.UNITS, ahead + length)
    if size:
        return round(number * unit, AREA_DIGITS), "area", length + size
    if reading.word(ahead + length) in ("%", "percent", "per"):
        more = 2 if reading.word(ahead + length) == "per" else 1
        return number / 100, "percent", length + more
    return number, "plain", length


def read_size_range(reading: Reading) -> bool:
    """``between 100 and 500 m²``, ``200 to 400 m²``, ``200–400 m²``."""
    start = 1 if reading.word() in ("between", "from") else 0
    low, kind, length = quantity_at(reading, start)
    if low is None or reading.word(start + length) not in (("and", "to") if start else ("to", "-", "–")):
        return False
    high, other, more = quantity_at(reading, start + length + 1)
    if high is None or other != "area":
        return False
    unit, _ = reading.phrase(words.UNITS, start + length + 2)
    reading.items.append(Item("size", Size(">=", low if kind == "area" else round(low * (unit or 1.0), AREA_DIGITS))))
    return reading.add("size", Size("<=", high), start + length + 1 + more)


def read_comparison(reading: Reading) -> bool:
    """``larger than 200 m²``, ``at least 3 buildings``, ``confidence above 0.8``, ``200 m² or more``."""
    about_confidence = reading.word() in ("confidence", "probability", "score")
    start = 1 if about_confidence else 0
    while about_confidence and reading.word(start) in ("is", "of", "are", "was"):
        start += 1
    sign, length = reading.phrase(words.COMPARISONS, start)
    number, kind, size = quantity_at(reading, start + length)
    if number is None:
        return False
    end = start + length + size
    if sign is None:
        sign, trailing = reading.phrase(words.TRAILING, end)
        end += trailing
    if sign is None:
        return False
    return _compared(reading, sign, number, kind, end, about_confidence)


def _compared(reading: Reading, sign: str, number: float, kind: str, end: int, confidence: bool) -> bool:
    if kind == "area":
        return reading.add("size", Size(sign, number), end)
    if confidence or kind == "percent":
        sure = reading.word(end) in (*words.CERTAINTIES, "confidence", "probability")
        if confidence or sure:
            share = number if kind == "percent" or number <= 1 else number / 100
            return reading.add("confidence", Confidence(sign, share), end + (1 if sure else 0))
    name, length = class_at(reading, end)
    if not length and reading.word(end) in ("changes", "areas", "objects"):
        name, length = "", 1
    if length and float(number).is_integer():
        reading.add("count", Count("" if name == "change" else name, sign, int(number)), end + length)
        if name and reading.phrase(words.TRANSITIONS)[1]:  # more than ten houses destroyed
            reading.items.append(Item("class", name))
        return True
    _, before = reading.phrase(words.TRANSITIONS, end)
    name, length = class_at(reading, end + before)
    if before and length and float(number).is_integer():  # at least 10 new houses
        return reading.add("count", Count(name, sign, int(number)), end)
    if number in YEARS and sign in (">", ">=", "<", "<=") and kind == "plain":
        return False
    said = " ".join(reading.tokens[reading.at : reading.at + end])
    reading.unknown.append(f"“{said}” (say of what: m², ha, acres, ft², or a number of buildings)")
    reading.at += end
    return True


def read_limit(reading: Reading) -> bool:
    """``largest 5``, ``the 5 largest``, ``top 3``, ``the largest site``."""
    first, second = reading.word(), reading.word(1)
    number, length = (number_of(first), 2) if number_of(first) is not None else (number_of(second), 2)
    name = second if number_of(first) is not None else first
    if name not in words.LARGEST | words.SMALLEST:
        return False
    if number is None or not 1 <= number < 1e6:
        number, length = 1.0, 1
        if reading.word(1).endswith("s"):  # the largest sites: how many is not said
            reading.unknown.append(f"how many of the “{name}” (say the {name} 5)")
            reading.at += 1
            return True
    reading.order = "largest" if name in words.LARGEST else "smallest"
    reading.limit = int(number)
    reading.at += length
    return True
