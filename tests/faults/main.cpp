// nhipcau_faults kill|disk|clock|restarts|writers|all [N]: breaks things on purpose, prints figures, ends with "N passed, N failed".
//   kill 1000      kill -9 at random points under load      disk 400     full disk, failing write, failing fsync at the n-th call
//   clock 100      jumps of the clock                       restarts 50  stops and starts of the server
//   writers 60     64 writers for so many seconds (a second argument names an empty postgresql:// database)
// Without a number a short run of each, as ./test makes it.
#include <cstdio>
#include <cstring>

#include "base/log.h"
#include "base/number.h"
#include "faults/faults.h"

int main(int argc, char** argv) {
  using namespace nc::faults;
  const std::string what = argc > 1 ? argv[1] : "all";
  if (what == "kill-worker" && argc > 2) return run_kill_worker(argv[2]);
  const auto number = [&](int otherwise) { return argc > 2 ? static_cast<int>(nc::parse_int(argv[2]).value_or(otherwise)) : otherwise; };
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  nc::log::quiet();
  Score score;
  try {
    const bool all = what == "all";
    if (all || what == "kill") run_kill(number(15), score);
    if (all || what == "disk") run_disk(number(400), score);
    if (all || what == "clock") run_clock(number(40), score);
    if (all || what == "restarts") run_restarts(number(8), score);
    if (all || what == "writers") run_writers(number(3), argc > 3 ? argv[3] : "", score);
  } catch (const std::exception& e) {
    score.check(false, e.what());
  }
  std::printf("%d passed, %d failed\n", score.passed, score.failed);
  return score.failed == 0 && score.passed > 0 ? 0 : 1;
}
