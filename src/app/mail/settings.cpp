// How mail goes out: settings of the office, checked, and the times of the day that letters keep to.
#include "app/mail/public.h"

#include "app/program.h"
#include "base/fold.h"
#include "net/curl.h"
#include "net/letter.h"

namespace nc::app {
namespace {

using Security = net::SmtpServer::Security;
constexpr int k_day_minutes = 24 * 60, k_digest_at = 7 * 60 + 30;

std::optional<Security> security_of(std::string_view code) {
  if (code == "starttls") return Security::starttls;
  if (code == "tls") return Security::tls;
  if (code == "none") return Security::none;
  return std::nullopt;
}

/// Minutes since midnight of "7:30", "07:30"; -1 for anything else.
int minute_of(std::string_view hh_mm) {
  const auto colon = hh_mm.find(':');
  if (colon == std::string_view::npos) return -1;
  const auto hour = parse_int(hh_mm.substr(0, colon)), minute = parse_int(hh_mm.substr(colon + 1));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return -1;
  return static_cast<int>(*hour * 60 + *minute);
}

tl::unexpected<Problem> wrong(const char* field, Text words) { return refuse(Code::invalid, words, field); }

/// "https://office.example", without a path; plain http is for this machine and for networks that TLS does not reach.
std::optional<std::string> site_of(std::string typed) {
  while (typed.ends_with('/')) typed.pop_back();
  const std::string_view rest = typed.starts_with("https://") ? std::string_view(typed).substr(8) : typed.starts_with("http://") ? std::string_view(typed).substr(7) : std::string_view();
  const auto colon = rest.rfind(':');
  const std::string_view host = rest.substr(0, colon), port = colon == std::string_view::npos ? std::string_view("1") : rest.substr(colon + 1);
  const auto number = parse_int(port);
  if (!net::is_host(host) || host.find(':') != std::string_view::npos || !number || *number < 1 || *number > 65535) return std::nullopt;
  return typed;
}

}  // namespace

std::optional<MailSettings> mail_settings(db::ReadDb& db) {
  MailSettings m;
  m.server.host = setting(db, "mail.host");
  m.server.port = static_cast<int>(parse_int(setting(db, "mail.port")).value_or(587));
  m.server.security = security_of(setting(db, "mail.security")).value_or(Security::starttls);
  m.server.user = setting(db, "mail.user");
  m.from = setting(db, "mail.from");
  m.from_name = setting(db, "mail.from_name");
  m.site = setting(db, "base_url");
  if (m.server.host.empty() || m.from.empty() || m.site.empty()) return std::nullopt;
  if (!m.server.user.empty()) m.server.password = outside_secret("NHIPCAU_SMTP_PASSWORD", "smtp-password").value;
  return m;
}

bool mail_is_on(db::ReadDb& db) {
  return db.integer("SELECT count(*) FROM setting WHERE name IN ('mail.host', 'mail.from', 'base_url') AND value <> ''") == 3;
}

Result<bool> keep_mail_settings(db::Tx& tx, const web::Fields& typed) {
  const auto given = [&](const char* name) { return mended(typed.get(name)); };
  const std::string host = given("host"), from = given("from"), user = given("user"), name = given("from_name");
  const auto site = site_of(given("base_url"));
  const auto port = parse_int(given("port"));
  const auto security = security_of(given("security"));
  if (!site) return wrong("base_url", Text("Địa chỉ của Nhịp Cầu có dạng https://van-phong.vn, không có phần sau.", "The address of the site looks like https://office.example, with nothing behind."));
  if (!host.empty()) {
    if (!net::is_host(host)) return wrong("host", Text("Tên máy chủ thư không hợp lệ.", "The mail server's name is not valid."));
    if (!port || *port < 1 || *port > 65535) return wrong("port", Text("Cổng là một số từ 1 đến 65535.", "The port is a number from 1 to 65535."));
    if (!security) return wrong("security", Text("Chọn cách mã hóa.", "Choose the encryption."));
    if (*security == Security::none && !net::is_loopback(host))
      return wrong("security", Text("Không mã hóa thì chỉ được dùng máy chủ thư trên chính máy này.", "Without encryption only a mail server on this very machine may be used."));
    if (!net::is_mail_address(from)) return wrong("from", Text("Địa chỉ gửi không hợp lệ.", "The address to send from is not valid."));
    if (user.size() > 200 || name.size() > 200) return wrong("user", Text("Quá dài.", "Too long."));
  }
  const int digest = minute_of(given("digest_at")), quiet_from = minute_of(given("quiet_from")), quiet_to = minute_of(given("quiet_to"));
  if (digest < 0) return wrong("digest_at", Text("Giờ có dạng 7:30.", "A time looks like 7:30."));
  if (quiet_from < 0 || quiet_to < 0) return wrong(quiet_from < 0 ? "quiet_from" : "quiet_to", Text("Giờ có dạng 21:00.", "A time looks like 21:00."));
  put_setting(tx, "base_url", *site);
  put_setting(tx, "mail.host", host);
  put_setting(tx, "mail.port", std::to_string(port.value_or(587)));
  put_setting(tx, "mail.security", given("security"));
  put_setting(tx, "mail.user", user);
  put_setting(tx, "mail.from", from);
  put_setting(tx, "mail.from_name", name);
  put_setting(tx, "mail.digest_at", given("digest_at"));
  put_setting(tx, "mail.quiet_from", given("quiet_from"));
  put_setting(tx, "mail.quiet_to", given("quiet_to"));
  forget_mail_trouble(tx);
  return true;
}

bool mail_may_disturb(db::ReadDb& db, int minute) {
  const int from = minute_of(setting(db, "mail.quiet_from", "21:00")), to = minute_of(setting(db, "mail.quiet_to", "6:30"));
  if (from < 0 || to < 0 || from == to) return true;
  const int length = (to - from + k_day_minutes) % k_day_minutes, since = (minute - from + k_day_minutes) % k_day_minutes;
  return since >= length;
}

int digest_minute(db::ReadDb& db) {
  const int at = minute_of(setting(db, "mail.digest_at"));
  return at < 0 ? k_digest_at : at;
}

}  // namespace nc::app
