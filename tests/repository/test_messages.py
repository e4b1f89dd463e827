"""Every message to the user is a sentence: a capital, a full stop."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ERRORS = {"InputError", "OutputTaken", "Cancelled"}
FRAGMENTS = {"requests.py", "budget.py"}  # the worker and the loader of packs put them into a sentence of their own
QUOTED = ("error", "trouble")  # a sentence that somebody else has ended


def messages(path: Path) -> Iterator[tuple[int, list[ast.expr]]]:
    """Line and parts of every literal message of an error in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            message = node.args[0]
            if name in ERRORS and isinstance(message, ast.JoinedStr):
                yield node.lineno, message.values
            elif name in ERRORS and isinstance(message, ast.Constant):
                yield node.lineno, [message]


def problem(parts: list[ast.expr]) -> str:
    """What is wrong with a message, nothing where it is a sentence."""
    first, last = parts[0], parts[-1]
    if isinstance(first, ast.Constant):
        word = str(first.value).split()[0] if str(first.value).strip() else "X"
        if word[0].islower() and "." not in word.rstrip(".") and "_" not in word:  # a name of the configuration may be
            return "begins without a capital"
    if isinstance(last, ast.Constant):
        return "" if str(last.value).rstrip().endswith((".", "?", "!", ".)")) else "ends without a full stop"
    quoted = any(word in ast.unparse(last) for word in QUOTED)
    return "" if quoted else "ends without a full stop"


def test_the_rule_finds_what_breaks_it():
    lines = ['InputError("there is no such thing.")', 'InputError("No")', 'InputError(f"It is {x}")',
             'InputError(f"{a} is wrong")']  # fmt: skip
    for line in lines:
        assert problem(_parts(line)), line
    for line in ('InputError("It is.")', 'InputError(f"{a} → {b}: {error}")', 'InputError("encoder.weights is none.")'):
        assert not problem(_parts(line)), line


def _parts(line: str) -> list[ast.expr]:
    message = ast.parse(line).body[0].value.args[0]
    return message.values if isinstance(message, ast.JoinedStr) else [message]


def test_every_error_of_engine_and_command_line_is_a_sentence(root):
    files = [root / "cli.py", *(path for path in (root / "core").rglob("*.py") if path.name not in FRAGMENTS)]
    found = [(path, line, parts) for path in files for line, parts in messages(path)]
    assert len(found) > 100
    wrong = [f"{path.name}:{line} {text}" for path, line, parts in found if (text := problem(parts))]
    assert wrong == []
