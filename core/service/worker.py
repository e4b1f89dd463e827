"""The engine's JSON-lines door: requests on stdin, events on stdout, one object per line.

The protocol stands in ``docs/reference/protocol.md``. Three things it promises:

- stdout belongs to the protocol: file descriptor 1 is moved aside before anything heavy is imported, so that
  what a library prints, also from C, goes to stderr;
- a bad request gets an error event and the worker lives on;
- when stdin ends, whoever asked is gone: the run is cancelled and the worker exits.
"""

from __future__ import annotations

import errno
import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, BinaryIO

from ..errors import Cancelled, InputError
from ..jsonable import to_jsonable
from ..renamed import OPERATIONS
from ..security.isolation import isolate_process
from ..security.requests import MOST_BYTES, check_parameters, is_id, next_line, parsed
from .crash_log import write_crash_log

PROTOCOL = 3
GRACE_SECONDS = 20.0
"""Time that a run has to notice that nobody listens any more; then the process ends itself."""

Request = dict[str, Any]


class EventWriter:
    """Writes events; safe to use from several threads."""

    def __init__(self, stream: BinaryIO, gone: Callable[[], None]) -> None:
        """Take the stream that belongs to the protocol and what to do when its reader has gone."""
        self._stream = stream
        self._gone = gone
        self._lock = threading.Lock()

    def send(self, event: str, request_id: Any = None, **fields: Any) -> None:
        """Write one event; ``id`` is left out where there is none."""
        head = {"event": event} if request_id is None else {"id": request_id, "event": event}
        line = json.dumps(to_jsonable({**head, **fields}), ensure_ascii=False, allow_nan=False)
        try:
            with self._lock:
                # Half a character, which JSON can hold and UTF-8 cannot, goes out as the escape it came as.
                self._stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
                self._stream.flush()
        except (BrokenPipeError, ValueError):  # the reader went, or the stream is closed
            self._gone()


