#!/usr/bin/env bash
# tidy.sh - clang-tidy (.clang-tidy) has nothing to say; functions of 60 lines at most
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
# The Makefile is where the libraries are named.
read -ra libraries < <(sed -n 's/^PACKAGES *:= *//p' Makefile)
read -ra packages < <(pkg-config --cflags "${libraries[@]}")
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT

flags=(-std=c17 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -Itests/tools "${packages[@]}")

# Groups of files, each a process with its own output: two that write at once would mix their lines.
check_group() {
    clang-tidy --quiet "$@" -- "${flags[@]}" 2>/dev/null
}

mapfile -t files < <(find src tests/tools -name '*.c' | sort)
jobs=${JOBS:-$(nproc)}
for ((job = 0; job < jobs; job++)); do
    group=()
    for ((i = job; i < ${#files[@]}; i += jobs)); do
        group+=("${files[i]}")
    done
    [ ${#group[@]} -eq 0 ] || check_group "${group[@]}" >"$output/$job" &
    pids+=("$!")
done
bad=0
for pid in "${pids[@]}"; do
    wait "$pid" || bad=1
done
cat "$output"/* | grep -v '^$'
exit "$bad"
