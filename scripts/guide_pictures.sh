#!/usr/bin/env bash
# Takes the pictures of the user guides anew from the browser journeys: scripts/guide_pictures.sh [JOURNEY...], with the dev build.
set -euo pipefail
cd "$(dirname "$0")/.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
NHIPCAU_GUIDE_PICTURES=$taken NHIPCAU_BINARY=${NHIPCAU_BINARY:-build-dev/nhipcau} node tests/e2e/run.mjs "$@"
# Flat colours: a palette is enough, and the repository stays small.
if command -v pngquant >/dev/null; then pngquant --force --skip-if-larger --ext .png --quality 70-95 "$taken"/*.png || true; fi
cp "$taken"/*.png docs/guide-pictures/
