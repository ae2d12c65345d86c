# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run and test: installs the Debian packages that are missing.

say() { printf '%s\n' "$*" >&2; }

# Prints those packages of debian-packages.txt that are not installed.
missing_packages() {
    local package
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$1/debian-packages.txt" | while read -r package; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            printf '%s\n' "$package"
        fi
    done
}

install_packages() {
    local -a missing=() as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian system: install what $1/debian-packages.txt lists by the names of your system."
        return 0
    fi
    mapfile -t missing < <(missing_packages "$1")
    if [ "${#missing[@]}" -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing, and only the superuser can install them. Ask for:"
            say "    apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}" >&2; then
        say "The packages could not be installed; look at the lines above, and whether the network is there."
        return 1
    fi
}

# configure_and_build SOURCE PRESET JOBS [CMake options]: quiet unless something fails.
configure_and_build() {
    local source=$1 preset=$2 jobs=$3 log
    shift 3
    local -a launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    log=$(mktemp)
    say "Configuring ($preset) ..."
    if ! (cd "$source" && cmake --preset "$preset" "${launcher[@]}" "$@") >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
    say "Building ..."
    cmake --build "$source/build/$preset" --parallel "$jobs" >&2
}
