"""Role of each band of a raster – red, near infrared, … – by the names and wavelengths of sensors and vendors.

Names are taken as one set: ``B4`` is red in a Sentinel-2 or Landsat 8 image, near infrared in a Landsat 5 one. Sources
of the numbers: the sensors' own handbooks (Sentinel-2 MSI, Landsat TM, ETM+, OLI), Planet's and MicaSense's notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROLES = ("blue", "green", "red", "rededge", "nir", "swir1", "swir2")

_CENTRES_NM = {
    "coastal": (400, 449),
    "blue": (450, 509),
    "green": (510, 584),
    "yellow": (585, 624),
    "red": (625, 684),
    "rededge": (685, 759),
    "nir": (760, 930),
    "swir1": (1500, 1750),
    "swir2": (2000, 2400),
}
_WORDS = {
    "coastal": "coastal coastal_blue coastalblue coastal_aerosol ultrablue aerosol",
    "rededge": "rededge red_edge re rededge1 red_edge1 red_edge_1 rededge2 red_edge2 red_edge_2 rededge3 vre "
    "vegetation_red_edge",
    "nir": "nir nir1 nir_1 near_infrared nearinfrared near_infra_red infra_red near_ir infrared ir nir08 pir infrarot "
    "nahes_infrarot n infrarouge infrarrojo",
    "nir_narrow": "nir08a nir_narrow nir2 nir_2 nir09 narrow_nir b8a",
    "swir1": "swir1 swir_1 swir16 swir shortwave_infrared_1 shortwave_infrared short_wave_infrared "
    "short_wave_infrared_1",
    "swir2": "swir2 swir_2 swir22 shortwave_infrared_2 short_wave_infrared_2",
    "thermal": "thermal thermal_infrared thermal_ir tir lwir tirs",
    "green_other": "green_i greeni green1 green_1",
    "blue": "blue b blau bleu azul",
    "green": "green g gruen grün vert verde green2 green_2 green_ii",
    "red": "red r rot rouge rojo vermelho",
    "yellow": "yellow gelb jaune amarillo",
}
_BY_WORD = {word: role for role, words in _WORDS.items() for word in words.split()}
_SENTINEL = {
    "1": "coastal",
    "2": "blue",
    "3": "green",
    "4": "red",
    "5": "rededge",
    "8": "nir",
    "8A": "nir_narrow",
    "11": "swir1",
    "12": "swir2",
}
_OLI = {"1": "coastal", "2": "blue", "3": "green", "4": "red", "5": "nir", "6": "swir1", "7": "swir2"}
_TM = {"1": "blue", "2": "green", "3": "red", "4": "nir", "5": "swir1", "7": "swir2"}
_NUMBERED = re.compile(
    r"^(?:.*?[_ .-])??(?P<style>sr_|toa_)?b(?:and)?[ _]?0?(?P<number>\d{1,2}A?)(?![0-9a-z])", re.IGNORECASE
)
_PLAIN_NUMBER = re.compile(r"^band[ _]?\d+$", re.IGNORECASE)
_WAVELENGTH_TAGS = (
    "wavelength",
    "central_wavelength",
    "center_wavelength",
    "centre_wavelength",
    "central_wavelength_um",
    "central_wavelength_nm",
    "cwl",
)
_SENSOR_TAGS = (
    "SPACECRAFT_NAME",
    "SPACECRAFT_ID",
    "PLATFORM",
    "SATELLITE",
    "SATELLITEID",
    "SENSOR",
    "SENSOR_ID",
    "DATATAKE_1_SPACECRAFT_NAME",
)


@dataclass(frozen=True)
class BandRoles:
    """Bands by what they show.

    Attributes:
        by_role: number from 1 of each role of ``ROLES`` that was found.
        source: where that is known from, in words; empty where it is not.
        sure: False where names fit several sensors and one was assumed.
    """

    by_role: Mapping[str, int]
    source: str = ""
    sure: bool = True

    @property
    def rgb(self) -> tuple[int, int, int] | None:
        """Red, green, blue, None unless all three are known."""
        found = [self.by_role.get(role) for role in ("red", "green", "blue")]
        red, green, blue = found
        return None if red is None or green is None or blue is None else (red, green, blue)


def roles_of(
    names: Sequence[str | None], band_tags: Sequence[Mapping[str, str]], tags: Mapping[str, str], file: str = ""
) -> BandRoles:
    """Find what each band shows.

    Args:
        names: descriptions of the bands.
        band_tags: metadata of each band, all domains in one.
        tags: metadata of the raster.
        file: its name, which may name the satellite.
    """
    texts = [(name or "").strip() for name in names]
    words = _gathered([_role_of_text(text) for text in texts])
    if {"red", "green", "blue"} <= words.keys():
        return BandRoles(words, "the names of the bands")
    lengths = _gathered([_role_at(_wavelength(text, meta)) for text, meta in zip(texts, band_tags, strict=True)])
    if {"red", "green", "blue"} <= lengths.keys():
        return BandRoles(lengths, "the wavelengths of the bands")
    numbered = _by_number(texts, tags, file)
    if numbered is not None:
        return numbered
    return BandRoles({**lengths, **words}, "the names of the bands" if words else "")


def _gathered(roles: Sequence[str]) -> dict[str, int]:
    """The first band of each role; a plain one goes before a variant of it."""
    found: dict[str, int] = {}
    for variant in (False, True):
        for band, role in enumerate(roles, start=1):
            plain, _, other = role.partition("_")
            if plain in ROLES and bool(other) == variant:
                found.setdefault(plain, band)
    return found


def _role_of_text(text: str) -> str:
    """The role that a band's name says in words: the whole name, what stands in brackets, or one of its words."""
    inner = re.search(r"[(\[]([^)\]]*[a-zäöü][^)\]]*)[)\]]", text, re.IGNORECASE)
    bare = re.sub(r"[(\[].*?[)\]]", " ", text)
    for part in (text, bare, inner[1] if inner else ""):
        cleaned = re.sub(r"^band[ _]*\d+[ :_-]*", "", part.strip(), flags=re.IGNORECASE)
        key = re.sub(r"[^0-9a-zäöü]+", "_", cleaned.lower()).strip("_")
        if key in _BY_WORD:
            return _BY_WORD[key]
        pieces = key.split("_")
        for size in (4, 3, 2, 1):
            for start in range(len(pieces) - size + 1):
                piece = "_".join(pieces[start : start + size])
                if piece in _BY_WORD and len(piece) > 2:
                    return _BY_WORD[piece]
    return ""


