#!/usr/bin/env bash
# example.sh - prints the example program of rcptcheck(3)
#
# It stands in man/rcptcheck.3 between lines that hold "example begin" and "example end", inside a
# literal display; roff's escapes are undone.
set -euo pipefail
cd "$(dirname "$0")/../.."
sed -n '/example begin/,/example end/p' man/rcptcheck.3 |
    sed -e '/^\./d' -e 's/\\&//g' -e 's/\\e/\\/g' -e 's/\\(en/-/g' -e 's/\\(dq/"/g' \
        -e "s/\\\\(aq/'/g" -e 's/\\-/-/g'