class Worker:
    """Answers requests one after the other; ``cancel`` and ``shutdown`` are heard in between.

    Args:
        requests: binary stream of JSON lines.
        events: binary stream for the answers.
        operations: what to do for each ``op``: a function of (params, emit, cancelled) that returns the name
            and the fields of the closing event.
    """

    def __init__(self, requests: BinaryIO, events: BinaryIO, operations: Mapping[str, Operation]) -> None:
        self._requests = requests
        self._operations = operations
        self._door = EventWriter(events, self._on_disconnect)
        self._queue: queue.Queue[Request | None] = queue.Queue()
        self._lock = threading.Lock()
        self._waiting: dict[str, threading.Event] = {}
        self._ending = threading.Event()

    def serve(self, version: str) -> int:
        """Answer until ``shutdown`` or the end of stdin; return the exit code."""
        self._door.send("ready", version=version, protocol=PROTOCOL)  # first: nobody listens to errors before it
        threading.Thread(target=self._read_requests, name="requests", daemon=True).start()
        while (request := self._queue.get()) is not None:
            self._dispatch(request)
        return 0

    def _read_requests(self) -> None:
        """Read requests until stdin ends; runs on its own thread."""
        while (line := next_line(self._requests)) != b"":
            try:
                if line is None:
                    self._fail(None, "input", f"A request of more than {MOST_BYTES // 2**20} MiB was ignored.")
                elif line.strip() and not self._handle_line(line):
                    return
            except Exception as error:
                self._fault(None, "of hearing", error)
        self._on_disconnect()

    def _handle_line(self, line: bytes) -> bool:
        """Act on one line; return whether to go on listening."""
        try:
            request = parsed(line)
        except InputError as error:
            self._fail(None, "input", f"A request that is not a JSON object with an operation was ignored: {error}.")
            return True
        if request["op"] == "shutdown":
            self._shutdown()
            return False
        if request["op"] == "cancel":
            self._cancel(request)
            return True
        number = request.get("id")
        if not is_id(number):
            self._fail(
                None,
                "input",
                "A request was ignored: its “id” must be a text of at most 200 characters or a finite number.",
            )
            return True
        with self._lock:
            taken = number is not None and _key(number) in self._waiting
            if not taken:
                self._waiting[_key(number)] = threading.Event()
        if taken:
            self._fail(number, "input", "A request with this “id” is not answered yet; give each its own.")
        else:
            self._queue.put(request)
        return True

    def _cancel(self, request: Request) -> None:
        number, target = request.get("id"), request.get("target")
        if not (is_id(number) and is_id(target)):
            self._fail(None, "input", "A “cancel” was ignored: its “id” and “target” must be texts or numbers.")
            return
        with self._lock:
            flag = self._waiting.get(_key(target))
        if flag:
            flag.set()
        self._door.send("result", number, data={"target": target, "found": flag is not None})

    def _dispatch(self, request: Request) -> None:
        """Do what one request asks and close it with exactly one event."""
        number, op = request.get("id"), request["op"]
        with self._lock:  # requests without an id share one flag
            flag = self._waiting.setdefault(_key(number), threading.Event())

        def emit(event: str, **fields: Any) -> None:
            self._door.send(event, number, **fields)

        closing = self._closing(request, flag, emit)
        with self._lock:  # before the closing event: who reads it may use the id again
            self._waiting.pop(_key(number), None)
        try:
            closing()
        except Exception as error:
            self._fault(number, op, error)

    def _closing(self, request: Request, flag: threading.Event, emit: Emit) -> Callable[[], None]:
        """Do what one request asks; return what sends the event that closes it."""
        number, op = request.get("id"), request["op"]
        try:
            if flag.is_set() or self._ending.is_set():
                raise Cancelled("The request was cancelled before it began.")
            operation = self._operations.get(OPERATIONS.get(op, op))
            if operation is None:
                raise InputError(f"There is no operation “{op[:80]}”; known are {', '.join(sorted(self._operations))}.")
            params = request.get("params") or {}
            check_parameters(params)
            event, fields = operation(params, emit, lambda: flag.is_set() or self._ending.is_set())
            return partial(emit, event, **fields)
        except InputError as error:
            return partial(self._fail, number, "input", str(error))
        except Cancelled as error:
            return partial(self._fail, number, "cancelled", str(error))
        except ImportError as error:
            return partial(
                self._fail, number, "missing_dependency", f"{error}. The doctor operation says how to get it."
            )
        except UnicodeEncodeError as error:
            told = f"A text holds half a character ({error.reason}); correct it."
            return partial(self._fail, number, "input", told)
        except OSError as error:
            if error.errno in (errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL):
                told = f"{str(error.filename)[:300]} cannot be the path of a file ({error.strerror}); correct it."
                return partial(self._fail, number, "input", told)
            return partial(self._fault, number, op, error)
        except Exception as error:
            return partial(self._fault, number, op, error)

    def _fault(self, number: Any, op: str, error: Exception) -> None:
        """Report an error that is ours; the traceback goes to stderr and to a log of its own."""
        log = write_crash_log(error, f"worker operation {op}")
        sys.excepthook(type(error), error, error.__traceback__)
        self._fail(number, "internal", f"{type(error).__name__}: {error}", log=str(log or ""))

    def _fail(self, number: Any, kind: str, message: str, log: str = "", **more: Any) -> None:
        self._door.send("error", number, kind=kind, message=message, log=log, **more)

    def _shutdown(self) -> None:
        """Cancel what runs and what waits, then stop."""
        self._ending.set()
        self._queue.put(None)

    def _on_disconnect(self) -> None:
        """Nobody listens any more: as :meth:`_end`, but not for longer than the grace."""
        if not self._ending.is_set():
            self._shutdown()
            timer = threading.Timer(GRACE_SECONDS, os._exit, args=(3,))
            timer.daemon = True
            timer.start()


Emit = Callable[..., None]
Operation = Callable[[dict[str, Any], Emit, Callable[[], bool]], tuple[str, dict[str, Any]]]


def _key(number: Any) -> str:
    """Return an id as something that can be looked up, whatever JSON it was."""
    return json.dumps(number, sort_keys=True)


def redirect_stdout() -> BinaryIO:
    """Move the protocol's stream away from file descriptor 1 and point that to stderr.

    Returns:
        A binary stream to what was stdout.
    """
    sys.stdout.flush()
    private = os.dup(1)
    os.set_inheritable(private, False)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(private, "wb", buffering=0)


def main(more: Mapping[str, Operation] | None = None) -> int:
    """Serve the protocol on stdin and stdout; return the exit code.

    Args:
        more: operations that are not the engine's own, such as those of the training package.
    """
    isolate_process()
    events = redirect_stdout()
    requests = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)  # children must not read the requests
    os.close(null)
    from .diagnostics import engine_version
    from .operations import OPERATIONS as OWN

    try:
        return Worker(requests, events, {**OWN, **(more or {})}).serve(engine_version())
    except KeyboardInterrupt:
        return 3


if __name__ == "__main__":
    sys.exit(main())