def _wavelength(text: str, tags: Mapping[str, str]) -> float | None:
    """The centre of a band in nanometres, from its metadata or its name."""
    folded = {key.lower(): value for key, value in tags.items()}
    unit = folded.get("wavelength_units", folded.get("wavelength_unit", "")).lower()
    for name in _WAVELENGTH_TAGS:
        found = re.match(r"\s*(\d+(?:\.\d+)?)\s*(\S*)", folded.get(name, ""))
        if found:
            own = f"{found[2] or unit} {name}".lower()
            value = float(found[1])
            # Below 30 it cannot be nanometres, above it cannot be micrometres.
            return value * 1000 if value < 30 or "micro" in own or "µm" in own or "_um" in own else value
    found = re.search(r"(\d+(?:\.\d+)?)\s*(nm|nanomet|µm|μm|um|micromet)", text, re.IGNORECASE)
    if not found:
        return None
    return float(found[1]) * (1 if found[2].lower().startswith("n") else 1000)


def _role_at(centre: float | None) -> str:
    if centre is None:
        return ""
    return next((role for role, (low, high) in _CENTRES_NM.items() if low <= centre < high + 1), "")


def _by_number(texts: Sequence[str], tags: Mapping[str, str], file: str) -> BandRoles | None:
    """Roles of bands that are called by a sensor's numbers."""
    numbers = [""] * len(texts)
    styled = padded = False
    for place, text in enumerate(texts):
        found = _NUMBERED.match(text)
        if found and not _PLAIN_NUMBER.match(text):
            numbers[place] = found["number"].upper()
            styled = styled or bool(found["style"])
            padded = padded or bool(re.search(r"b0\d", text, re.IGNORECASE))
    known = {number for number in numbers if number}
    if not known & {"2", "3", "4"}:
        return None
    sensor, sure = _sensor(known, tags, file, styled=styled, padded=padded)
    table = {"Sentinel-2": _SENTINEL, "Landsat 8 and 9": _OLI, "Landsat 4 to 7": _TM}[sensor]
    roles = _gathered([table.get(number, "") for number in numbers])
    if not sure and not {"red", "green", "blue"} <= roles.keys():
        return None
    return BandRoles(roles, f"the band numbers of {sensor}", sure)


def _sensor(known: set[str], tags: Mapping[str, str], file: str, *, styled: bool, padded: bool) -> tuple[str, bool]:
    """The sensor whose numbers these are, and whether that is sure."""
    folded = {key.upper(): str(value) for key, value in tags.items()}
    said = " ".join([file, *(folded.get(name, "") for name in _SENSOR_TAGS)]).upper()
    if re.search(r"SENTINEL.?2|(?<![A-Z0-9])S2[ABC]?(?![A-Z0-9])", said) or re.search(r"(?<![A-Z])S2[ABC]_", said):
        return "Sentinel-2", True
    if re.search(r"LANDSAT.?[89]|(?<![A-Z0-9])L[CO]0?[89]", said):
        return "Landsat 8 and 9", True
    if re.search(r"LANDSAT.?[457]|(?<![A-Z0-9])L[TE]0?[457]", said):
        return "Landsat 4 to 7", True
    if padded or known & {"8A", "12"}:
        return "Sentinel-2", True
    if styled:  # Earth Engine's names of Landsat collection 2: TM and ETM+ have no band 6 among these
        return (
            ("Landsat 8 and 9", "6" in known) if "6" in known or "1" not in known else ("Landsat 4 to 7", "7" in known)
        )
    if known == {"1", "2", "3", "4"}:  # Planet and many others; bands 1 to 4 of Landsat 8 would lack the infrared
        return "Landsat 4 to 7", False
    # 2, 3, 4 are blue, green, red of Sentinel-2 and of Landsat 8 and 9 alike; only 4 to 7 differ.
    return ("Sentinel-2" if "8" in known else "Landsat 8 and 9"), False
