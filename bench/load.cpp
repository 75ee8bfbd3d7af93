// Keep-alive HTTP over epoll, and the percentiles of what was measured.
#include "load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

int connected(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
    if (fd >= 0) ::close(fd);
    throw std::runtime_error("no connection to port " + std::to_string(port));
  }
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

void send_all(int fd, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) throw std::runtime_error("the server closed the connection");
    sent += static_cast<std::size_t>(n);
  }
}

/// Gathers one answer at a time; only the length of the body is kept once the head is known.
struct Answer {
  std::string head;
  bool in_body = false;
  std::size_t body = 0, wanted = 0;

  int status() const { return head.size() > 12 ? std::atoi(head.c_str() + 9) : 0; }

  /// True when the answer is whole. Nothing is pipelined, so no byte belongs to the next one.
  bool take(const char* data, std::size_t n) {
    if (in_body) {
      body += n;
      return body >= wanted;
    }
    head.append(data, n);
    const std::size_t end = head.find("\r\n\r\n");
    if (end == std::string::npos) return false;
    wanted = length_in(head.substr(0, end));
    body = head.size() - end - 4;
    in_body = true;
    return body >= wanted;
  }

  static std::size_t length_in(std::string lines) {
    std::transform(lines.begin(), lines.end(), lines.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t at = lines.find("\r\ncontent-length:");
    return at == std::string::npos ? 0 : static_cast<std::size_t>(std::atoll(lines.c_str() + at + 17));
  }
};

struct Connection {
  int fd = -1;
  Answer answer;
  Clock::time_point sent;
};

double at_share(std::vector<float>& times, double share) {
  if (times.empty()) return 0;
  const auto i = std::min(times.size() - 1, static_cast<std::size_t>(static_cast<double>(times.size()) * share));
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(i), times.end());
  return static_cast<double>(times[i]);
}

class Run {
 public:
  Run(int port, int connections, const MakeRequest& make) : make_(make), all_(static_cast<std::size_t>(connections)) {
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      all_[i].fd = connected(port);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, all_[i].fd, &event);
    }
  }
  ~Run() {
    for (const Connection& c : all_) ::close(c.fd);
    ::close(epoll_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  Load measure(double seconds) {
    const auto start = Clock::now(), end = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    for (Connection& c : all_) next(c);
    std::vector<epoll_event> events(all_.size());
    while (Clock::now() < end) {
      const int n = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 1000);
      for (int i = 0; i < n; ++i)
        if (read(all_[events[static_cast<std::size_t>(i)].data.u64])) next(all_[events[static_cast<std::size_t>(i)].data.u64]);
    }
    drain(events);
    const double took = std::chrono::duration<double>(Clock::now() - start).count();
    load_.rate = static_cast<double>(load_.answers) / took;
    load_.p50 = at_share(times_, 0.50);
    load_.p99 = at_share(times_, 0.99);
    if (load_.answers > 0) load_.body_kb = bytes_ / 1024 / static_cast<double>(load_.answers);
    return load_;
  }

 private:
  void next(Connection& c) {
    const std::string request = make_(sent_++);
    c.answer = Answer{};
    c.sent = Clock::now();
    send_all(c.fd, request);
  }

  /// What is still on its way is waited for and counted: left alone it would slow the next measurement.
  void drain(std::vector<epoll_event>& events) {
    while (load_.answers < sent_) {
      const int n = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 30'000);
      if (n <= 0) throw std::runtime_error("no answer for 30 seconds");
      for (int i = 0; i < n; ++i) read(all_[events[static_cast<std::size_t>(i)].data.u64]);
    }
  }

  /// True when an answer is whole.
  bool read(Connection& c) {
    const ssize_t n = ::recv(c.fd, buffer_.data(), buffer_.size(), 0);
    if (n <= 0) throw std::runtime_error("the server closed the connection");
    if (!c.answer.take(buffer_.data(), static_cast<std::size_t>(n))) return false;
    times_.push_back(static_cast<float>(std::chrono::duration<double, std::milli>(Clock::now() - c.sent).count()));
    ++load_.answers;
    bytes_ += static_cast<double>(c.answer.body);
    if (c.answer.status() < 200 || c.answer.status() > 399) ++load_.refused;
    return true;
  }

  const MakeRequest& make_;
  int epoll_ = -1;
  std::vector<Connection> all_;
  std::vector<char> buffer_ = std::vector<char>(256 * 1024);
  std::vector<float> times_;
  std::uint64_t sent_ = 0;
  double bytes_ = 0;
  Load load_;
};

}  // namespace

Load run_load(int port, int connections, double seconds, const MakeRequest& make) {
  return Run(port, connections, make).measure(seconds);
}

std::string exchange(int port, const std::string& request) {
  const int fd = connected(port);
  std::string out;
  try {
    send_all(fd, request);
    Answer answer;
    std::vector<char> buffer(64 * 1024);
    for (bool whole = false; !whole;) {
      const ssize_t n = ::recv(fd, buffer.data(), buffer.size(), 0);
      if (n <= 0) throw std::runtime_error("the server closed the connection");
      out.append(buffer.data(), static_cast<std::size_t>(n));
      whole = answer.take(buffer.data(), static_cast<std::size_t>(n));
    }
  } catch (...) {  // not swallowed: the socket is closed first
    ::close(fd);
    throw;
  }
  ::close(fd);
  return out;
}

std::string get_request(const std::string& target, const std::string& cookie) {
  return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: vi\r\n" +
         (cookie.empty() ? std::string() : "Cookie: " + cookie + "\r\n") + "\r\n";
}

std::string post_request(const std::string& target, const std::string& cookie, const std::string& form) {
  return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nCookie: " + cookie +
         "\r\nContent-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form;
}

}  // namespace bench
