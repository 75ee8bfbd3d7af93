// A mail server of our own on a free loopback port: keeps what it is given, and can refuse, fail, encrypt or be gone.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace nc::test {

/// One letter as it came in.
struct SunkLetter {
  std::string from, to, bytes;
  /// The text behind the headers, decoded.
  std::string text() const;
};

class SmtpSink {
 public:
  struct Choices {
    bool tls = false;         ///< TLS from the first byte, with a certificate for localhost that this sink made
    std::string user{}, password{};  ///< asked for when not empty
  };
  explicit SmtpSink(Choices choices);
  SmtpSink() : SmtpSink(Choices{}) {}
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  int port() const { return port_; }
  std::vector<SunkLetter> letters() const;
  /// The certificate as a file that may be trusted.
  const std::string& ca_file() const { return ca_file_; }
  /// Receivers with this text in them are answered with this line ("550 no such user"); "" takes everybody.
  void answer_receivers(const std::string& with, const std::string& line);

 private:
  class Line;
  void serve();
  void talk(int socket);
  std::string answer_to_receiver(const std::string& to) const;

  Choices choices_;
  int listener_ = -1, port_ = 0;
  std::atomic<bool> stop_{false};
  mutable std::mutex mutex_;
  std::vector<SunkLetter> letters_;
  std::string refused_, refusal_, ca_file_, key_file_;
  std::thread thread_;
};

/// A loopback port on which nothing listens.
int closed_port();

}  // namespace nc::test
