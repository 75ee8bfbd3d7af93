// The server stopped and started again and again, gently and with kill -9, ready or not: it always comes back and ends well.
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <random>
#include <thread>

#include "faults/faults.h"

namespace nc::faults {
namespace {

int free_port() {
  const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t n = sizeof a;
  const bool bound = ::bind(s, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0 && ::getsockname(s, reinterpret_cast<sockaddr*>(&a), &n) == 0;
  ::close(s);
  return bound ? ntohs(a.sin_port) : 0;
}

pid_t serve(const Office& office, const std::string& program, int port) {
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, 1);
  ::dup2(nowhere, 2);
  ::setenv("NHIPCAU_DATA", office.folder().c_str(), 1);
  const std::string listen = "127.0.0.1:" + std::to_string(port);
  ::execl(program.c_str(), program.c_str(), "serve", "--quiet", "--listen", listen.c_str(), "--database", office.url().c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

/// First line of the answer to GET /sign-in, "" while nobody answers.
std::string ask(int port) {
  const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  a.sin_port = htons(static_cast<std::uint16_t>(port));
  std::string line;
  timeval patience{5, 0};
  ::setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  const std::string request = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  if (::connect(s, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0 && ::send(s, request.data(), request.size(), MSG_NOSIGNAL) > 0) {
    char buffer[64];
    const ssize_t n = ::recv(s, buffer, sizeof buffer, 0);
    if (n > 0) line.assign(buffer, static_cast<std::size_t>(n));
  }
  ::close(s);
  return line.substr(0, line.find('\r'));
}

bool comes_up(int port, double& seconds) {
  const auto began = milliseconds();
  while (seconds_since(began) < 30) {
    // An office without people answers with the way to its first page (303).
    if (const std::string line = ask(port); line.find(" 200") != std::string::npos || line.find(" 303") != std::string::npos) {
      seconds = seconds_since(began);
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

int run_restarts(int times, Score& score) {
  const std::string program = std::string(NHIPCAU_BUILD_DIR) + "/nhipcau";
  if (!std::filesystem::exists(program)) {
    score.check(false, program + " is missing: build it first");
    return 1;
  }
  const Office office;
  std::mt19937 dice(7);
  int up = 0, gentle = 0, well = 0;
  double slowest = 0;
  for (int i = 0; i < times; ++i) {
    const int port = free_port();
    const pid_t pid = serve(office, program, port);
    const bool hasty = dice() % 3 == 0;  // stopped before it is ready
    double took = 0;
    if (hasty) std::this_thread::sleep_for(std::chrono::milliseconds(dice() % 120));
    else if (comes_up(port, took)) ++up;
    else score.check(false, "restart " + std::to_string(i) + ": it does not answer");
    slowest = std::max(slowest, took);
    const bool kill = dice() % 2 == 0;
    ::kill(pid, kill ? SIGKILL : SIGTERM);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (hasty) ++up;
    if (kill || hasty) continue;
    ++gentle;
    well += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
  }
  const Found found = look(office.url(), {}, true);
  score.check(up == times, "restarts: it came up " + std::to_string(up) + " times of " + std::to_string(times));
  score.check(well == gentle, "restarts: " + std::to_string(gentle - well) + " gentle stops ended badly");
  score.check(found.faults == 0, "restarts: the office is not whole");
  std::printf("restarts: %d, slowest start %.2f s, %d gentle stops all ended well\n", times, slowest, gentle);
  return 0;
}

}  // namespace nc::faults
