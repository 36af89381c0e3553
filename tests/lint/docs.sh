#!/usr/bin/env bash
# docs.sh - help, manual, completion and README speak of the same things as the program
#
# Long options: --help, rcptcheck(1), bash and zsh completion name the same ones. Public functions:
# rcptcheck(3) names every one. Folders: README.md's map has every folder of src/.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
rcptcheck=${RCPTCHECK:-${BUILD:-build}/rcptcheck}

bad=0
options() {
    grep -oE -- '(^|[^-a-z])--[a-z][-a-z]*' | grep -oE -- '--[a-z][-a-z]*' | sort -u
}

help=$("$rcptcheck" --help | options)
if [ -z "$help" ]; then
    echo "$rcptcheck --help: names no option"
    bad=1
fi
same_options() {
    local title=$1 found
    found=$(options)
    [ "$found" = "$help" ] && return
    printf '%s: not the options of --help (<)\n' "$title"
    diff <(printf '%s\n' "$help") <(printf '%s\n' "$found") | grep '^[<>]'
    bad=1
}
same_options man/rcptcheck.1 < <(mandoc -T ascii -O width=500 man/rcptcheck.1 | sed "s,.$(printf "\\b"),,g")
same_options 'bash completion' < <("$rcptcheck" --completion bash)
same_options 'zsh completion' < <("$rcptcheck" --completion zsh)

# contains FILE WORD WHAT
contains() {
    grep -qF -- "$2" "$1" 2>/dev/null && return
    printf '%s: does not name %s\n' "$1" "$2"
    bad=1
}
while IFS= read -r name; do
    contains man/rcptcheck.3 "$name"
done < <(tests/lint/functions.sh)
for folder in src/*/; do
    [ -n "$(find "$folder" -name '*.c')" ] || continue
    contains README.md "${folder%/}"
done
exit "$bad"
