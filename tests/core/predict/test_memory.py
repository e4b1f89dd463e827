"""Freed memory is kept for the next batch."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import resource
from concurrent.futures import ThreadPoolExecutor
import numpy as np
from describe_changes.core.predict.memory import keep_freed_memory

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(5):
        np.ones(25_000_000, np.uint8)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

given_back = faults()
assert keep_freed_memory() and keep_freed_memory()
np.ones(25_000_000, np.uint8)
print(given_back, faults(), ThreadPoolExecutor(1).submit(faults).result())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what is asked is a function of Linux's C library")
def test_a_block_that_is_freed_is_not_fetched_anew() -> None:
    if not hasattr(__import__("ctypes").CDLL(None), "mallopt"):
        pytest.skip("this C library has no mallopt")
    environment = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}  # as in Dask's workers
    ended = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    given_back, kept, kept_in_a_thread = map(int, ended.stdout.split())
    assert given_back > 50
    assert max(kept, kept_in_a_thread) < given_back / 10
