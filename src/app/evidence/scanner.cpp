// clamd over a socket, or a command with the file on its standard input.
#include "app/evidence/scanner.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

extern char** environ;  // NOLINT: what POSIX calls it

namespace nc::app {
namespace {

constexpr int k_patience_ms = 60'000;
constexpr std::size_t k_chunk = 64 * 1024;

/// A descriptor that closes itself.
class Handle {
 public:
  explicit Handle(int fd = -1) : fd_(fd) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

bool wait_for(int fd, short what) {
  pollfd one{fd, what, 0};
  return ::poll(&one, 1, k_patience_ms) == 1;
}

bool send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    if (!wait_for(fd, POLLOUT)) return false;
    const auto n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

int connected_unix(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) return -1;
  std::memcpy(address.sun_path, path.data(), path.size());
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0 && ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) return fd;
  if (fd >= 0) ::close(fd);
  return -1;
}

int connected_tcp(const std::string& host, const std::string& port) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) return -1;
  int out = -1;
  for (const addrinfo* a = found; a && out < 0; a = a->ai_next) {
    const int fd = ::socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC, a->ai_protocol);
    if (fd >= 0 && ::connect(fd, a->ai_addr, a->ai_addrlen) == 0) out = fd;
    else if (fd >= 0) ::close(fd);
  }
  ::freeaddrinfo(found);
  return out;
}

/// "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR".
Scan verdict_of(std::string answer) {
  while (!answer.empty() && (answer.back() == '\0' || answer.back() == '\n')) answer.pop_back();
  const std::string_view start = "stream: ", found = " FOUND";
  if (answer == "stream: OK") return {Scan::Verdict::clean, {}};
  if (answer.starts_with(start) && answer.ends_with(found)) return {Scan::Verdict::infected, answer.substr(start.size(), answer.size() - start.size() - found.size())};
  return {Scan::Verdict::failed, answer.empty() ? "the scanner gave no answer" : answer};
}

Scan by_clamd(int fd, std::string_view bytes) {
  const Handle socket(fd);
  if (!socket.open()) return {Scan::Verdict::failed, "the scanner can't be reached"};
  // The z form ends commands and answers with a nought; every piece carries its length, network order; an empty one ends the file.
  bool sent = send_all(fd, std::string_view("zINSTREAM\0", 10));
  const auto piece = [&](std::string_view part) {
    const std::uint32_t length = htonl(static_cast<std::uint32_t>(part.size()));
    std::array<char, 4> head{};
    std::memcpy(head.data(), &length, head.size());
    return send_all(fd, {head.data(), head.size()}) && send_all(fd, part);
  };
  for (std::size_t at = 0; sent && at < bytes.size(); at += k_chunk) sent = piece(bytes.substr(at, k_chunk));
  if (sent) piece({});
  // A scanner whose limit was passed says so and closes before it read everything.
  std::string answer;
  std::array<char, 1024> buffer{};
  while (answer.find('\0') == std::string::npos && answer.size() < 4096 && wait_for(fd, POLLIN)) {
    const auto n = ::recv(fd, buffer.data(), buffer.size(), 0);
    if (n <= 0) break;
    answer.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return verdict_of(std::move(answer));
}

/// The words of the command are separated by blanks; no shell is asked.
Scan by_command(const std::string& command, std::string_view bytes) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < command.size();) {
    const auto end = std::min(command.find(' ', at), command.size());
    if (end > at) words.push_back(command.substr(at, end - at));
    at = end + 1;
  }
  int ends[2] = {-1, -1};
  if (words.empty() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {Scan::Verdict::failed, "no command"};
  Handle ours(ends[0]), theirs(ends[1]);
  std::vector<char*> argv;
  for (auto& w : words) argv.push_back(w.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int started = ::posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  theirs.close();
  if (started != 0) return {Scan::Verdict::failed, "the command can't be started"};
  send_all(ours.get(), bytes);  // a scanner may stop reading once it knows
  ours.close();
  int status = 0;
  using Clock = std::chrono::steady_clock;
  for (const auto until = Clock::now() + std::chrono::milliseconds(k_patience_ms); ::waitpid(child, &status, WNOHANG) == 0;) {
    if (Clock::now() > until) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return {Scan::Verdict::failed, "the command took longer than a minute"};
    }
    ::usleep(10'000);
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return {Scan::Verdict::failed, "the command failed"};
  return WEXITSTATUS(status) == 0 ? Scan{Scan::Verdict::clean, {}} : Scan{Scan::Verdict::infected, "reported by the command"};
}

}  // namespace

std::string scanner_address() {
  const char* set = std::getenv("NHIPCAU_SCANNER");
  return set ? set : "";
}

Scan scan(const std::string& address, std::string_view bytes) {
  const auto colon = address.find(':');
  const std::string kind = address.substr(0, colon), rest = colon == std::string::npos ? "" : address.substr(colon + 1);
  if (kind == "unix") return by_clamd(connected_unix(rest), bytes);
  if (kind == "tcp")
    if (const auto port = rest.rfind(':'); port != std::string::npos) return by_clamd(connected_tcp(rest.substr(0, port), rest.substr(port + 1)), bytes);
  if (kind == "command") return by_command(rest, bytes);
  return {Scan::Verdict::failed, "NHIPCAU_SCANNER is neither unix:, tcp:HOST:PORT nor command:"};
}

}  // namespace nc::app
