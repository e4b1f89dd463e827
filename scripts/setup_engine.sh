#!/usr/bin/env bash
# Make the engine's virtual environment: scripts/setup_engine.sh runtime|test
#   runtime  what `describe-changes describe` needs
#   test     the same and the extras train, dask, cloud, openvino, onnx, docs, test
# PYTHON=/path/to/python3 chooses the interpreter, TORCH_BUILD=cuda the build of torch (default: cpu).
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${1:-runtime}
torch_version=$(sed -n 's/^torch==//p' constraints.txt)

stop() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

apt_install() {
    local log
    log=$(mktemp)
    echo "apt: installing $*"
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get -q -o DPkg::Lock::Timeout=600 update &&
        apt-get -q -y -o DPkg::Lock::Timeout=600 --no-install-recommends install "$@"; } >"$log" 2>&1; then
        tail -20 "$log" >&2
        stop "apt could not install: $*. Its last words are above, all of them in $log."
    fi
    rm -f "$log"
}

fits() {  # an interpreter the pinned versions exist for
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
}

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 /usr/bin/python3; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

install_or_say() {  # packages…: by apt where we may, else one sentence
    if is_root && command -v apt-get >/dev/null 2>&1; then
        apt_install "$@"
    elif command -v apt-get >/dev/null 2>&1; then
        stop "Missing on this machine: $*. Install with: sudo apt-get install $*  — then run make again."
    else
        stop "Missing on this machine: $*. Install these (your system's names may differ) and run make again."
    fi
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    if ! python=$(find_python); then
        if command -v apt-get >/dev/null 2>&1; then
            install_or_say python3 python3-venv
        fi
        python=$(find_python) || stop "The engine needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=/path/to/python3"
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps these two modules in a package of their own, named after the interpreter's version.
        install_or_say "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    echo "engine: new environment .venv with $("$python" --version) ($python)"
    "$python" -m venv --clear .venv
fi

pip() {
    # pip repeats "Location ... is ignored" for every index that names local folders; it changes nothing.
    .venv/bin/python -m pip --no-input --disable-pip-version-check "$@" \
        2> >(grep -v -e '^WARNING: Location .* is ignored' -e 'Running pip as the .root. user' >&2)
}

install_torch() {
    if .venv/bin/python -c "import importlib.metadata as m; raise SystemExit(m.version('torch').split('+')[0] != '$torch_version')" \
        2>/dev/null; then
        return 0
    fi
    if [ "${TORCH_BUILD:-cpu}" = cpu ] && [ "$(uname -s)" = Linux ]; then
        echo "engine: torch $torch_version, CPU build"
        pip install -q --only-binary :all: -c constraints.txt "torch==$torch_version+cpu" 2>/dev/null && return 0
        pip install -q --only-binary :all: -c constraints.txt "torch==$torch_version+cpu" \
            --extra-index-url https://download.pytorch.org/whl/cpu && return 0
        echo "engine: no CPU build at hand; taking the index's own build of torch (on Linux with CUDA, several GB)"
    fi
    pip install -q -c constraints.txt "torch==$torch_version"
}

install_torch
case $profile in
    runtime) pip install -q -c constraints.txt -e . ;;
    test) pip install -q -c constraints.txt -e '.[train,dask,cloud,openvino,onnx,docs,test]' ;;
    *) stop "usage: scripts/setup_engine.sh runtime|test" ;;
esac

if [ "$profile" = test ] && ! command -v java >/dev/null 2>&1; then
    # METEOR, one of the caption metrics, is a Java program.
    if is_root && command -v apt-get >/dev/null 2>&1; then
        apt_install default-jre-headless
    else
        echo "NOTE: no java here, so METEOR cannot be computed. Install with: sudo apt-get install default-jre-headless" >&2
    fi
fi

mkdir -p .dev
[ -e .dev/describe_changes ] || ln -s .. .dev/describe_changes
touch .venv/.ready-runtime
[ "$profile" = runtime ] || touch .venv/.ready-test
echo "engine: ready ($profile)"
