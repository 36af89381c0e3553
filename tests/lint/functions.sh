#!/usr/bin/env bash
# functions.sh - prints the names of the public functions, as the headers declare them (RCPT_API)
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
cat include/rcptcheck.h include/rcptcheck/*.h | tr '\n' ' ' |
    grep -oE 'RCPT_API [^;(]*\(' | grep -oE 'rcpt_[a-z_0-9]+\($' | tr -d '(' | sort -u
