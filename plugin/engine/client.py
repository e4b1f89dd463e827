"""Ask the engine something and follow its answer event by event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Optional

from ..i18n import tr
from .errors import EngineCancelled, EngineError
from .pool import EnginePool, pool
from .process import EngineProcess

PROTOCOL = 3
POLL_SECONDS = 0.02
START_SECONDS = 180.0

Event = dict[str, Any]


def not_cancelled() -> bool:
    """Stand in for a cancel button where there is none."""
    return False


def request(
    op: str,
    params: Optional[dict[str, Any]] = None,
    is_cancelled: Callable[[], bool] = not_cancelled,
    source: Optional[EnginePool] = None,
) -> Iterator[Event]:
    """Send a request and yield its events; the last is ``done`` or ``result``.

    Args:
        op: operation of the worker protocol (docs/reference/protocol.md).
        params: its parameters; those that are None or empty are left to the engine's defaults.
        is_cancelled: asked every 20 ms; when it says yes the engine is told and this ends at once.
        source: where engines come from; the process-wide pool by default.

    Raises:
        EngineCancelled: the user cancelled.
        EngineError: no engine, wrong input, or a fault, with a sentence.
    """
    source = source or pool
    engine = source.acquire()
    number = 0
    settled = False
    try:
        _greet(engine, is_cancelled)
        number = engine.send(op, params={k: v for k, v in (params or {}).items() if v not in (None, "", [])})
        for event in _events(engine, is_cancelled):
            if event.get("id") not in (number, None):
                continue
            if event.get("event") == "error":
                settled = event.get("id") == number
                raise _error(event, engine)
            settled = event.get("event") in ("done", "result")
            if settled:
                source.release(engine)
                engine = None
            yield event
            if settled:
                return
    finally:
        if engine is not None:
            _leave(source, engine, number, settled)


def ask(op: str, params: Optional[dict[str, Any]] = None, is_cancelled: Callable[[], bool] = not_cancelled) -> Any:
    """Return the data of a request that has one answer (``doctor``, ``models``, ``inspect``)."""
    answer: Any = None
    for event in request(op, params, is_cancelled):
        if event.get("event") == "result":
            answer = event.get("data")
    return answer


def _leave(source: EnginePool, engine: EngineProcess, number: int, settled: bool) -> None:
    """Hand the engine back in whatever state the request left it."""
    if settled:
        source.release(engine)
    elif number and engine.alive:
        source.release_cancelled(engine, number)
    else:
        source.kill(engine)


def _greet(engine: EngineProcess, is_cancelled: Callable[[], bool]) -> None:
    """Wait until a new engine says that it is ready; a warm one has said so before."""
    if engine.greeted:
        return
    for event in _events(engine, is_cancelled, patience=START_SECONDS):
        if event.get("event") == "error":
            raise _error(event, engine)
        if event.get("event") == "ready":
            if event.get("protocol") != PROTOCOL:
                raise EngineError(
                    tr(
                        "The engine speaks another version of the protocol than this plugin. Press “Install "
                        "engine” in Settings ▸ Options… ▸ Describe Changes to renew it."
                    ),
                    kind="missing",
                    log=engine.log,
                )
            engine.greeted = True
            return


def _events(engine: EngineProcess, is_cancelled: Callable[[], bool], patience: float = 0.0) -> Iterator[Event]:
    """Yield events until the engine falls silent for good, looking at the cancel button in between."""
    waited = 0.0
    while True:
        if is_cancelled():
            raise EngineCancelled
        try:
            event = engine.next_event(timeout=POLL_SECONDS)
        except EOFError:
            raise _died(engine) from None
        if event is not None:
            yield event
            continue
        waited += POLL_SECONDS
        if patience and waited > patience:
            raise EngineError(
                tr("The engine did not start within {0} minutes.").format(int(patience // 60)),
                kind="died",
                log=engine.log,
                tail=engine.log_tail(),
            )


def _error(event: Event, engine: EngineProcess) -> Exception:
    kind = str(event.get("kind", "internal"))
    message = str(event.get("message", ""))
    if kind == "cancelled":
        return EngineCancelled(message)
    if kind == "missing_dependency":
        kind = "missing"
        message = tr(
            "The engine's Python {0} lacks something: {1}. Press “Install engine” in Settings ▸ Options… ▸ "
            "Describe Changes, or name another Python there."
        ).format(engine.python, message.split(". ")[0])
    return EngineError(message, kind=kind, log=engine.log, tail="" if kind == "input" else engine.log_tail())


def _died(engine: EngineProcess) -> EngineError:
    code = engine.exit_code()
    if code is not None and code < 0:
        how = tr("was ended by signal {0}").format(-code)
        hint = tr(" It may have run out of memory; a smaller extent needs less.") if code == -9 else ""
    else:
        how = tr("stopped unexpectedly (exit code {0})").format("?" if code is None else code)
        hint = ""
    message = tr("The engine {0}. Nothing was written.{1}").format(how, hint)
    return EngineError(message, kind="died", log=engine.log, tail=engine.log_tail())
