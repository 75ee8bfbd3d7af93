// A mail server of our own for tests: one connection after the other, plain or in TLS.
#include "support/smtp_sink.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>

#include "base/base64.h"
#include "support/engines.h"

namespace nc::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

/// Signed by itself, for localhost, good for an hour.
void write_certificate(const std::string& certificate_file, const std::string& key_file) {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate cert(X509_new(), X509_free);
  X509_set_version(cert.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(cert.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(cert.get()), 3600);
  X509_set_pubkey(cert.get(), key.get());
  X509_NAME* name = X509_get_subject_name(cert.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(cert.get(), name);
  X509V3_CTX context;
  X509V3_set_ctx(&context, cert.get(), cert.get(), nullptr, nullptr, 0);
  for (const auto& [what, value] : {std::pair{NID_basic_constraints, "critical,CA:TRUE"}, std::pair{NID_subject_alt_name, "DNS:localhost"}}) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, what, value);
    X509_add_ext(cert.get(), extension, -1);
    X509_EXTENSION_free(extension);
  }
  X509_sign(cert.get(), key.get(), EVP_sha256());
  const auto write = [](const std::string& path, auto&& body) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    if (file == nullptr) throw std::runtime_error("can't write " + path);
    body(file);
    std::fclose(file);
  };
  write(certificate_file, [&](std::FILE* f) { PEM_write_X509(f, cert.get()); });
  write(key_file, [&](std::FILE* f) { PEM_write_PrivateKey(f, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

int listening_socket(int& port) {
  const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (s < 0 || ::bind(s, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(s, 16) != 0 || ::getsockname(s, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no free port");
  port = ntohs(address.sin_port);
  return s;
}

}  // namespace

/// Lines in and out, plain or in TLS.
class SmtpSink::Line {
 public:
  Line(int socket, const SmtpSink& sink) : socket_(socket) {
    timeval patience{5, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (!sink.choices_.tls) return;
    context_ = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate_file(context_, sink.ca_file_.c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(context_, sink.key_file_.c_str(), SSL_FILETYPE_PEM);
    ssl_ = SSL_new(context_);
    SSL_set_fd(ssl_, socket);
    good_ = SSL_accept(ssl_) == 1;
  }
  ~Line() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
    ::close(socket_);
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  bool good() const { return good_; }
  void say(const std::string& line) {
    const std::string out = line + "\r\n";
    if (ssl_ != nullptr) good_ = good_ && SSL_write(ssl_, out.data(), static_cast<int>(out.size())) > 0;
    else good_ = good_ && ::send(socket_, out.data(), out.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(out.size());
  }
  /// Without its CRLF.
  std::string hear() {
    for (;;) {
      if (const auto end = buffer_.find("\r\n"); end != std::string::npos) {
        std::string line = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        return line;
      }
      char part[4096];
      const auto n = ssl_ != nullptr ? SSL_read(ssl_, part, sizeof part) : static_cast<int>(::recv(socket_, part, sizeof part, 0));
      if (n <= 0) {
        good_ = false;
        return {};
      }
      buffer_.append(part, static_cast<std::size_t>(n));
    }
  }

 private:
  int socket_;
  SSL_CTX* context_ = nullptr;
  SSL* ssl_ = nullptr;
  bool good_ = true;
  std::string buffer_;
};

std::string SunkLetter::text() const {
  std::string base64;
  const auto body = bytes.find("\r\n\r\n");
  for (std::size_t at = body == std::string::npos ? bytes.size() : body + 4; at < bytes.size(); ++at)
    if (bytes[at] != '\r' && bytes[at] != '\n') base64 += bytes[at];
  return from_base64(base64).value_or("");
}

SmtpSink::SmtpSink(Choices choices) : choices_(std::move(choices)) {
  std::signal(SIGPIPE, SIG_IGN);  // as main() does: a client that hangs up within TLS must not end the tests
  listener_ = listening_socket(port_);
  if (choices_.tls) {
    ca_file_ = (scratch() / ("sink-" + std::to_string(port_) + ".crt")).string();
    key_file_ = (scratch() / ("sink-" + std::to_string(port_) + ".key")).string();
    write_certificate(ca_file_, key_file_);
  }
  thread_ = std::thread([this] { serve(); });
}

SmtpSink::~SmtpSink() {
  stop_ = true;
  thread_.join();
  ::close(listener_);
}

std::vector<SunkLetter> SmtpSink::letters() const {
  const std::lock_guard lock(mutex_);
  return letters_;
}

void SmtpSink::answer_receivers(const std::string& with, const std::string& line) {
  const std::lock_guard lock(mutex_);
  refused_ = with;
  refusal_ = line;
}

void SmtpSink::serve() {
  std::vector<std::thread> talks;
  while (!stop_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, 20) <= 0) continue;
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket >= 0) talks.emplace_back([this, socket] { talk(socket); });
  }
  for (auto& t : talks) t.join();
}

std::string SmtpSink::answer_to_receiver(const std::string& to) const {
  const std::lock_guard lock(mutex_);
  return !refused_.empty() && to.find(refused_) != std::string::npos ? refusal_ : "250 ok";
}

void SmtpSink::talk(int socket) {
  Line line(socket, *this);
  SunkLetter letter;
  bool signed_in = choices_.user.empty();
  if (line.good()) line.say("220 sink");
  while (line.good() && !stop_) {
    const std::string said = line.hear();
    if (!line.good()) return;
    const std::string verb = said.substr(0, 4);
    if (verb == "EHLO") line.say("250-sink"), line.say(choices_.user.empty() ? "250 8BITMIME" : "250 AUTH PLAIN");
    else if (verb == "AUTH") {
      std::string given = said.size() > 11 ? said.substr(11) : std::string();
      if (given.empty()) line.say("334 "), given = line.hear();
      signed_in = from_base64(given).value_or("") == std::string(1, '\0') + choices_.user + std::string(1, '\0') + choices_.password;
      line.say(signed_in ? "235 ok" : "535 5.7.8 wrong name or password");
    } else if (verb == "MAIL") letter = {said.substr(10), {}, {}}, line.say(signed_in ? "250 ok" : "530 sign in first");
    else if (verb == "RCPT") letter.to = said.substr(8), line.say(answer_to_receiver(said));
    else if (verb == "DATA") {
      line.say("354 go on");
      for (std::string one = line.hear(); line.good() && one != "."; one = line.hear()) letter.bytes += (one.starts_with("..") ? one.substr(1) : one) + "\r\n";
      if (!line.good()) return;
      {
        const std::lock_guard lock(mutex_);
        letters_.push_back(letter);
      }
      line.say("250 taken");
    } else if (verb == "QUIT") {
      line.say("221 bye");
      return;
    } else line.say("250 ok");
  }
}

int closed_port() {
  int port = 0;
  ::close(listening_socket(port));
  return port;
}

}  // namespace nc::test
