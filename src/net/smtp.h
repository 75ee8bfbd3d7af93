// Handing letters to a mail server (SMTP by libcurl).
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "base/text.h"

namespace nc::net {

struct SmtpServer {
  enum class Security {
    starttls,  ///< begins in the clear and refuses to go on without TLS (port 587)
    tls,       ///< TLS from the first byte (port 465)
    none,      ///< only to a server on this machine
  };
  std::string host;
  int port = 587;
  Security security = Security::starttls;
  std::string user, password;  ///< "" signs in as nobody
  std::string ca_file{};       ///< "" for the certificates that the system trusts
};

/// What became of one letter.
struct Delivery {
  enum class Outcome {
    sent,
    refused,  ///< this letter will never go: no such receiver, too large ...
    later,    ///< the receiver can't take it now
    server,   ///< the server can't be used at all: every letter would fail alike
  } outcome = Outcome::server;
  Message words;  ///< for people, when it was not sent
};

/// One connection for many letters. Not thread-safe.
class Smtp {
 public:
  /// `stop` is asked again and again while a letter is sent; true gives it up (Outcome::later).
  explicit Smtp(SmtpServer server, std::function<bool()> stop = {});
  ~Smtp();
  Smtp(const Smtp&) = delete;
  Smtp& operator=(const Smtp&) = delete;
  /// Addresses have to be is_mail_address(); others are refused here.
  Delivery deliver(const std::string& from, const std::string& to, const std::string& bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nc::net
