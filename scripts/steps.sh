# Step messages shared by run, test and setup.sh: what goes on, how long it took, and how to mend what fails.
# Usage: . scripts/steps.sh; step "Build the program" "how to mend" command args...

steps_log_dir=${NHIPCAU_LOGS:-build/logs}
mkdir -p "$steps_log_dir"

# A compiler cache serves every checkout on the machine when it does not look at where the checkout lies.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CCACHE_NOHASHDIR=1

# say LINE...: one line to the person watching.
say() { printf '%s\n' "$*" >&2; }

# stop_with MESSAGE MEND: names what failed and how to mend it, and ends the script.
stop_with() {
  say ""
  say "✗ $1"
  say "  To mend: $2"
  exit 1
}

# step NAME MEND COMMAND...: runs the command with its output in a log; shows the end of it when the command fails.
# With NHIPCAU_VERBOSE=1 the output is shown as it comes.
step() {
  local name=$1 mend=$2 started=$SECONDS log
  shift 2
  log="$steps_log_dir/$(printf '%s' "$name" | tr -c 'A-Za-z0-9' '-').log"
  say "• $name ..."
  if [ "${NHIPCAU_VERBOSE:-}" = 1 ]; then
    "$@" >&2 || stop_with "$name failed." "$mend"
  elif ! with_progress "$log" "$@"; then
    tail -n 40 "$log" >&2
    stop_with "$name failed (whole output: $log)." "$mend"
  fi
  [ $((SECONDS - started)) -lt 2 ] || say "  done in $((SECONDS - started)) s"
}

# The running step is a process group of its own, so that an interrupted script can end all of it.
steps_pid=
steps_stop() { [ -z "$steps_pid" ] || kill -- "-$steps_pid" 2>/dev/null || true; }
trap steps_stop EXIT
trap 'exit 130' INT TERM

# with_progress LOG COMMAND...: runs the command; every 15 s prints the last line of its log, so that long steps are seen to move.
with_progress() {
  local log=$1 pid last shown="" result=0
  shift
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  steps_pid=$pid
  while kill -0 "$pid" 2>/dev/null; do
    for _ in $(seq 150); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    last=$(tail -n 1 "$log" 2>/dev/null | tr '\r' '\n' | tail -n 1 | cut -c1-100)
    if kill -0 "$pid" 2>/dev/null && [ "$last" != "$shown" ]; then
      say "  $last"
      shown=$last
    fi
  done
  wait "$pid" || result=$?
  steps_pid=
  return $result
}
