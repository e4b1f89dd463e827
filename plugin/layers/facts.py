"""Facts that the analyst types over: a statement, marked as one, with the measurement kept behind it.

Both stand in the tile's one field ``facts``, so that any other program shows them as they are::

    12 houses gone, counted on site (stated by the analyst, not measured); measured: 9 buildings gone, 1,240 m²

A new measurement takes the place of the old one only; the statement stays until the analyst takes it back.
"""

from __future__ import annotations

MARK = "(stated by the analyst, not measured)"
"""English in every language, as all facts are: the file may be read anywhere."""
MEASURED = "; measured: "


def stated_in(facts: str) -> str:
    """Return what the analyst has stated, empty where the facts are measured only."""
    statement, mark, _ = facts.partition(MARK)
    return statement.strip() if mark else ""


def measured_in(facts: str) -> str:
    """Return what was measured, without the analyst's statement."""
    _, mark, rest = facts.partition(MARK)
    if not mark:
        return facts
    return rest[len(MEASURED) :] if rest.startswith(MEASURED) else ""


def facts_of(statement: str, measured: str) -> str:
    """Return the field's text; a statement that says nothing else than the measurement is none."""
    words = " ".join(statement.replace(MARK, " ").split())
    if not words or words == measured:
        return measured
    return f"{words} {MARK}" + (f"{MEASURED}{measured}" if measured else "")
