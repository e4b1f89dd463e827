"""Print the figures of this code that docs/architecture.md shows: sizes, docstrings, annotations, comments, tests.

    python3 scripts/code_figures.py [FOLDER]

Code lines are those that hold a token other than a comment or a docstring. A function's length runs from ``def`` to
its last line, without decorators. Public is what no underscore leads to; what a function defines inside is its own.
"""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = ("cli.py", "common", "core", "plugin", "training")
_NO_CODE = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING,
    tokenize.ENDMARKER,
}  # fmt: skip
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Figures:
    """What is counted of a set of files."""

    files: list[int] = field(default_factory=list)
    functions: list[int] = field(default_factory=list)
    code: int = 0
    docstrings: int = 0
    comments: int = 0
    public: int = 0
    documented: int = 0
    parameters: int = 0
    annotated: int = 0

    def add(self, text: str) -> None:
        """Count one file."""
        self.files.append(len(text.splitlines()))
        tree = ast.parse(text)
        prose = _docstring_lines(tree)
        code: set[int] = set()
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                self.comments += 1
            elif token.type not in _NO_CODE:
                code |= set(range(token.start[0], token.end[0] + 1))
        self.code += len(code - prose)
        self.docstrings += len(prose)
        for node, public in _definitions(tree):
            self._add_definition(node, public)

    def _add_definition(self, node: ast.Module | ast.ClassDef | _Function, public: bool) -> None:
        if public:
            self.public += 1
            self.documented += ast.get_docstring(node) is not None
        if isinstance(node, _Function):
            self.functions.append(node.end_lineno - node.lineno + 1)
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            given = [one for one in given if one.arg not in ("self", "cls")]
            self.parameters += len(given)
            self.annotated += sum(one.annotation is not None for one in given)


def _definitions(tree: ast.Module) -> Iterator[tuple[ast.Module | ast.ClassDef | _Function, bool]]:
    """Yield the module, its classes, their methods and its functions, each with whether it is public."""
    yield tree, True
    waiting: list[tuple[ast.AST, bool]] = [(node, True) for node in tree.body]
    while waiting:
        node, public = waiting.pop()
        if isinstance(node, (ast.ClassDef, _Function)):
            public = public and not node.name.startswith("_")
            yield node, public
        if not isinstance(node, _Function):
            waiting += [(child, public) for child in ast.iter_child_nodes(node)]


def _docstring_lines(tree: ast.Module) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(tree):
        for child in getattr(node, "body", []) if isinstance(getattr(node, "body", None), list) else []:
            if (
                isinstance(child, ast.Expr)
                and isinstance(child.value, ast.Constant)
                and isinstance(child.value.value, str)
            ):
                lines |= set(range(child.lineno, child.end_lineno + 1))
    return lines


def figures_of(root: Path, places: tuple[str, ...]) -> Figures:
    """Count all Python files below some places, empty ones left out."""
    found = Figures()
    for place in places:
        path = root / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.is_file() else []:
            text = file.read_text(encoding="utf-8")
            if text.strip():
                found.add(text)
    return found


def _spread(values: list[int]) -> str:
    """Median, ninth decile and largest."""
    return f"{statistics.median(values):g} / {sorted(values)[int(0.9 * len(values))]} / {max(values)}"


def main(root: Path) -> None:
    """Print one figure a line."""
    source, tests = figures_of(root, SOURCES), figures_of(root, ("tests",))
    rows = {
        "files / lines": f"{len(source.files)} / {sum(source.files):,}",
        "lines per file, median / p90 / max": _spread(source.files),
        "files of more than 400 lines": sum(lines > 400 for lines in source.files),
        "functions": f"{len(source.functions):,}",
        "lines per function, median / p90 / max": _spread(source.functions),
        "functions of more than 60 lines": sum(lines > 60 for lines in source.functions),
        "public definitions with a docstring": f"{source.documented / source.public:.0%}",
        "parameters with a type": f"{source.annotated / source.parameters:.0%}",
        "docstring lines per code line": f"{source.docstrings / source.code:.0%}",
        "comment lines per code line": f"{source.comments / source.code:.1%}",
        "test lines per code line": f"{tests.code / source.code:.2f}",
    }
    for name, value in rows.items():
        print(f"{name:<40} {value}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
