#!/usr/bin/env bash
# Installs the npm packages that package-lock.json names, when it changed, and bundles the front end.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/steps.sh

stamp=node_modules/.package-lock.sha256
now=$(sha256sum package-lock.json)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$now" ]; then
  step "Install the front-end packages" "check the network and the registry settings of npm (npm config get registry), then run this again" \
    npm ci --no-audit --no-fund --ignore-scripts
  printf '%s\n' "$now" >"$stamp"
fi
step "Bundle the front end" "mend the file named above; assets are in assets/" node scripts/bundle.mjs
