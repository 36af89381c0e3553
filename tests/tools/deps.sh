#!/usr/bin/env bash
# deps.sh SET... - finds out what is missing of what is needed, and installs it through apt-get
#
# Sets: build (the product), test (make test, make valgrind), lint (make lint, make fuzz).
# With DEPS=no, or where there is no apt-get, it names what is missing and fails. A machine that has
# everything pays a few milliseconds. Debian 12 and 13, Ubuntu 24.04 and later (the scenarios need an
# Unbound that knows extended DNS errors, 1.16).
# shellcheck disable=SC2034 # the tables are reached by their name
set -euo pipefail

# package | how to see that it is there: a command, pkg-config:MODULE, or clang-rt
table_build='gcc|gcc
make|make
binutils|objcopy
pkg-config|pkg-config
libc6-dev|header:stdio.h
libc-ares-dev|pkg-config:libcares
libidn2-dev|pkg-config:libidn2
libjansson-dev|pkg-config:jansson
libssl-dev|pkg-config:libcrypto
libinih-dev|pkg-config:inih'
table_test='check|pkg-config:check
nsd|nsd
unbound|unbound
rbldnsd|rbldnsd
ldnsutils|ldns-signzone
valgrind|valgrind'
table_lint='clang|clang
clang-format|clang-format
clang-tidy|clang-tidy
cppcheck|cppcheck
mandoc|mandoc
shellcheck|shellcheck
libclang-rt-dev|clang-rt'

# Daemons live in sbin, which an ordinary user's PATH may lack.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# The package of clang's own run-time library bears clang's number, and is part of
# libclang-common-NN-dev before version 14.
clang_rt_package() {
    local major
    major=$(clang -dumpversion 2>/dev/null | cut -d. -f1)
    if [ -z "$major" ]; then
        echo libclang-rt-dev
    elif [ "$major" -ge 14 ]; then
        echo "libclang-rt-$major-dev"
    else
        echo "libclang-common-$major-dev"
    fi
}

has_clang_rt() {
    local archive
    command -v clang >/dev/null || return 1
    archive=$(clang -print-file-name="libclang_rt.fuzzer-$(uname -m).a")
    [ -f "$archive" ] || [ -f "$(clang -print-resource-dir)/lib/linux/libclang_rt.fuzzer-$(uname -m).a" ]
}

has() {
    case $1 in
    pkg-config:*) pkg-config --exists "${1#*:}" 2>/dev/null ;;
    header:*) [ -f "/usr/include/${1#*:}" ] || echo "#include <${1#*:}>" | gcc -E - >/dev/null 2>&1 ;;
    clang-rt) has_clang_rt ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# The packages of a set that are not there, one a line.
missing() {
    local table=table_$1 package probe
    while IFS='|' read -r package probe; do
        has "$probe" && continue
        if [ "$probe" = clang-rt ]; then clang_rt_package; else echo "$package"; fi
    done <<<"${!table}"
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs packages without starting their daemons: NSD and Unbound would otherwise serve port 53 of
# this machine. A policy-rc.d that is there already is the machine's own and stays.
install() {
    local policy=/usr/sbin/policy-rc.d made='' status=0
    echo "deps: installing $* (apt-get)" >&2
    as_root apt-get update -q >&2 || true
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
        made=yes
        # shellcheck disable=SC2064 # the path is meant as it is now
        trap "as_root rm -f '$policy'" EXIT
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 ||
        status=$?
    if [ -n "$made" ]; then
        as_root rm -f "$policy"
        trap - EXIT
    fi
    return "$status"
}

fail() {
    printf 'deps: %s\n' "$1" >&2
    exit 1
}

main() {
    local set packages
    [ $# -gt 0 ] || fail 'usage: deps.sh build|test|lint...'
    for set in "$@"; do
        case $set in
        build | test | lint) ;;
        *) fail "unknown set '$set': build, test or lint" ;;
        esac
        # Twice at most: which package holds clang's run-time library is known once clang is there.
        for _ in 1 2; do
            mapfile -t packages < <(missing "$set")
            [ "${#packages[@]}" -gt 0 ] || break
            if [ "${DEPS:-}" = no ]; then
                fail "missing for '$set': ${packages[*]}; install them: apt-get install ${packages[*]}"
            fi
            command -v apt-get >/dev/null ||
                fail "missing for '$set' and no apt-get here; install what these Debian packages hold: ${packages[*]}"
            [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
                fail "missing for '$set', and neither root nor sudo: as root, apt-get install ${packages[*]}"
            install "${packages[@]}" || fail "apt-get could not install: ${packages[*]}"
        done
        mapfile -t packages < <(missing "$set")
        [ "${#packages[@]}" -eq 0 ] || fail "still missing for '$set' after the installation: ${packages[*]}"
    done
}

main "$@"
