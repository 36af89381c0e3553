#!/usr/bin/env bash
# manual.sh - mandoc has nothing to say of the manual pages
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
pages=(man/*.[1-8])
if [ ${#pages[@]} -eq 0 ]; then
    echo 'man: no manual page'
    exit 1
fi
# A reference to the other page of the project is not in the system's folder of pages.
mandoc -T lint -W warning "${pages[@]}"
