#!/usr/bin/env bash
# cppcheck.sh - cppcheck has nothing to say
#
# Suppressed: autoVariables, as an arena's guard is a jmp_buf on the stack by design (src/util/arena.h);
# memleakOnRealloc in memo.c, where the old pointer is kept by the caller.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
    --library=tests/lint/cppcheck.cfg --inline-suppr --suppress=missingIncludeSystem \
    --suppress=autoVariables --suppress=memleakOnRealloc:src/dns/memo.c \
    -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -j "${JOBS:-2}" src tests/tools
