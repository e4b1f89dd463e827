"""The three ways a job ends early, each with its own exit code on the command line.

Every message is a sentence a person can act on: which file, what is wrong, what to do.
"""

from __future__ import annotations


class DescribeChangesError(Exception):
    """Base of all errors raised on purpose by this package."""

    exit_code = 1


class InputError(DescribeChangesError):
    """The input or the request is wrong; the message names it and the remedy."""

    exit_code = 2


class OutputTaken(InputError):
    """A result cannot be written under the name that was asked for, because something else would be lost.

    Attributes:
        suggestion: a name beside it that is free, such as ``changes_2.gpkg``.
    """

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.suggestion = suggestion


class Cancelled(DescribeChangesError):
    """The user cancelled the job; what was committed before stays on disk."""

    exit_code = 3


class InternalError(DescribeChangesError):
    """Our fault: an invariant broke. The command line adds the path of the log."""

    exit_code = 1


def missing_torch() -> InputError:
    """Return the sentence for a Python without PyTorch: its build is the user's choice, so it is no requirement."""
    return InputError(
        "The engine needs PyTorch, which is not installed. For the processor:  pip install torch --index-url "
        "https://download.pytorch.org/whl/cpu  For a graphics card:  pip install 'describe-changes[torch]'."
    )
