#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/screenshots.sh: takes the pictures of the README and of the AppStream metainfo from a release build,
# on the sample archive, in a home of their own.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-$source/build/release/ui/dragoman}
target=$source/packaging/screenshots
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$target"

take() { # FILE THEME ARGUMENTS...
    local file=$1 theme=$2
    shift 2
    env HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" \
        QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" \
        "$program" --theme "$theme" --size 1280x800 "$@" --screenshot "$target/$file" "$source/resources/sample"
}

take window-light.png light
take window-dark.png dark
take side-by-side-light.png light --side-by-side
take side-by-side-dark.png dark --side-by-side
take charts-light.png light --view charts
