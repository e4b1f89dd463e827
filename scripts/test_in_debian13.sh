#!/usr/bin/env bash
# Run the plugin's tests in Debian 13: QGIS 3.40, Python 3.13, Qt 5.15, in a folder made by debootstrap.
#   scripts/test_in_debian13.sh [FOLDER] [pytest arguments]
#   scripts/test_in_debian13.sh FOLDER walk HOME [take_pictures.py arguments]
# The second walks through the plugin by clicks instead (scripts/take_pictures.py), as the person whose home HOME is.
# Needs root, debootstrap and about 4 GB; FOLDER (default /var/tmp/describe-changes-debian13) is kept and used again.
# The engine stays this machine's: a small program in the folder steps out of it, so that QGIS there talks to the
# engine's .venv here, as it would to any foreign Python. Nothing outside FOLDER is changed.
set -euo pipefail
cd "$(dirname "$0")/.."

checkout=$PWD
folder=${1:-/var/tmp/describe-changes-debian13}
shift || true
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
packages=(qgis python3-qgis qgis-providers python3-venv python3-pip xvfb xauth imagemagick fonts-dejavu-core git qttools5-dev-tools poppler-utils)

stop() { printf '%s\n' "$*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || stop "This needs root: sudo scripts/test_in_debian13.sh"
command -v debootstrap >/dev/null || stop "There is no debootstrap here. Install it: sudo apt-get install debootstrap"
case $folder in /*) ;; *) folder=$checkout/$folder ;; esac

mounted=()
bind() {  # what where
    mkdir -p "$folder$2"
    mountpoint -q "$folder$2" && return 0
    mount --bind "$1" "$folder$2"
    mounted=("$folder$2" ${mounted[@]+"${mounted[@]}"})
}
cleanup() { for place in ${mounted[@]+"${mounted[@]}"}; do umount "$place" || umount -l "$place"; done; }
trap cleanup EXIT

if [ ! -e "$folder/.made" ]; then
    echo "debian13: base system into $folder"
    debootstrap --variant=minbase trixie "$folder" "$mirror" >/var/tmp/describe-changes-debootstrap.log ||
        stop "debootstrap failed; see /var/tmp/describe-changes-debootstrap.log"
    touch "$folder/.made"
fi
for special in proc sys dev; do bind "/$special" "/$special"; done
bind /tmp /tmp
cp -L /etc/resolv.conf "$folder/etc/resolv.conf"
[ ! -e /etc/pip.conf ] || cp -L /etc/pip.conf "$folder/etc/pip.conf"
[ ! -d /opt ] || bind /opt /opt

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        $(env | grep -E '^(PIP_|http_proxy|https_proxy|no_proxy)' || true) chroot "$folder" "$@"
}

if [ ! -e "$folder/.qgis" ]; then
    echo "debian13: QGIS and its Python (about 1 GB)"
    inside apt-get -q update >"$folder/apt.log"
    inside apt-get -q -y --no-install-recommends install "${packages[@]}" >>"$folder/apt.log" 2>&1 ||
        { tail -20 "$folder/apt.log" >&2; stop "apt failed; all of it in $folder/apt.log"; }
    touch "$folder/.qgis"
fi

# This machine's certificates, since a network of one's own may have its own authority; apt has just written Debian's.
mkdir -p "$folder/etc/ssl/certs"
cp -L /etc/ssl/certs/ca-certificates.crt "$folder/etc/ssl/certs/ca-certificates.crt"

# The checkout under its own path, so that the engine outside finds the same files; its environments stay outside.
mkdir -p "$folder$checkout"
git ls-files -z | tar --null --files-from=- -cf - | tar -C "$folder$checkout" -xf -
mkdir -p "$folder$checkout/.dev" "$folder$checkout/.venv/bin"
ln -sfn .. "$folder$checkout/.dev/describe_changes"
[ -d "$folder$checkout/.git" ] || inside git -C "$checkout" init -q
inside git -C "$checkout" add -A >/dev/null 2>&1 || true
if [ -x .venv/bin/python ]; then
    bind / /host
    mount -o remount,bind,ro "$folder/host" # so that removing FOLDER could never reach this machine's files
    for special in proc sys dev tmp; do bind "/$special" "/host/$special"; done
    cat >"$folder$checkout/.venv/bin/python" <<STEP_OUT
#!/bin/sh
exec chroot /host "$checkout/.venv/bin/python" "\$@"
STEP_OUT
    chmod +x "$folder$checkout/.venv/bin/python"
fi

inside sh -c "cd '$checkout' && [ -x .venv-qgis/bin/python ] || python3 -m venv --system-site-packages '$checkout/.venv-qgis'"
inside "$checkout/.venv-qgis/bin/python" -m pip --no-input --disable-pip-version-check install -q \
    -r "$checkout/scripts/qgis-test-requirements.txt" 2> >(grep -v '^WARNING' >&2)
inside "$checkout/.venv-qgis/bin/python" -c \
    'from qgis.core import Qgis; import sys; print("debian13: QGIS", Qgis.QGIS_VERSION, "Python", sys.version.split()[0])' 2>/dev/null
if [ "${1:-}" = walk ]; then
    home=${2:?which folder shall be the home of the walk}
    shift 2
    inside sh -c 'command -v xdotool && command -v openbox' >/dev/null ||
        inside apt-get -q -y --no-install-recommends install xdotool openbox >>"$folder/apt.log" 2>&1
    mkdir -p "$home"
    bind "$home" "$home" # the engine outside finds the same files, and may write them
    [ ! -d "$folder/host" ] || bind "$home" "/host$home"
    inside sh -c 'cd "$0" && python3 scripts/take_pictures.py "$@"' "$checkout" "$home" "$@"
    exit
fi
[ $# -gt 0 ] || set -- tests/plugin
# The engine keeps copies of remote rasters in its cache, and outside only /tmp can be written.
inside sh -c 'cd "$0" && QT_QPA_PLATFORM=offscreen XDG_CACHE_HOME=/tmp/describe-changes-cache PYTHONPATH=.dev .venv-qgis/bin/python -m pytest -q -c tests/plugin/pytest.ini -m "not window" "$@"' \
    "$checkout" "$@"
