// A clock that jumps to and fro while people write: no act fails, no code is given twice, the chain stays whole.
#include <atomic>
#include <cstdio>
#include <thread>

#include "base/clock.h"
#include "faults/faults.h"

namespace nc::faults {

int run_clock(int jumps, Score& score) {
  const Office office;
  std::atomic<bool> stop{false};
  std::atomic<int> failed{0};
  std::vector<std::vector<Done>> made(8);
  {
    auto database = db::Database::open(office.url(), {.readers = 2, .busy_ms = 15000, .create = false, .read_only = false});
    if (!database) throw std::runtime_error(database.error().message.en);
    std::vector<std::thread> writers;
    for (std::size_t t = 0; t < made.size(); ++t)
      writers.emplace_back([&, t] {
        for (int i = 0; !stop; ++i) {
          try {
            made[t].push_back(act(**database, "c" + std::to_string(t) + "-" + std::to_string(i)));
          } catch (const std::exception& e) {
            ++failed;
            std::printf("  %s\n", e.what());
          }
        }
      });
    constexpr Instant k_day = 86'400'000LL;
    const Instant base = 1'780'000'000'000;  // in May 2026
    const Instant places[] = {base, base - 40 * 365 * k_day, base + 60 * 365 * k_day, base - k_day, base + 3600'000, base - 3600'000, 1000};
    for (int i = 0; i < jumps; ++i) {
      set_clock_for_test(places[static_cast<std::size_t>(i) % std::size(places)]);
      std::this_thread::sleep_for(std::chrono::milliseconds(40));
    }
    set_clock_for_test(0);
    stop = true;
    for (auto& w : writers) w.join();
  }
  std::vector<Done> all;
  for (const auto& one : made) all.insert(all.end(), one.begin(), one.end());
  const Found found = look(office.url(), all, true);
  score.check(failed == 0, "clock: " + std::to_string(failed.load()) + " acts failed");
  score.check(all.size() > 10, "clock: there was a load");
  score.check(found.lost == 0 && found.half == 0 && found.faults == 0, "clock: the office is not whole");
  std::printf("clock: %d jumps, %zu acts, %d failed, %lld lost, %zu faults\n", jumps, all.size(), failed.load(), static_cast<long long>(found.lost), found.faults);
  return 0;
}

}  // namespace nc::faults
