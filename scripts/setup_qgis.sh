#!/usr/bin/env bash
# Make .venv-qgis: QGIS's own Python with pytest and pytest-qgis beside it, for the plugin's tests.
# No torch and no numpy of ours there: the plugin must run in a QGIS that has neither.
# Where QGIS is missing and may not be installed, says so in .venv-qgis/missing and ends well: the tests then say it again.
set -euo pipefail
cd "$(dirname "$0")/.."

system_python=${QGIS_PYTHON:-/usr/bin/python3}
packages=(qgis python3-qgis qgis-providers python3-venv xvfb xauth imagemagick fonts-dejavu-core)

has_qgis() { [ -x "$system_python" ] && "$system_python" -c 'import qgis.core' >/dev/null 2>&1; }
has_all() {
    has_qgis && "$system_python" -c 'import ensurepip, venv' 2>/dev/null &&
        command -v Xvfb >/dev/null && command -v import >/dev/null
}

mkdir -p .venv-qgis
rm -f .venv-qgis/missing
if ! has_all && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
    echo "qgis: installing ${packages[*]} (about 1 GB, some minutes)"
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get -q -o DPkg::Lock::Timeout=600 update &&
        apt-get -q -y -o DPkg::Lock::Timeout=600 --no-install-recommends install "${packages[@]}"; } \
        >.venv-qgis/apt.log 2>&1; then
        tail -20 .venv-qgis/apt.log >&2
        echo "apt could not install QGIS; its last words are above, all of them in .venv-qgis/apt.log." >&2
        exit 1
    fi
fi

if ! has_qgis; then
    echo "QGIS is not on this machine. Install with: sudo apt-get install ${packages[*]}" >.venv-qgis/missing
    cat .venv-qgis/missing >&2
elif ! "$system_python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "The plugin's tests need Python's venv module. Install with: sudo apt-get install python3-venv" >.venv-qgis/missing
    cat .venv-qgis/missing >&2
else
    [ -x .venv-qgis/bin/python ] || "$system_python" -m venv --system-site-packages .venv-qgis
    .venv-qgis/bin/python -m pip --no-input --disable-pip-version-check install -q -r scripts/qgis-test-requirements.txt \
        2> >(grep -v '^WARNING: Location .* is ignored' >&2)
    echo "qgis: ready ($(.venv-qgis/bin/python -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION)' 2>/dev/null))"
fi

mkdir -p .dev
[ -e .dev/describe_changes ] || ln -s .. .dev/describe_changes
# Where something is missing, the next make looks again.
[ -e .venv-qgis/missing ] || touch .venv-qgis/.ready
