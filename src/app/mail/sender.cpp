// Sends what waits in mail_outbox: each letter claimed by one node, tried again later when it must, given up in words.
#include <array>

#include "app/mail/public.h"
#include "app/program.h"
#include "auth/account.h"
#include "base/log.h"
#include "flow/notice.h"
#include "net/letter.h"

namespace nc::app {
namespace {

using Outcome = net::Delivery::Outcome;
constexpr Instant k_minute = 60'000, k_hour = 60 * k_minute;
constexpr Instant k_claim_holds = 10 * k_minute;  // longer than a letter can take: nobody else tries it meanwhile
constexpr int k_letters_a_round = 200;
constexpr std::array<Instant, 9> k_waits{k_minute, 5 * k_minute, 15 * k_minute, k_hour, 3 * k_hour, 6 * k_hour, 12 * k_hour, 24 * k_hour, 24 * k_hour};

struct Waiting {
  std::int64_t id = 0, person = 0, tries = 0;
  std::string kind, address, subject, body;
  Instant created_at = 0;
};

std::string both(const Message& m) { return m.vi + " / " + m.en; }

/// The next letter that is due, now this node's: nobody else takes it while the claim holds.
std::optional<Waiting> claim(db::Database& database) {
  std::optional<Waiting> out;
  database.write([&](db::Tx& tx) {
    out.reset();
    const Instant t = now();
    const auto row = tx.first(
        "SELECT id, kind, to_person, to_address, subject, body, created_at, tries FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND not_before <= $1 ORDER BY id LIMIT 1", {t});
    if (!row) return false;
    const std::int64_t id = db::as_int(row->at(0));
    const auto text = [&](std::size_t column) { return db::as_text(row->at(column)); };
    const bool ours = tx.exec("UPDATE mail_outbox SET not_before = $2, tries = tries + 1 WHERE id = $1 AND sent_at IS NULL AND given_up_at IS NULL AND not_before <= $3", {id, t + k_claim_holds, t}) == 1;
    // When another node was first, the letter is not ours, but there may be more.
    out = Waiting{ours ? id : 0, db::as_int(row->at(2)), db::as_int(row->at(7)) + 1, text(1), text(3), text(4), text(5), db::as_int(row->at(6))};
    return ours;
  });
  return out;
}

void drop(db::Tx& tx, std::int64_t id) { tx.exec("DELETE FROM mail_outbox WHERE id = $1", {id}); }

/// Who has this sign-in name or mail address becomes a letter of their own; nobody becomes nothing.
void resolve_reset(db::Tx& tx, const Waiting& w) {
  constexpr Instant k_between = 5 * k_minute;  // nobody's mailbox is flooded by whoever types their name
  const Instant t = now();
  for (const std::int64_t person : people_to_reset(tx, w.address)) {
    if (tx.integer("SELECT count(*) FROM mail_outbox WHERE kind = 'reset' AND to_person = $1 AND created_at > $2", {person, t - k_between}) > 0) continue;
    flow::post(tx, "reset", person, "", "", "");
  }
  drop(tx, w.id);
}

void words_of_invitation(Waiting& w, const std::string& link) {
  w.subject = "Nhịp Cầu: lời mời / invitation";
  w.body = "Bạn được mời dùng Nhịp Cầu. Mở đường dẫn này để đặt cụm mật khẩu; dùng một lần, trong bảy ngày:\n\n" + link +
           "\n\nYou are invited to Nhịp Cầu. Open this link to set a pass-phrase; it works once, for seven days:\n\n" + link + "\n";
}

void words_of_reset(Waiting& w, const std::string& link) {
  w.subject = "Nhịp Cầu: đặt lại cụm mật khẩu / new pass-phrase";
  w.body = "Có người xin đặt lại cụm mật khẩu của tài khoản này. Nếu là bạn, mở đường dẫn sau; dùng một lần, trong một giờ:\n\n" + link +
           "\n\nNếu không phải bạn: không cần làm gì, cụm mật khẩu vẫn như cũ.\n\nSomebody asked for a new pass-phrase of this account. If it was you, open this link; it works once, for one hour:\n\n" + link +
           "\n\nIf it was not you, do nothing: the pass-phrase stays as it is.\n";
}

void words_of_address(Waiting& w, const std::string& link) {
  w.subject = "Nhịp Cầu: địa chỉ thư mới / new mail address";
  w.body = "Có người ghi địa chỉ này cho tài khoản của mình. Nếu là bạn, mở đường dẫn sau rồi xác nhận; dùng một lần, trong một ngày:\n\n" + link +
           "\n\nNếu không phải bạn: không cần làm gì.\n\nSomebody gave this address for their account. If it was you, open this link and confirm; it works once, for one day:\n\n" + link +
           "\n\nIf it was not you, do nothing.\n";
}

/// Address and words, the link made now. False when the letter is no longer wanted; it is gone then.
bool complete(db::Tx& tx, const MailSettings& m, Waiting& w) {
  if (w.kind == "reset_asked") {
    resolve_reset(tx, w);
    return false;
  }
  if (w.person != 0) {
    const auto row = tx.first("SELECT email FROM person WHERE id = $1 AND disabled = 0", {w.person});
    if (!row) {
      drop(tx, w.id);
      return false;
    }
    if (w.kind != "address") w.address = db::as_text((*row)[0]);
  }
  if (w.kind == "invite") words_of_invitation(w, m.site + "/invitation?token=" + new_invitation_link(tx, w.person));
  if (w.kind == "address") words_of_address(w, m.site + "/account/address?token=" + new_address_link(tx, w.person, w.address));
  if (w.kind != "reset") return true;
  if (now() - w.created_at > k_hour) {  // nobody waits for it any longer
    drop(tx, w.id);
    return false;
  }
  words_of_reset(w, m.site + "/reset/new?token=" + new_reset_link(tx, w.person));
  return true;
}

/// Whatever came of it is written only while the claim is ours.
void record(db::Tx& tx, const Waiting& w, const net::Delivery& done) {
  const Instant t = now();
  const std::string words = both(done.words);
  const bool last_try = w.tries >= static_cast<std::int64_t>(k_waits.size());
  if (done.outcome == Outcome::sent) tx.exec("UPDATE mail_outbox SET sent_at = $2, last_error = '' WHERE id = $1", {w.id, t});
  else if (done.outcome == Outcome::refused || (done.outcome == Outcome::later && last_try)) tx.exec("UPDATE mail_outbox SET given_up_at = $2, last_error = $3 WHERE id = $1", {w.id, t, words});
  else if (done.outcome == Outcome::later) tx.exec("UPDATE mail_outbox SET not_before = $2, last_error = $3 WHERE id = $1", {w.id, t + k_waits.at(static_cast<std::size_t>(w.tries - 1)), words});
  else tx.exec("UPDATE mail_outbox SET not_before = $2, tries = tries - 1, last_error = $3 WHERE id = $1", {w.id, t, words});
}

/// Trouble with the server: nobody tries again before `mail.rests_until`.
void rest(db::Tx& tx, const Message& words) {
  const std::int64_t failures = parse_int(setting(tx, "mail.failures")).value_or(0);
  constexpr std::int64_t k_longest = 4;  // an hour and no longer: the server may be back at any time
  const Instant wait = k_waits.at(static_cast<std::size_t>(std::min<std::int64_t>(failures, k_longest - 1)));
  put_setting(tx, "mail.failures", std::to_string(failures + 1));
  put_setting(tx, "mail.rests_until", std::to_string(now() + wait));
  put_setting(tx, "mail.trouble_vi", words.vi);
  put_setting(tx, "mail.trouble_en", words.en);
}

net::Letter letter_of(const MailSettings& m, const Waiting& w) {
  // A letter with a link is another letter each time: the link before is no longer good.
  const std::string time = w.kind == "invite" || w.kind == "reset" || w.kind == "address" ? "." + std::to_string(w.tries) : std::string();
  return {m.from, m.from_name, w.address, w.subject, w.body, "letter-" + std::to_string(w.id) + "." + std::to_string(w.created_at) + time + "@" + net::mail_domain(m.from), now()};
}

net::Delivery send_one(net::Smtp& smtp, const MailSettings& m, const Waiting& w) {
  if (w.address.empty()) return {Outcome::refused, Text("Người nhận chưa có địa chỉ thư điện tử.", "The receiver has no mail address.")};
  return smtp.deliver(m.from, w.address, net::letter_bytes(letter_of(m, w)));
}

void count(MailRun& run, const net::Delivery& done) {
  if (done.outcome == Outcome::sent) ++run.sent;
  if (done.outcome == Outcome::refused) ++run.refused;
  if (done.outcome == Outcome::later) ++run.later;
  if (done.outcome == Outcome::server) run.trouble = done.words;
}

}  // namespace

void forget_mail_trouble(db::Tx& tx) { tx.exec("DELETE FROM setting WHERE name IN ('mail.failures', 'mail.rests_until', 'mail.trouble_vi', 'mail.trouble_en')"); }

MailRun send_waiting(db::Database& database, const std::function<bool()>& stop, const std::string& ca_file) {
  MailRun run;
  std::optional<MailSettings> settings;
  bool troubled = false;
  database.read([&](db::ReadDb& db) {
    if (!db.first("SELECT 1 FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND not_before <= $1 LIMIT 1", {now()})) return;
    if (parse_int(setting(db, "mail.rests_until")).value_or(0) <= now()) settings = mail_settings(db);
    else run.trouble = {setting(db, "mail.trouble_vi"), setting(db, "mail.trouble_en")};
    troubled = !setting(db, "mail.failures").empty();
  });
  if (!settings) return run;
  settings->server.ca_file = ca_file;
  net::Smtp smtp(settings->server, stop);
  for (int i = 0; i < k_letters_a_round && run.trouble.empty() && !(stop && stop()); ++i) {
    auto letter = claim(database);
    if (!letter) break;
    if (letter->id == 0) continue;
    bool wanted = false;
    const Waiting claimed = *letter;
    database.write([&](db::Tx& tx) {
      *letter = claimed;
      wanted = complete(tx, *settings, *letter);
      return true;
    });
    if (!wanted) {
      ++run.dropped;
      continue;
    }
    const net::Delivery done = send_one(smtp, *settings, *letter);
    database.write([&](db::Tx& tx) {
      record(tx, *letter, done);
      if (done.outcome == Outcome::server) rest(tx, done.words);
      else if (troubled && done.outcome == Outcome::sent) forget_mail_trouble(tx);
      return true;
    });
    count(run, done);
  }
  if (!run.trouble.empty()) log::warn("mail: " + run.trouble.en);
  return run;
}

net::Delivery send_test_letter(db::Database& database, const std::string& to) {
  std::optional<MailSettings> settings;
  database.read([&](db::ReadDb& db) { settings = mail_settings(db); });
  if (!settings) return {Outcome::server, Text("Chưa đặt máy chủ thư, địa chỉ gửi và địa chỉ của Nhịp Cầu.", "Set the mail server, the address to send from and the address of the site first.")};
  Waiting w;
  w.created_at = now();
  w.kind = "test";
  w.address = to;
  w.subject = "Nhịp Cầu: thư thử / test letter";
  w.body = "Thư đi được. / Mail works.\n\n" + settings->site + "\n";
  net::Smtp smtp(settings->server);
  return send_one(smtp, *settings, w);
}

void post_invitation(db::Tx& tx, std::int64_t person) {
  tx.exec("DELETE FROM mail_outbox WHERE kind = 'invite' AND to_person = $1 AND sent_at IS NULL", {person});
  flow::post(tx, "invite", person, "", "", "");
}

void post_address_proof(db::Tx& tx, std::int64_t person, const std::string& address) {
  forget_new_address(tx, person);
  flow::post(tx, "address", person, address, "", "");
}

void post_reset_asked(db::Tx& tx, std::string_view typed) { flow::post(tx, "reset_asked", 0, std::string(typed.substr(0, 254)), "", ""); }

namespace {

/// What happened to an account and how to answer: subject and words.
std::pair<std::string, std::string> news(db::ReadDb& db, const Message& what, const web::Request& r) {
  const std::string site = setting(db, "base_url"), address = r.address();
  const auto when = [&](Lang lang) { return format_instant(now(), lang) + (address.empty() ? "" : " · " + address); };
  return {"Nhịp Cầu: " + what.vi + " / " + what.en,
          what.vi + "\n" + when(Lang::vi) + "\n\nNếu không phải bạn làm: đổi cụm mật khẩu và kết thúc các lần đăng nhập khác ở " + site + "/account, rồi báo người quản trị.\n\n" + what.en + "\n" +
              when(Lang::en) + "\n\nIf this was not you: change the pass-phrase and end the other visits at " + site + "/account, and tell an administrator.\n"};
}

}  // namespace

void tell_owner(db::Tx& tx, std::int64_t person, const Message& what, const web::Request& r) {
  if (!mail_is_on(tx) || tx.integer("SELECT count(*) FROM person WHERE id = $1 AND email <> '' AND disabled = 0", {person}) == 0) return;
  const auto [subject, words] = news(tx, what, r);
  flow::post(tx, "security", person, "", subject, words);
}

void tell_former_address(db::Tx& tx, const std::string& address, const Message& what, const web::Request& r) {
  if (!mail_is_on(tx) || address.empty()) return;
  const auto [subject, words] = news(tx, what, r);
  flow::post(tx, "security", 0, address, subject, words);
}

}  // namespace nc::app
