#!/usr/bin/env bash
# own.sh - the project refers to nothing that its users do not have, and leaves nothing for later
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

bad=0
if grep -rnE '[.][.]/shared|[/]work/|[/]tmp/brief' --exclude-dir=.git --exclude-dir=build .; then
    echo 'above: paths outside the project'
    bad=1
fi
# The catalog speaks of commands that a server has "not implemented"; nobody else does.
if grep -rnE 'TO[D]O|FIX[M]E|XX[X]|placehold[e]r' src include man README.md Makefile .ci 2>/dev/null ||
    grep -rnF 'not implemented' --exclude-dir=catalog src include README.md Makefile .ci 2>/dev/null; then
    echo 'above: left for later'
    bad=1
fi
if grep -rnE '[[:space:]]$' --include='*.[ch]' --include='*.sh' --include=Makefile --include='*.[13]' \
    src include tests Makefile .ci man 2>/dev/null; then
    echo 'above: white space at the end of a line'
    bad=1
fi
exit "$bad"
