"""One run per output: a lock that dies with its process."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError
from .blockfile import write_failure


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold a file's lock; the operating system lets go of it when the process dies, however it dies.

    Args:
        path: the lock file; made if absent, left in place.

    Raises:
        InputError: another live process holds it,
            or the file cannot be made.
    """
    try:
        descriptor = _open_current(path)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()} on {socket.gethostname()}".encode())
    except OSError as error:
        raise write_failure(path.parent, error) from error
    try:
        yield
    finally:
        os.close(descriptor)


def _open_current(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(descriptor):
            holder = os.read(descriptor, 200).decode(errors="replace") or "another process"
            os.close(descriptor)
            raise InputError(
                f"{path.parent} is in use by {holder}; wait for that run or stop it, or choose another output"
            )
        try:  # whoever held it before may have removed the folder under us: then this is a lock on nothing
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    _FAR_BYTE = 1 << 30  # Windows locks are mandatory: keep clear of the text that names the holder

    def _try_lock(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, _FAR_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    _NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)  # some network drives: better unlocked than not at all

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        return True
