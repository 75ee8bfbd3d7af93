// Kills a program with kill -9 at random points while eight threads write; nothing that was acknowledged may be lost, no act half done.
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <random>
#include <thread>

#include "base/number.h"
#include "faults/faults.h"

namespace nc::faults {
namespace {

struct Worker { pid_t pid = -1; int lines = -1; };

Worker start(const std::string& url) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const std::string program = own_path();
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(ends[1], 1);
    ::execl(program.c_str(), program.c_str(), "kill-worker", url.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

/// Reads what comes until `until` (milliseconds; -1: to the end).
void read_lines(int from, std::string& text, std::int64_t until) {
  char buffer[65536];
  for (;;) {
    const std::int64_t left = until < 0 ? -1 : until - milliseconds();
    if (until >= 0 && left <= 0) return;
    pollfd waiting{from, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(left)) <= 0) return;
    const ssize_t n = ::read(from, buffer, sizeof buffer);
    if (n <= 0) return;
    text.append(buffer, static_cast<std::size_t>(n));
  }
}

/// Whole lines "partner delegation\n"; a line cut short was not acknowledged.
std::vector<Done> acknowledged_in(const std::string& text) {
  std::vector<Done> out;
  std::size_t at = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const auto blank = line.find(' ');
    const auto a = parse_int(line.substr(0, blank)), b = blank == std::string_view::npos ? std::nullopt : parse_int(line.substr(blank + 1));
    if (a && b) out.push_back({*a, *b});
    at = end + 1;
  }
  return out;
}

}  // namespace

int run_kill_worker(const std::string& url) {
  auto database = db::Database::open(url, {.readers = 2, .busy_ms = 15000, .create = false, .read_only = false});
  if (!database) return 1;
  std::vector<std::thread> writers;
  for (int t = 0; t < 8; ++t)
    writers.emplace_back([&, t] {
      for (int i = 0;; ++i) {
        const Done done = act(**database, std::to_string(::getpid()) + "-" + std::to_string(t) + "-" + std::to_string(i));
        const std::string line = std::to_string(done.partner) + " " + std::to_string(done.delegation) + "\n";
        if (::write(1, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
      }
    });
  for (auto& w : writers) w.join();
  return 0;
}

int run_kill(int times, Score& score) {
  const Office office;
  std::mt19937 dice(20260615);
  std::int64_t acknowledged = 0, lost = 0, half = 0, last = 0;
  int killed_at_work = 0;
  const auto began = milliseconds();
  for (int i = 0; i < times; ++i) {
    const Worker worker = start(office.url());
    std::string text;
    // Wait until it is at work, then let chance decide: from at once to 60 ms later.
    for (int tries = 0; text.empty() && tries < 600; ++tries) read_lines(worker.lines, text, milliseconds() + 20);
    killed_at_work += text.empty() ? 0 : 1;
    read_lines(worker.lines, text, milliseconds() + static_cast<int>(dice() % 60));
    ::kill(worker.pid, SIGKILL);
    int status = 0;
    ::waitpid(worker.pid, &status, 0);
    read_lines(worker.lines, text, -1);
    ::close(worker.lines);
    const auto done = acknowledged_in(text);
    acknowledged += static_cast<std::int64_t>(done.size());
    const bool everything = i + 1 == times || i % 100 == 99;
    const Found found = look(office.url(), done, everything, everything ? 0 : last);
    last = found.last;
    lost += found.lost;
    half += found.half;
    if (everything) score.check(found.faults == 0, "kill " + std::to_string(i + 1) + ": the whole check finds faults");
  }
  score.check(killed_at_work == times, "every kill hit a program at work: " + std::to_string(killed_at_work) + " of " + std::to_string(times));
  score.check(acknowledged > times, "there was a load");
  score.check(lost == 0, std::to_string(lost) + " acknowledged acts were lost");
  score.check(half == 0, std::to_string(half) + " acts were half done");
  std::printf("kill -9: %d times, %lld acts acknowledged, %lld lost, %lld half done, %.1f s\n", times, static_cast<long long>(acknowledged), static_cast<long long>(lost), static_cast<long long>(half), seconds_since(began));
  return 0;
}

}  // namespace nc::faults
