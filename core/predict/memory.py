"""What the C library does with memory that a batch no longer needs."""

from __future__ import annotations

import ctypes
import functools

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of mallopt(3)
_KEPT_BYTES = 2**30


@functools.cache
def keep_freed_memory() -> bool:
    """Let this process keep up to 1 GiB of freed memory for its next batch; whether that worked.

    Linux's C library gives every large block back as soon as it is freed and fetches the next page by page, for each
    layer of the network anew: an eighth of the time, and more than a third in Dask's workers, which give back still
    more (`MALLOC_TRIM_THRESHOLD_`). Threads that begin later share one heap, for those of their own are given back
    whatever is asked for. Other systems are left as they are.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # no such function, or no such way to ask for it
        return False
    wanted = ((_MMAP_THRESHOLD, _KEPT_BYTES), (_TRIM_THRESHOLD, _KEPT_BYTES), (_ARENA_MAX, 1))
    return all([bool(mallopt(*each)) for each in wanted])
