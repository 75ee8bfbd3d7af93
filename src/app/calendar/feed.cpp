// The calendar as a subscription: a secret address for each person, that shows what this person may see and nothing more.
#include "app/calendar/view.h"
#include "app/common/hourly_limit.h"
#include "auth/account.h"
#include "base/hash.h"
#include "file/ics.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_token_bytes = 32, k_back_days = 60, k_ahead_days = 730;
constexpr std::int64_t k_most_an_hour = 60;  ///< programs ask once or twice an hour

/// Whose calendar it is: nobody when the address was renewed or the account is closed.
Actor actor_of_feed(db::ReadDb& db, std::string_view secret) {
  const auto row = db.first("SELECT p.login FROM calendar_feed f JOIN person p ON p.id = f.person_id WHERE f.token_hash = $1 AND p.disabled = 0", {sha256_hex(secret)});
  return row ? actor_of_login(db, db::as_text((*row)[0])) : Actor{};
}

const char* code_of(CalendarDay::Sort sort) {
  switch (sort) {
    case CalendarDay::Sort::occasion: return "occasion";
    case CalendarDay::Sort::founding: return "founding";
    case CalendarDay::Sort::agreement: return "agreement";
    case CalendarDay::Sort::delegation: return "delegation";
    case CalendarDay::Sort::activity: return "activity";
    case CalendarDay::Sort::duty: return "duty";
  }
  return "";
}

std::string describe(const CalendarDay& d, Lang lang) {
  std::string out = kind_label(d).in(lang);
  if (!d.sure) out += std::string("\n") + std::string(Text("Ngày chưa kiểm chứng: hỏi lại trước khi dùng.", "This day is not verified: ask before using it.").in(lang));
  if (d.overridden) out += "\n" + std::string(Text("Nguồn", "Source").in(lang)) + ": " + d.source;
  return out;
}

ics::Calendar calendar_of(db::ReadDb& db, const Actor& actor, Lang lang, const std::string& base_url) {
  ics::Calendar c;
  c.name = std::string(Text("Nhịp Cầu: lịch đối ngoại", "Nhịp Cầu: calendar").in(lang));
  c.description = actor.name;
  CalendarWish wish;
  wish.from = today().plus_days(-k_back_days);
  wish.to = today().plus_days(k_ahead_days);
  wish.delegations = wish.activities = wish.duties = true;
  for (const CalendarDay& d : calendar_days(db, actor, wish)) {
    ics::Event e;
    e.uid = std::string(code_of(d.sort)) + "-" + std::to_string(d.record) + "-" + (d.sort == CalendarDay::Sort::delegation || d.sort == CalendarDay::Sort::activity ? "0" : std::to_string(d.from.year())) + "@nhipcau";
    e.summary = d.title(lang);
    e.description = describe(d, lang);
    e.url = base_url + d.href;
    e.from = d.from;
    e.to = d.to;
    e.category = kind_label(d).in(lang);
    e.tentative = !d.sure;
    e.remind_days = d.sort == CalendarDay::Sort::duty ? 3 : d.round() ? 30 : d.has_greeting() ? 14 : 0;
    c.events.push_back(std::move(e));
  }
  return c;
}

std::string base_url_of(db::ReadDb& db, const web::Request& request) {
  if (std::string set = db::as_text(db.scalar("SELECT value FROM setting WHERE name = 'base_url'")); !set.empty()) return set;
  return (request.secure() ? "https://" : "http://") + std::string(request.header("host"));
}

web::Response feed(const reg::Context& context, HourlyLimit& limit, const web::Request& r) {
  const std::string secret(r.arg("secret"));
  if (!limit.take("from " + r.remote) || !limit.take("of " + sha256_hex(secret)))
    return web::Response{.status = 429, .headers = {{"Retry-After", "3600"}, {"Content-Type", "text/plain; charset=utf-8"}}, .body = "Too many requests: ask again in an hour."};
  web::Response out;
  context.db->read([&](db::ReadDb& db) {
    const Actor actor = actor_of_feed(db, secret);
    if (actor.id == 0) {
      out = web::refusal(410, Text("Địa chỉ lịch này không còn dùng. Lấy địa chỉ mới ở trang Lịch.", "This calendar address is no longer in use. Get a new one on the page of the calendar."));
      return;
    }
    out.body = ics::calendar(calendar_of(db, actor, r.query.get("lang") == "en" ? Lang::en : Lang::vi, base_url_of(db, r)), now());
    out.headers = {{"Content-Type", ics::k_type}, {"Cache-Control", "private, max-age=1800"}, {"Content-Disposition", "inline; filename=\"nhip-cau.ics\""}};
  });
  return out;
}

