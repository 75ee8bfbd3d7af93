// Handing letters to a mail server (SMTP by libcurl).
#include "net/smtp.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/fold.h"
#include "net/curl.h"
#include "net/letter.h"

namespace nc::net {
namespace {

using Outcome = Delivery::Outcome;

struct Cursor { std::string_view rest; };

std::size_t read_letter(char* to, std::size_t size, std::size_t count, void* data) {
  auto& cursor = *static_cast<Cursor*>(data);
  const std::size_t n = std::min(size * count, cursor.rest.size());
  std::memcpy(to, cursor.rest.data(), n);
  cursor.rest.remove_prefix(n);
  return n;
}

/// The last refusal that the server said, "550 5.1.1 no such user", or else its last line: a polite good-bye says nothing.
std::size_t keep_answer(char* data, std::size_t size, std::size_t count, void* to) {
  constexpr std::size_t k_most = 300;
  auto& answer = *static_cast<std::string*>(to);
  const auto refuses = [](std::string_view line) { return line.starts_with('4') || line.starts_with('5'); };
  if (refuses(answer) && !refuses({data, size * count})) return size * count;
  answer.assign(data, std::min(size * count, k_most));
  while (!answer.empty() && (answer.back() == '\n' || answer.back() == '\r')) answer.pop_back();
  return size * count;
}

int asked_to_stop(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return (*static_cast<std::function<bool()>*>(data))() ? 1 : 0; }

/// What the server said, fit to be shown.
std::string shown(std::string_view answer) { return is_utf8(answer) ? mended(answer) : std::string("?"); }

Delivery server_trouble(const std::string& vi, const std::string& en) { return {Outcome::server, Message(vi, en)}; }

}  // namespace

struct Smtp::Impl {
  SmtpServer server;
  std::function<bool()> stop;
  Curl curl;
};

Smtp::Smtp(SmtpServer server, std::function<bool()> stop) : impl_(std::make_unique<Impl>(Impl{std::move(server), std::move(stop), nullptr})) {}
Smtp::~Smtp() = default;

namespace {

Delivery not_set_up(const SmtpServer& s) {
  if (!is_host(s.host) || s.port < 1 || s.port > 65535) return server_trouble("Tên hoặc cổng của máy chủ thư không hợp lệ: " + s.host, "The mail server's name or port is not valid: " + s.host);
  return server_trouble("Không mã hóa thì chỉ được dùng máy chủ thư trên chính máy này. Chọn STARTTLS hoặc TLS.", "Without encryption only a mail server on this very machine may be used. Choose STARTTLS or TLS.");
}

/// Words for what libcurl reports.
Delivery words_of(CURLcode code, long answer_code, const SmtpServer& s, const std::string& answer, const std::string& detail) {
  const std::string where = s.host + ":" + std::to_string(s.port), said = answer.empty() ? "" : " (" + shown(answer) + ")";
  switch (code) {
    case CURLE_OK: return {Outcome::sent, {}};
    case CURLE_ABORTED_BY_CALLBACK: return {Outcome::later, Text("Chương trình dừng giữa chừng; thư sẽ được gửi lại.", "The program was stopped; the letter will be sent again.")};
    case CURLE_COULDNT_RESOLVE_HOST: return server_trouble("Không tìm thấy máy chủ thư " + s.host + ". Kiểm tra tên máy chủ.", "There is no mail server " + s.host + ". Check its name.");
    case CURLE_COULDNT_CONNECT: return server_trouble("Máy chủ thư " + where + " không trả lời. Kiểm tra cổng và tường lửa.", "The mail server " + where + " does not answer. Check the port and the firewall.");
    case CURLE_OPERATION_TIMEDOUT: return server_trouble("Máy chủ thư " + where + " trả lời quá chậm.", "The mail server " + where + " is too slow to answer.");
    case CURLE_LOGIN_DENIED: return server_trouble("Máy chủ thư không nhận tên hoặc mật khẩu" + said + ".", "The mail server does not take the name or the pass-phrase" + said + ".");
    case CURLE_USE_SSL_FAILED: return server_trouble("Máy chủ thư " + where + " không mã hóa được bằng STARTTLS. Thử TLS (cổng 465).", "The mail server " + where + " offers no STARTTLS. Try TLS (port 465).");
    case CURLE_PEER_FAILED_VERIFICATION: return server_trouble("Chứng thư của máy chủ thư " + s.host + " không đáng tin: " + detail, "The certificate of the mail server " + s.host + " can't be trusted: " + detail);
    case CURLE_SSL_CONNECT_ERROR: return server_trouble("Không bắt đầu TLS được với " + where + ": " + detail, "TLS with " + where + " can't begin: " + detail);
    default: break;
  }
  const bool of_letter = detail.starts_with("RCPT failed") || detail.starts_with("DATA failed") || code == CURLE_WEIRD_SERVER_REPLY;
  if (of_letter && answer_code >= 500) return {Outcome::refused, Message("Máy chủ thư không nhận" + said + ".", "The mail server refused it" + said + ".")};
  if (of_letter && answer_code >= 400 && answer_code != 421) return {Outcome::later, Message("Máy chủ thư chưa nhận lúc này" + said + ".", "The mail server can't take it now" + said + ".")};
  if (detail.starts_with("MAIL failed")) return server_trouble("Máy chủ thư không cho gửi từ địa chỉ này" + said + ".", "The mail server does not let this address send" + said + ".");
  return server_trouble("Gửi qua " + where + " không được: " + detail + said, "Sending by " + where + " failed: " + detail + said);
}

}  // namespace

Delivery Smtp::deliver(const std::string& from, const std::string& to, const std::string& bytes) {
  constexpr long k_seconds = 60;
  const SmtpServer& s = impl_->server;
  if (!is_mail_address(from)) return server_trouble("Địa chỉ gửi không hợp lệ: " + from, "The address to send from is not valid: " + from);
  if (!is_mail_address(to)) return {Outcome::refused, Message("Địa chỉ nhận không hợp lệ: " + to, "The receiver's address is not valid: " + to)};
  if (!is_host(s.host) || s.port < 1 || s.port > 65535 || (s.security == SmtpServer::Security::none && !is_loopback(s.host))) return not_set_up(s);
  if (!impl_->curl) impl_->curl = new_curl(k_seconds);
  CURL* c = impl_->curl.get();
  const std::string host = s.host.find(':') == std::string::npos ? s.host : "[" + s.host + "]";
  // The name after the slash is what the program calls itself (EHLO): the office's domain, not this machine's name.
  const std::string url = (s.security == SmtpServer::Security::tls ? "smtps://" : "smtp://") + host + ":" + std::to_string(s.port) + "/" + mail_domain(from);
  Cursor cursor{bytes};
  std::string answer;
  std::array<char, CURL_ERROR_SIZE> detail{};
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> receivers(curl_slist_append(nullptr, ("<" + to + ">").c_str()), curl_slist_free_all);
  curl_easy_setopt(c, CURLOPT_URL, url.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(c, CURLOPT_PROXY, "");
  curl_easy_setopt(c, CURLOPT_USE_SSL, static_cast<long>(s.security == SmtpServer::Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (!s.ca_file.empty()) curl_easy_setopt(c, CURLOPT_CAINFO, s.ca_file.c_str());
  if (!s.user.empty()) {
    curl_easy_setopt(c, CURLOPT_USERNAME, s.user.c_str());
    curl_easy_setopt(c, CURLOPT_PASSWORD, s.password.c_str());
  }
  curl_easy_setopt(c, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
  curl_easy_setopt(c, CURLOPT_MAIL_RCPT, receivers.get());
  curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(c, CURLOPT_READFUNCTION, read_letter);
  curl_easy_setopt(c, CURLOPT_READDATA, &cursor);
  curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, keep_answer);
  curl_easy_setopt(c, CURLOPT_HEADERDATA, &answer);
  curl_easy_setopt(c, CURLOPT_ERRORBUFFER, detail.data());
  if (impl_->stop) {
    curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, asked_to_stop);
    curl_easy_setopt(c, CURLOPT_XFERINFODATA, &impl_->stop);
  }
  const CURLcode code = curl_easy_perform(c);
  long answer_code = 0;
  curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &answer_code);
  curl_easy_setopt(c, CURLOPT_MAIL_RCPT, nullptr);  // the list ends with this function; so does the buffer
  curl_easy_setopt(c, CURLOPT_ERRORBUFFER, nullptr);
  return words_of(code, answer_code, s, answer, detail[0] != '\0' ? detail.data() : curl_easy_strerror(code));
}

}  // namespace nc::net
