// A letter as SMTP carries it.
#include "net/letter.h"

#include <array>

#include "base/base64.h"
#include "base/words.h"

namespace nc::net {
namespace {

constexpr std::size_t k_word_bytes = 45;  // 60 letters of base64: an encoded word stays below 75

bool is_plain(char c) { return c >= 0x20 && c < 0x7f; }

std::string without_controls(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (!control) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

/// So many bytes from the front that no letter is cut.
std::size_t whole_letters(std::string_view text, std::size_t most) {
  const std::size_t n = beginning_of(text, most).size();
  return n == 0 ? std::min(most, text.size()) : n;
}

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// "Sun, 22 Nov 2026 18:30:44 +0700".
std::string date_header(Instant at) {
  static constexpr std::array<const char*, 7> k_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array<const char*, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date day = day_of(at);
  const int second = static_cast<int>((at / 1000 + 7LL * 3600) % 86400);
  return std::string(k_days.at(static_cast<std::size_t>(day.weekday() - 1))) + ", " + two(day.day()) + " " + k_months.at(static_cast<std::size_t>(day.month() - 1)) + " " +
         std::to_string(day.year()) + " " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) + " +0700";
}

std::string in_lines(const std::string& base64) {
  constexpr std::size_t k_line = 76;
  std::string out;
  for (std::size_t at = 0; at < base64.size(); at += k_line) out += base64.substr(at, k_line) + "\r\n";
  return out;
}

}  // namespace

bool is_mail_address(std::string_view a) {
  constexpr std::string_view k_marks = "!#$%&'*+-/=?^_`{|}~.";
  const auto at = a.rfind('@');
  if (a.size() > 254 || at == std::string_view::npos || at == 0 || at > 64) return false;
  const std::string_view name = a.substr(0, at), host = a.substr(at + 1);
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  for (const char c : name)
    if (!letter(c) && k_marks.find(c) == std::string_view::npos) return false;
  for (const char c : host)
    if (!letter(c) && c != '.' && c != '-') return false;
  const auto dots_stand_well = [](std::string_view part) { return !part.empty() && part.front() != '.' && part.back() != '.' && part.find("..") == std::string_view::npos; };
  return dots_stand_well(name) && dots_stand_well(host) && host.front() != '-' && host.back() != '-' && (host.find('.') != std::string_view::npos || host == "localhost");
}

std::string mail_domain(std::string_view address) {
  const auto at = address.rfind('@');
  std::string out(at == std::string_view::npos ? std::string_view() : address.substr(at + 1));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string header_text(std::string_view utf8) {
  constexpr std::size_t k_plain_most = 60;
  const std::string clean = without_controls(utf8);
  bool plain = clean.size() <= k_plain_most && clean.find("=?") == std::string::npos;
  for (const char c : clean) plain = plain && is_plain(c);
  if (plain) return clean;
  std::string out;
  for (std::string_view rest = clean; !rest.empty();) {
    const std::size_t n = whole_letters(rest, k_word_bytes);
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64_of(rest.substr(0, n)) + "?=";
    rest.remove_prefix(n);
  }
  return out;
}

std::string letter_bytes(const Letter& letter) {
  std::string from = "<" + letter.from + ">";
  if (!letter.from_name.empty()) {
    std::string name;  // characters that mean something in an address would have to be quoted: they are left out
    for (const char c : letter.from_name)
      if (std::string_view("()<>[]:;@\\,.\"").find(c) == std::string_view::npos) name += c;
    from = header_text(name) + " " + from;
  }
  return "Date: " + date_header(letter.at) + "\r\nFrom: " + from + "\r\nTo: <" + letter.to + ">\r\nSubject: " + header_text(letter.subject) + "\r\nMessage-ID: <" + letter.message_id +
         ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + in_lines(base64_of(letter.body));
}

}  // namespace nc::net
