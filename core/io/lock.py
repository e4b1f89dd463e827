"""One run per output: a lock that dies with its process."""

from __future__ import annotations

import errno
import os
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError
from .disk import write_failure

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # a planted pipe must not make us wait
_LONGEST = 512  # bytes: a lock holds no more than the name of its holder


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold a file's lock; the operating system lets go of it when the process dies, however it dies.

    Args:
        path: the lock file; made if absent, left in place.

    Raises:
        InputError: another live process holds it; it is a link, or no file of ours; it cannot be made.
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
        if path.is_symlink():
            raise _not_ours(path)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
        except OSError as error:
            raise _not_ours(path) if error.errno in (errno.ELOOP, errno.EISDIR) else error from error
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink > 1 or state.st_size > _LONGEST:
            os.close(descriptor)
            raise _not_ours(path)
        if not _try_lock(descriptor):
            holder = os.read(descriptor, 200).decode(errors="replace") or "another process"
            os.close(descriptor)
            raise InputError(
                f"{path.parent} is in use by {holder}; wait for that run or stop it, or choose another output."
            )
        try:  # whoever held it before may have removed the folder under us: then this is a lock on nothing
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
        os.close(descriptor)


def _not_ours(path: Path) -> InputError:
    return InputError(f"{path} is no lock of ours but another's file or a link; move it away, or choose another name.")


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
