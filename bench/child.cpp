// Starting and stopping the programs that are measured.
#include "child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "base/number.h"

namespace bench {
namespace {

/// Only async-signal-safe calls between fork and exec.
pid_t start(const std::vector<std::string>& command, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  ::dup2(output, STDOUT_FILENO);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Child::Child(const std::vector<std::string>& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  pid_ = start(command, ends[1]);
  ::close(ends[1]);
  output_ = ends[0];
  std::string said;
  char buffer[512];
  for (ssize_t n = 0; (n = ::read(output_, buffer, sizeof buffer)) > 0;) {
    said.append(buffer, static_cast<std::size_t>(n));
    const std::size_t at = said.find("http://127.0.0.1:");
    if (at == std::string::npos || said.find('\n', at) == std::string::npos) continue;
    port_ = std::atoi(said.c_str() + at + 17);
    return;
  }
  throw std::runtime_error(command[0] + " printed no address: " + said);
}

Child::~Child() {
  if (pid_ > 0) {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  if (output_ >= 0) ::close(output_);
}

double Child::status_mb(const char* line) const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/status");
  for (std::string word; in >> word;)
    if (word == line && in >> word) return static_cast<double>(nc::parse_int(word).value_or(0)) / 1024;
  return 0;
}

double run_timed(const std::vector<std::string>& command) {
  const auto start_time = std::chrono::steady_clock::now();
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const pid_t pid = start(command, nowhere);
  int status = 0;
  ::waitpid(pid, &status, 0);
  ::close(nowhere);
  if (status != 0) return -1;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_time).count();
}

}  // namespace bench
