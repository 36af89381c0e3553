#!/usr/bin/env bash
# install_test.sh - installs into a scratch DESTDIR and uses what is there as a stranger would
#
# Every file of the list is there and has its mode; the example of rcptcheck(3) compiles and runs
# against the shared and the static library through pkg-config; uninstall leaves nothing behind.
# Environment: BUILD, MAKE, CC. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

build=${BUILD:-$PWD/build}
make=${MAKE:-make}
cc=${CC:-cc}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
prefix=/usr/local
passed=0 failed=0

check() {
    local title=$1
    shift
    if "$@" >"$scratch/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '  FAILED %s\n' "$title"
        sed 's/^/    | /' "$scratch/log"
    fi
}

make_target() {
    "$make" --no-print-directory "$1" BUILD="$build" DESTDIR="$root" PREFIX="$prefix"
}

# is MODE FILE: a regular file of that mode, not empty.
is() {
    [ -s "$root$prefix/$2" ] && [ "$(stat -c %a "$root$prefix/$2")" = "$1" ]
}

links_to() {
    [ "$(readlink "$root$prefix/$1")" = "$2" ]
}

# pkg-config as for a system whose root is the scratch folder.
package() {
    PKG_CONFIG_PATH=$root$prefix/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root pkg-config "$@"
}

compile() {
    local output=$1 flags
    shift
    read -ra flags <<<"$*"
    "$cc" -std=c17 -Wall -Wextra -Werror -o "$output" "$scratch/example.c" "${flags[@]}"
}

# A bad address is judged without a question to DNS, so that the example has something to say with
# no network: "a..b@example.com: reject, 501 5.1.3 (certain)".
run_example() {
    "$@" a..b@example.com | tee "$scratch/said"
    [ "${PIPESTATUS[0]}" -eq 0 ] && grep -qE '^a\.\.b@example\.com: reject, 5[0-9][0-9] 5\.' "$scratch/said"
}

nothing_left() {
    ! find "$root" ! -type d | grep .
}

version=$(sed -n 's/^#define RCPTCHECK_VERSION "\(.*\)"/\1/p' include/rcptcheck.h)
check 'make install' make_target install
check 'bin/rcptcheck' is 755 bin/rcptcheck
check 'installed rcptcheck --version' "$root$prefix/bin/rcptcheck" --version
for file in lib/librcptcheck.a "lib/librcptcheck.so.$version" lib/pkgconfig/rcptcheck.pc \
    include/rcptcheck.h include/rcptcheck/*.h \
    share/man/man1/rcptcheck.1 share/man/man3/rcptcheck.3 share/man/man5/rcptcheck.5 \
    share/bash-completion/completions/rcptcheck share/zsh/site-functions/_rcptcheck; do
    check "$file" is 644 "$file"
done
check 'link of the soname' links_to "lib/librcptcheck.so.${version%%.*}" "librcptcheck.so.$version"
check 'link for the linker' links_to lib/librcptcheck.so "librcptcheck.so.${version%%.*}"
check 'bash completion is bash' bash -n "$root$prefix/share/bash-completion/completions/rcptcheck"
check 'pkg-config knows the version' test "$(package --modversion rcptcheck)" = "$version"

check 'the example of rcptcheck(3)' tests/lib/example.sh
tests/lib/example.sh >"$scratch/example.c" 2>/dev/null
if [ -n "${SANITIZE:-}" ]; then
    sanitize=-fsanitize=$SANITIZE
fi
check 'example, shared library' compile "$scratch/shared" "${sanitize:-}" \
    "$(package --cflags --libs rcptcheck)"
check 'example runs, shared library' run_example \
    env "LD_LIBRARY_PATH=$root$prefix/lib" "$scratch/shared"
check 'example, static library' compile "$scratch/static" "${sanitize:-}" \
    "$(package --cflags rcptcheck)" "$root$prefix/lib/librcptcheck.a" \
    "$(package --print-requires-private rcptcheck | xargs pkg-config --libs)"
check 'example runs, static library' run_example "$scratch/static"

check 'make uninstall' make_target uninstall
check 'nothing left after uninstall' nothing_left
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
