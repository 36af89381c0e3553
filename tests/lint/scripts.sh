#!/usr/bin/env bash
# scripts.sh - shellcheck has nothing to say of any script, and every script can be run
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

bad=0
mapfile -t scripts < <(find tests .ci -name '*.sh' -o -path '.ci/run')
shellcheck -x "${scripts[@]}" || bad=1
for script in "${scripts[@]}"; do
    # What has no interpreter line is there to be sourced.
    head -n 1 "$script" | grep -q '^#!' || continue
    if [ ! -x "$script" ]; then
        printf '%s: is not executable\n' "$script"
        bad=1
    fi
done
exit "$bad"
