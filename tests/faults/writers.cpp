// Sixty-four people who write as fast as they can: none of them is told that the database is locked.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "faults/faults.h"

namespace nc::faults {

int run_writers(int seconds, const std::string& url, Score& score) {
  const Office office(url);
  constexpr std::size_t k_writers = 64;
  std::vector<std::vector<Done>> made(k_writers);
  std::vector<std::vector<std::int64_t>> took(k_writers);
  std::atomic<int> failed{0};
  {
    auto database = db::Database::open(office.url(), {.readers = 8, .busy_ms = 15000, .create = false, .read_only = false});
    if (!database) throw std::runtime_error(database.error().message.en);
    const auto end = milliseconds() + 1000LL * seconds;
    std::vector<std::thread> writers;
    for (std::size_t t = 0; t < k_writers; ++t)
      writers.emplace_back([&, t] {
        for (int i = 0; milliseconds() < end; ++i) {
          const auto began = milliseconds();
          try {
            made[t].push_back(act(**database, "w" + std::to_string(t) + "-" + std::to_string(i)));
          } catch (const std::exception& e) {
            if (++failed < 5) std::printf("  %s\n", e.what());
          }
          took[t].push_back(milliseconds() - began);
        }
      });
    for (auto& w : writers) w.join();
  }
  std::vector<Done> all;
  std::vector<std::int64_t> times;
  std::size_t idle = 0;
  for (std::size_t t = 0; t < k_writers; ++t) {
    all.insert(all.end(), made[t].begin(), made[t].end());
    times.insert(times.end(), took[t].begin(), took[t].end());
    idle += made[t].empty() ? 1 : 0;
  }
  std::sort(times.begin(), times.end());
  const Found found = look(office.url(), all, true);
  score.check(failed == 0, "writers: " + std::to_string(failed.load()) + " writes were refused");
  score.check(idle == 0, "writers: " + std::to_string(idle) + " of 64 never got through");
  score.check(found.lost == 0 && found.half == 0 && found.faults == 0, "writers: the office is not whole");
  if (times.empty()) return 1;
  std::printf("writers: 64 for %d s, %zu acts of several rows (%.0f a second), %d refused, half within %lld ms, 99 of 100 within %lld ms, slowest %lld ms\n", seconds, all.size(),
              static_cast<double>(all.size()) / seconds, failed.load(), static_cast<long long>(times[times.size() / 2]), static_cast<long long>(times[times.size() * 99 / 100]), static_cast<long long>(times.back()));
  return 0;
}

}  // namespace nc::faults
