"""Opening a raster on a server: one file and no other, with time limits, retries, and a sentence for each failure."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetReader

from ..errors import InputError
from ..raster.opening import limit_drivers
from .addresses import gdal_name, shown

SETTINGS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no request for files beside it
    "GDAL_HTTP_CONNECTTIMEOUT": "10",
    "GDAL_HTTP_LOW_SPEED_TIME": "30",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "500",
    "GDAL_HTTP_MAX_RETRY": "3",
    "GDAL_HTTP_RETRY_DELAY": "1",
    "GDAL_HTTP_RETRY_CODES": "429,500,502,503,504",
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    "GDAL_NUM_THREADS": "ALL_CPUS",
}
"""Of GDAL while a server is read; access keys for s3 are GDAL's own settings (``AWS_…``)."""
_KEYS = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_NO_SIGN_REQUEST=YES for open data"
_FAILURES = (
    (r"(response|error) code: 404|NoSuchKey|NoSuchBucket|does not exist",
     "the server has no such file; check the address"),
    (r"(response|error) code: 40[13]|AccessDenied|SignatureDoesNotMatch|InvalidAccessKeyId",
     "the server does not let it be read; sign in where the data come from and use a signed address, or for s3 "
     f"{_KEYS}"),
    (r"NO_SIGN_REQUEST|InvalidCredentials", f"there are no access keys; {_KEYS}"),
    (r"(response|error) code: 429", "the server has had too many requests; try again later"),
    (r"(response|error) code: 5\d\d", "the server fails; try again later"),
    (r"Could not resolve host", "there is no server of that name; check the address and the network"),
    (r"Failed to connect|Could not connect|Connection refused", "the server cannot be reached; check the network"),
    (r"timed? ?out|too slow", "the server did not answer in time; try again later"),
    (r"SSL|certificate", "the connection is not safe (its certificate is not accepted)"),
    (r"Range downloading not supported", "the server hands out whole files only; download it and give the file"),
    (r"not recognized", "it is no GeoTIFF, and other formats are not read from servers; download it"),
    (r"Connection reset|Recv failure|transfer closed|partial file", "the connection broke off; try again"),
)  # fmt: skip


@contextmanager
def open_remote(address: str) -> Iterator[DatasetReader]:
    """Open a GeoTIFF on a server for reading; only requests for this one file leave the process.

    Keep it open in ``rasterio.Env(**SETTINGS)``, and read from it in :func:`failures_of`.

    Args:
        address: beginning in ``https://``, ``http://`` or ``s3://``.

    Raises:
        InputError: it cannot be opened; the sentence says why.
    """
    name = gdal_name(address)
    limit_drivers()
    with (
        failures_of(address),
        rasterio.Env(**SETTINGS, CPL_VSIL_CURL_ALLOWED_FILENAME=name),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        src = DatasetReader(name, driver=["GTiff"])
        src.mask_flag_enums  # noqa: B018 - GDAL looks for masks when it is asked for them
    with src:
        yield src


@contextmanager
def failures_of(address: str) -> Iterator[None]:
    """Turn what GDAL says of a server into a sentence, also where GDAL goes on as if nothing were amiss.

    A mask or a band's statistics that cannot be fetched count as absent with GDAL; pixels without data would then be
    taken for data. It says so in rasterio's log only.

    Raises:
        InputError: the block raised an error of rasterio, or GDAL told of one.
    """
    log, heard = logging.getLogger("rasterio._env"), _Errors()
    before = log.level
    log.addHandler(heard)
    log.setLevel(min(before, logging.INFO) if before else logging.INFO)
    try:
        yield
    except RasterioError as error:
        raise InputError(f"{shown(address)} cannot be read: {_reason(_texts(error) + heard.texts)}.") from None
    finally:
        log.removeHandler(heard)
        log.setLevel(before)
    if heard.failed:
        raise InputError(f"{shown(address)} cannot be read: {_reason(heard.texts)}.")


class _Errors(logging.Handler):
    """Keeps what rasterio logs of GDAL's errors."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.texts: list[str] = []
        self.failed = False

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text."""
        self.texts.append(record.getMessage())
        self.failed = self.failed or "signalled an error" in self.texts[-1]


def _texts(error: BaseException) -> list[str]:
    """Return what an error and its causes say, the first cause first."""
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        chain.insert(0, str(cause))
        cause = cause.__cause__ or cause.__context__
    return chain


def _reason(texts: Sequence[str]) -> str:
    """Return in words why a server's file cannot be read; nothing of the address, which may hold a signature."""
    for text in texts:
        for pattern, words in _FAILURES:
            if re.search(pattern, text, re.IGNORECASE):
                return words
    return "GDAL gives up without saying why; try again, or download it"