std::string address(db::ReadDb& db, const web::Request& r, const std::string& secret) { return base_url_of(db, r) + "/calendar/feed/" + secret + "/nhip-cau.ics"; }

web::Response settings_page(db::ReadDb& db, const Actor& actor, const Shell& shell, const std::string& shown) {
  const Lang lang = shell.lang;
  const auto since = db.first("SELECT created_at FROM calendar_feed WHERE person_id = $1", {actor.id});
  Html body(lang);
  if (!shown.empty()) {
    body << notice(lang, Tone::ok, "check", Html(lang) << Text("Chép địa chỉ này vào ứng dụng lịch (Thêm lịch theo địa chỉ). Trang này chỉ hiện một lần.", "Copy this address into your calendar program (subscribe by address). It is shown only once."))
         << "<p><code id=\"feed\" class=\"feed\">"_h << shown << "</code></p>"_h << copy_button(lang, Text("Chép địa chỉ", "Copy the address"), shown);
  } else if (since) {
    const std::string at = format_instant(db::as_int((*since)[0]), lang);
    body << "<p>"_h << Message("Địa chỉ hiện dùng được tạo lúc " + at + ".", "The present address was made at " + at + ".") << "</p>"_h;
  } else {
    body << "<p>"_h << Text("Chưa có địa chỉ lịch.", "There is no address yet.") << "</p>"_h;
  }
  body << "<p class=\"m2 sm\">"_h << Text("Ai có địa chỉ đều đọc được lịch của tài khoản này: không gửi cho người khác. Lộ thì lấy địa chỉ mới, địa chỉ cũ thôi dùng ngay.", "Whoever has the address reads the calendar of this account: keep it to yourself. If it leaks, get a new one; the old one ends at once.")
       << "</p><div class=\"bt-b\"><form class=\"inline-f\" method=\"post\" action=\"/calendar/feed\">"_h << hidden("csrf", shell.csrf)
       << button(lang, {.label = since ? Text("Lấy địa chỉ mới", "Get a new address") : Text("Tạo địa chỉ lịch", "Make an address"), .icon = "refresh", .kind = "primary"}) << "</form> "_h;
  if (since) body << "<form class=\"inline-f\" method=\"post\" action=\"/calendar/feed/end\">"_h << hidden("csrf", shell.csrf) << button(lang, {.label = Text("Ngừng", "End it"), .icon = "ban"}) << "</form>"_h;
  body << "</div>"_h;
  PageHead head;
  head.title = Text("Đăng ký lịch (.ics)", "Subscribe to the calendar (.ics)");
  head.crumbs = {{Text("Lịch", "Calendar"), "/calendar"}};
  return reg::respond(shell, head, card(lang, {.body = body}));
}

}  // namespace

void add_feed_pages(web::Router& router, const reg::Context& context) {
  router.get("/calendar/feed/{secret}/nhip-cau.ics", web::everybody(), [&context, limit = std::make_shared<HourlyLimit>(k_most_an_hour)](const web::Request& r) { return feed(context, *limit, r); });
  router.get("/calendar/feed", web::person().seeing("internal"), reg::page_handler(context, [](const web::Request&, db::ReadDb& db, const Actor& actor, Shell& shell) { return settings_page(db, actor, shell, ""); }));
  router.post("/calendar/feed", web::person().seeing("internal"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    const std::string secret = random_token(k_token_bytes);
    tx.exec("INSERT INTO calendar_feed (person_id, token_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at", {actor.id, sha256_hex(secret), now()});
    return settings_page(tx, actor, shell, address(tx, r, secret));
  }));
  router.post("/calendar/feed/end", web::person().seeing("internal"), reg::act_handler(context, [](const web::Request&, db::Tx& tx, const Actor& actor, Shell&) {
    tx.exec("DELETE FROM calendar_feed WHERE person_id = $1", {actor.id});
    return web::redirect("/calendar/feed");
  }));
}

}  // namespace nc::app
