"""The worker over real pipes, with operations of our own: what matters here is the door."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

SERVER = textwrap.dedent(
    """
    import ctypes, os, sys, time
    from describe_changes.core.errors import Cancelled, InputError
    from describe_changes.core.service.worker import Worker, redirect_stdout

    events = redirect_stdout()

    def echo(params, emit, cancelled):
        emit("progress", stage="read", done=1, total=2, share=float("nan"))
        return "result", {"data": params}

    def noisy(params, emit, cancelled):
        print("from python")
        os.write(1, b"from the descriptor\\n")
        ctypes.CDLL(None).puts(b"from C")
        ctypes.CDLL(None).fflush(None)
        os.system("echo from a child")
        return "result", {"data": "quiet"}

    def slow(params, emit, cancelled):
        emit("progress", stage="describe", done=0, total=1)
        for _ in range(600):
            if cancelled():
                raise Cancelled("Cancelled; the finished blocks are kept.")
            time.sleep(0.02)
        return "done", {"summary": {}}

    def wrong(params, emit, cancelled):
        raise InputError("The file ünd <so>.tif is missing.")

    def faulty(params, emit, cancelled):
        raise ZeroDivisionError("by design")

    def lacking(params, emit, cancelled):
        import no_such_library

    operations = {"echo": echo, "noisy": noisy, "slow": slow, "wrong": wrong, "faulty": faulty, "lacking": lacking}
    sys.exit(Worker(os.fdopen(os.dup(0), "rb"), events, operations).serve("1.2.3"))
    """
)


class Client:
    """Talks to one worker process."""

    def __init__(self, command: list[str], state: Path) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"PATH": "/usr/bin:/bin", "DESCRIBE_CHANGES_STATE": str(state), "PYTHONUTF8": "1"},
        )

    def write(self, text: str | bytes) -> None:
        self.process.stdin.write(text if isinstance(text, bytes) else text.encode())
        self.process.stdin.flush()

    def ask(self, **request: object) -> None:
        self.write(json.dumps(request) + "\n")

    def event(self) -> dict[str, object]:
        line = self.process.stdout.readline()
        assert line, "the worker closed its side"
        return json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))

    def close(self) -> tuple[str, int]:
        """End stdin; return the rest of stderr and the exit code."""
        self.process.stdin.close()
        self.process.stdin = None
        _, errors = self.process.communicate(timeout=20)
        return errors.decode(), self.process.returncode


@pytest.fixture
def client(tmp_path):
    made = Client([sys.executable, "-c", SERVER], tmp_path / "state")
    assert made.event() == {"event": "ready", "version": "1.2.3", "protocol": 3}
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.communicate()


def test_answers_in_order_and_without_nan(client):
    client.ask(id=7, op="echo", params={"name": "Zürich"})
    assert client.event() == {
        "id": 7,
        "event": "progress",
        "stage": "read",
        "done": 1,
        "total": 2,
        "share": None,
    }
    assert client.event() == {"id": 7, "event": "result", "data": {"name": "Zürich"}}


@pytest.mark.parametrize(
    "line",
    [b"not json", b"[1, 2]", b"{}", b'{"id": 1}', b'{"op": 5}', b"\xff\xfe\x00", b"[" * 100_000, b"null", b'"op"'],
)
def test_garbage_gets_an_error_and_the_worker_lives_on(client, line):
    client.write(line + b"\n")
    event = client.event()
    assert (event["event"], event["kind"], "id" in event) == ("error", "input", False)
    client.ask(id=1, op="echo")
    assert [client.event()["event"], client.event()["event"]] == ["progress", "result"]


def test_blank_lines_are_no_requests(client):
    client.write("\n   \n")
    client.ask(id=1, op="wrong")
    assert client.event()["id"] == 1


def test_unknown_operation_names_the_known_ones(client):
    client.ask(id=3, op="explode")
    event = client.event()
    assert event["kind"] == "input"
    assert "“explode”" in event["message"]
    assert "echo" in event["message"]


def test_params_must_be_an_object(client):
    client.ask(id=3, op="echo", params=[1])
    assert client.event()["message"] == "“params” must be an object."


def test_wrong_input_is_the_users_sentence(client):
    client.ask(id=4, op="wrong")
    assert client.event() == {
        "id": 4,
        "event": "error",
        "kind": "input",
        "message": "The file ünd <so>.tif is missing.",
        "log": "",
    }


def test_a_fault_is_logged_and_the_worker_lives_on(client):
    client.ask(id=5, op="faulty")
    event = client.event()
    assert event["kind"] == "internal"
    assert event["message"] == "ZeroDivisionError: by design"
    assert "Traceback" in Path(event["log"]).read_text()
    client.ask(id=6, op="echo")
    assert client.event()["id"] == 6
    assert client.event()["event"] == "result"
    errors, code = client.close()
    assert "ZeroDivisionError: by design" in errors
    assert code == 0


def test_an_absent_library_is_told_apart(client):
    client.ask(id=5, op="lacking")
    event = client.event()
    assert event["kind"] == "missing_dependency"
    assert "no_such_library" in event["message"]


def test_what_libraries_print_goes_to_stderr(client):
    client.ask(id=1, op="noisy")
    assert client.event() == {"id": 1, "event": "result", "data": "quiet"}
    errors, code = client.close()
    assert code == 0
    for text in ("from python", "from the descriptor", "from C", "from a child"):
        assert text in errors


def test_cancel_midway(client):
    client.ask(id=1, op="slow")
    assert client.event()["event"] == "progress"
    began = time.monotonic()
    client.ask(id=2, op="cancel", target=1)
    events = sorted([client.event(), client.event()], key=lambda event: event["id"])
    assert time.monotonic() - began < 2
    assert events[0] == {
        "id": 1,
        "event": "error",
        "kind": "cancelled",
        "message": "Cancelled; the finished blocks are kept.",
        "log": "",
    }
    assert events[1]["data"] == {"target": 1, "found": True}
    client.ask(id=3, op="echo")
    assert client.event()["id"] == 3


def test_cancel_of_a_request_that_waits(client):
    client.ask(id=1, op="slow")
    client.ask(id=2, op="echo")
    assert client.event()["event"] == "progress"
    client.ask(id=3, op="cancel", target=2)
    assert client.event()["id"] == 3
    client.ask(id=4, op="cancel", target=1)
    left = [client.event() for _ in range(3)]
    assert {event["id"] for event in left} == {1, 2, 4}
    assert {event.get("kind") for event in left if event["id"] != 4} == {"cancelled"}


def test_cancel_of_nothing(client):
    client.ask(id=9, op="cancel", target=77)
    assert client.event() == {"id": 9, "event": "result", "data": {"target": 77, "found": False}}


def test_end_of_stdin_cancels_the_run_and_ends_the_worker(client):
    client.ask(id=1, op="slow")
    assert client.event()["event"] == "progress"
    began = time.monotonic()
    client.close()
    assert time.monotonic() - began < 5
    assert client.process.returncode == 0


def test_a_reader_that_goes_away_ends_the_worker(client):
    client.ask(id=1, op="slow")
    assert client.event()["event"] == "progress"
    client.process.stdout.close()
    client.process.stdout = None
    client.ask(id=2, op="cancel", target=55)
    assert client.process.wait(timeout=10) == 0


def test_shutdown(client):
    client.ask(id=1, op="shutdown")
    assert client.process.wait(timeout=10) == 0


def test_the_real_worker_says_hello_without_torch(tmp_path):
    real = Client([sys.executable, "-X", "importtime", "-m", "describe_changes.core.service.worker"], tmp_path)
    assert real.event()["event"] == "ready"
    errors, code = real.close()
    assert code == 0
    assert "| torch\n" not in errors.replace(" ", "").replace("|", "| ")


HARD_LINES = {
    "a nested id": '{"id": ' + "[" * 900 + "]" * 900 + ', "op": "echo"}',
    "an id that is an object": '{"id": {"a": 1}, "op": "echo"}',
    "an id that is true": '{"id": true, "op": "echo"}',
    "an id that is no number": '{"id": NaN, "op": "echo"}',
    "an id too large": '{"id": 1' + "0" * 400 + ', "op": "echo"}',
    "an id too long": '{"id": "' + "x" * 5000 + '", "op": "echo"}',
    "a cancel of a nested id": '{"id": 1, "op": "cancel", "target": ' + "[" * 900 + "]" * 900 + "}",
    "a number of five thousand digits": '{"id": 1, "op": "echo", "params": {"n": ' + "9" * 5000 + "}}",
    "nested too deep to read": '{"id": 1, "op": "echo", "params": ' + "[" * 100_000 + "]" * 100_000 + "}",
}


@pytest.mark.parametrize("case", HARD_LINES)
def test_a_line_that_cannot_be_answered_by_name_gets_an_error(client, case):
    client.write(HARD_LINES[case].encode() + b"\n")
    refused = client.event()
    assert (refused["event"], refused["kind"]) == ("error", "input")
    assert len(refused["message"]) < 400
    client.ask(id=7, op="echo")
    assert client.event()["id"] == 7
    assert client.event()["event"] == "result"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e400", "1" + "0" * 400, "[" * 80 + "]" * 80])
def test_numbers_and_nesting_that_nothing_can_hold_are_refused_by_name(client, value):
    client.write(b'{"id": 3, "op": "echo", "params": {"threshold": ' + value.encode() + b"}}\n")
    refused = client.event()
    assert (refused["id"], refused["event"], refused["kind"]) == (3, "error", "input")
    assert "threshold" in refused["message"]


def test_an_id_in_use_gets_an_error_and_the_first_its_answer(client):
    client.ask(id=1, op="slow")
    assert client.event()["event"] == "progress"
    client.ask(id=1, op="echo")
    refused = client.event()
    assert (refused["id"], refused["kind"]) == (1, "input")
    assert "id" in refused["message"]
    client.ask(id=2, op="cancel", target=1)
    assert {client.event()["event"], client.event()["event"]} == {"result", "error"}
    client.ask(id=1, op="echo")
    assert [client.event()["event"], client.event()["event"]] == ["progress", "result"]


def test_half_a_character_comes_back_as_it_went(client):
    client.write(b'{"id": "\\ud800", "op": "echo", "params": {"path": "\\udcff"}}\n')
    assert client.event()["id"] == "\ud800"
    assert client.event()["data"] == {"path": "\udcff"}


def test_a_line_without_end_is_dropped(client):
    chunk = b"x" * 2**20
    for _ in range(65):
        client.write(chunk)
    client.write(b"\n")
    assert "64 MiB" in client.event()["message"]
    client.ask(id=1, op="echo")
    assert client.event()["id"] == 1
