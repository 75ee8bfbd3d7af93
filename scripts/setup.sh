#!/usr/bin/env bash
# Installs what Debian 12 lacks to build and run Nhịp Cầu. Safe to repeat; without anything to install it takes a moment.
#   scripts/setup.sh            what ./run needs
#   scripts/setup.sh test       and what ./test needs
#   scripts/setup.sh fuzz       and clang for the fuzz targets
#   scripts/setup.sh bench      and the load generator of bench/
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. scripts/steps.sh

run_packages=(
  g++ cmake ninja-build ccache mold pkg-config python3 ca-certificates
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev
  libsqlite3-dev libpq-dev libicu-dev libexpected-dev libfmt-dev libspdlog-dev libcli11-dev libsodium-dev
  libzip-dev libpugixml-dev libxml2-dev libxlsxwriter-dev libpango1.0-dev libcairo2-dev libpoppler-cpp-dev libssl-dev zlib1g-dev libqrencode-dev libcurl4-openssl-dev libcjose-dev libfido2-dev
  libturbojpeg0-dev libpng-dev libwebp-dev
  fonts-liberation2 fontconfig
)
test_packages=(libgtest-dev postgresql-15 chromium poppler-utils)
fuzz_packages=(clang-16 libclang-rt-16-dev)
bench_packages=(libbenchmark-dev wrk)

wanted=("${run_packages[@]}")
for group in "$@"; do
  case "$group" in
    test) wanted+=("${test_packages[@]}") ;;
    fuzz) wanted+=("${fuzz_packages[@]}") ;;
    bench) wanted+=("${bench_packages[@]}") ;;
    *) say "usage: scripts/setup.sh [test] [fuzz] [bench]"; exit 2 ;;
  esac
done

# missing PACKAGE...: prints those that are not installed.
missing() {
  local installed
  # dpkg-query ends with 1 when it doesn't know a package: that is an answer here.
  installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p') || true
  comm -23 <(printf '%s\n' "$@" | sort) <(printf '%s\n' "$installed" | sort)
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"; }

apt_install() { apt_get install -y --no-install-recommends "$@"; }

# Debian's PostgreSQL makes and starts a server when it is installed. Only its programs are wanted here.
install_postgresql_without_server() {
  local conf=/etc/postgresql-common/createcluster.conf kept
  apt_install postgresql-common || return 1
  kept=$(mktemp)
  cp "$conf" "$kept" || return 1
  printf 'create_main_cluster = false\n' | as_root tee -a "$conf" >/dev/null
  local result=0
  apt_install postgresql-15 || result=$?
  as_root cp "$kept" "$conf"
  rm -f "$kept"
  return $result
}

if ! command -v dpkg-query >/dev/null; then
  stop_with "This is not a Debian system." \
    "use Debian 12 (a container will do), or install the packages of scripts/setup.sh by hand and run the commands of CONTRIBUTING.md."
fi

mapfile -t needed < <(missing "${wanted[@]}")
if [ "${#needed[@]}" -gt 0 ]; then
  release=$(. /etc/os-release && printf '%s %s' "${ID:-}" "${VERSION_ID:-}")
  [ "$release" = "debian 12" ] || say "! Made for Debian 12; this is $release. Going on, some packages may be missing."
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    stop_with "Packages are missing and neither root nor sudo is at hand." "as root: apt-get install --no-install-recommends ${needed[*]}"
  fi
  [ "$(id -u)" = 0 ] || sudo -v
  say "Packages to install: ${needed[*]}"
  step "Read the package lists" "check the network and /etc/apt/sources.list, then run this again" apt_get update
  rest=()
  for package in "${needed[@]}"; do [ "$package" = postgresql-15 ] || rest+=("$package"); done
  if [ "${#rest[@]}" -gt 0 ]; then
    step "Install ${#rest[@]} packages" \
      "read the apt message above; when it names libboost-dev 1.74, another package holds the older Boost headers: remove that one" \
      apt_install "${rest[@]}"
  fi
  if [ "${#rest[@]}" -lt "${#needed[@]}" ]; then
    step "Install PostgreSQL 15 without starting a server" "read the apt message above" install_postgresql_without_server
  fi
fi

# Node bundles the front end. Debian's npm must never stand beside another Node: it would replace it.
if ! command -v node >/dev/null; then
  [ "${#needed[@]}" -gt 0 ] || step "Read the package lists" "check the network and /etc/apt/sources.list" apt_get update
  step "Install Debian's Node and npm" "install Node 20 or newer by hand, then run this again" apt_install nodejs npm
elif ! command -v npm >/dev/null; then
  stop_with "Node $(node --version) is here, but npm is not." "install the npm that belongs to this Node (Debian's npm would replace it)."
fi
node_major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
[ "$node_major" -ge 18 ] || stop_with "Node $(node --version) is too old." "install Node 20 or newer."
case " $* " in
  *" test "*) [ "$node_major" -ge 20 ] || stop_with "The browser journeys need Node 20 or newer; this is $(node --version)." "install Node 20." ;;
esac
