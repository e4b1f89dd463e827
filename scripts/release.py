"""Make a release: check, set the version everywhere, close the changelog's section, build the zip, commit and tag.

Run it by ``make release VERSION=0.2.0``. Nothing is pushed or uploaded; the last lines say how. Each condition that
fails is one sentence, and then nothing has been changed::

    python3 scripts/release.py 0.2.0 [--skip-tests]
"""

from __future__ import annotations

import argparse
import datetime
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSION = re.compile(r"\d+\.\d+\.\d+")
PLACEHOLDERS = ("example.org", "github.com/describe-changes/")
"""What stands in ``metadata.txt`` until a publisher has filled it in; ``docs/publishing.md`` says with what."""
UNRELEASED = "## [Unreleased]\n"


class Refused(Exception):
    """A condition of a release that does not hold, as a sentence."""


def numbered(version: str) -> tuple[int, ...]:
    """Return a version's numbers, for comparing.

    Raises:
        Refused: it is not three numbers with dots.
    """
    if not VERSION.fullmatch(version):
        raise Refused(f"“{version}” is not a version; write three numbers, such as 0.2.0.")
    return tuple(int(part) for part in version.split("."))


def released_changelog(text: str, version: str, day: datetime.date) -> str:
    """Return the changelog with its unreleased section closed under a version and a new, empty one above.

    Raises:
        Refused: there is nothing unreleased.
    """
    head, found, rest = text.partition(UNRELEASED)
    section = re.split(r"^## \[", rest, maxsplit=1, flags=re.MULTILINE)[0]
    if not found or not section.strip():
        raise Refused("CHANGELOG.md says nothing under [Unreleased]; there is nothing to release.")
    return f"{head}{UNRELEASED}\n## [{version}] - {day.isoformat()}\n{rest}"


def with_version(root: Path, version: str) -> dict[Path, str]:
    """Return the files that name the version, with the new one.

    Raises:
        Refused: a file does not name it where it should.
    """
    places = {
        "pyproject.toml": (r'^version = "([^"]+)"$', f'version = "{version}"'),
        "metadata.txt": (r"^version=(.+)$", f"version={version}"),
        "CITATION.cff": (r"^version: (.+)$", f"version: {version}"),
    }
    changed = {}
    for name, (pattern, line) in places.items():
        text, count = re.subn(pattern, line, (root / name).read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        if not count:
            raise Refused(f"{name} names no version.")
        changed[root / name] = text
    return changed


def plan(root: Path, version: str, day: datetime.date) -> dict[Path, str]:
    """Return every file that a release changes, with its new content.

    Raises:
        Refused: a condition does not hold.
    """
    wanted = numbered(version)
    metadata = (root / "metadata.txt").read_text(encoding="utf-8")
    current = re.search(r"^version=(.+)$", metadata, re.MULTILINE)
    if current and numbered(current[1].strip()) > wanted:
        raise Refused(f"Version {version} is older than the present {current[1].strip()}.")
    left = [word for word in PLACEHOLDERS if word in metadata]
    if left:
        names = ", ".join(left)
        raise Refused(f"metadata.txt still has placeholders ({names}); docs/publishing.md says what to fill in.")
    changelog = root / "CHANGELOG.md"
    closed = released_changelog(changelog.read_text(encoding="utf-8"), version, day)
    return {**with_version(root, version), changelog: closed}


def command(*words: str) -> str:
    """Run a command in the repository and return what it printed.

    Raises:
        Refused: it failed.
    """
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Refused(f"`{' '.join(words)}` failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def release(version: str, *, skip_tests: bool) -> None:
    """Make the release.

    Raises:
        Refused: a condition does not hold; nothing was changed.
    """
    if command("git", "status", "--porcelain"):
        raise Refused("The working tree has changes; commit or stash them first.")
    if f"v{version}" in command("git", "tag", "--list").split():
        raise Refused(f"The tag v{version} exists already.")
    changed = plan(ROOT, version, datetime.date.today())
    if not skip_tests and subprocess.run(("make", "test"), cwd=ROOT, check=False).returncode:  # noqa: S607
        raise Refused("`make test` failed; a release needs it green.")
    for path, text in changed.items():
        path.write_text(text, encoding="utf-8")
    command("git", "commit", "-aqm", f"Release {version}")
    command(sys.executable, "scripts/make_package.py")
    command("git", "tag", "-a", f"v{version}", "-m", f"Describe Changes {version}")
    print(f"Released {version}: commit, tag v{version} and build/describe_changes.zip are here.")
    print("Push with `git push --follow-tags`, then upload the zip to the plugin site (docs/publishing.md).")


def main(arguments: list[str]) -> int:
    """Read the command line and make the release; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version")
    parser.add_argument("--skip-tests", action="store_true", help="for a commit whose tests have just passed")
    options = parser.parse_args(arguments)
    try:
        release(options.version, skip_tests=options.skip_tests)
    except Refused as error:
        print(f"No release: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
