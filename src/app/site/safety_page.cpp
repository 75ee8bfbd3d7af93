// The page of those who look after the data: drills, signed heads, letters waiting.
#include <boost/json.hpp>

#include "app/evidence/pages.h"
#include "app/site/safety.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {
namespace {

bool may_see(const Actor& a) { return a.may(Function::administer) || a.may(Function::audit); }

Problem not_for_you() {
  return {Code::forbidden, Text("Trang này dành cho người quản trị và người xem nhật ký.", "This page is for administrators and auditors."), {}};
}

std::int64_t number_in(const boost::json::object& report, std::string_view name) {
  const auto* v = report.if_contains(name);
  return v && v->is_int64() ? v->get_int64() : 0;
}

Html drills_card(db::ReadDb& db, Lang lang) {
  Table t;
  t.caption = Text("Diễn tập khôi phục", "Restore drills");
  t.columns = {{.label = Text("Lúc", "When"), .key = true}, {.label = Text("Kết quả", "Result")}, {.label = Text("Bản ghi", "Records"), .number = true}, {.label = Text("Mục nhật ký", "Ledger entries"), .number = true},
               {.label = Text("Tệp chứng cứ", "Evidence files"), .number = true}, {.label = Text("Thời gian", "Took"), .number = true}};
  db.each("SELECT at, ms, ok, report FROM safety_run WHERE kind = 'drill' ORDER BY id DESC LIMIT 14", {}, [&](const db::Row& r) {
    boost::system::error_code broken;
    const auto parsed = boost::json::parse(std::string(r.text(3)), broken);
    const auto report = !broken && parsed.is_object() ? parsed.get_object() : boost::json::object{};
    Html result(lang);
    result << (r.integer(2) ? badge(lang, Text("khôi phục được", "restores"), Tone::ok, "check") : badge(lang, Text("có lỗi", "faults"), Tone::bad, "alert-triangle"));
    if (const auto* faults = report.if_contains("faults"); faults && faults->is_array())
      for (const auto& f : faults->get_array())
        if (f.is_string()) result << "<span class=\"tsub\">"_h << std::string_view(f.get_string()) << "</span>"_h;
    Row row;
    const auto number = [&](std::string_view name) { return Html(lang) << format_int(number_in(report, name), lang); };
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << format_instant(r.integer(0), lang) << "</span>"_h, result, number("records"), number("entries"), number("files"),
                 Html(lang) << format_decimal(static_cast<double>(r.integer(1)) / 1000, 1, lang) << " s"};
    t.rows.push_back(std::move(row));
    return true;
  });
  Card c{.title = Text("Diễn tập khôi phục", "Restore drills"), .note = Text("Mỗi đêm: sao lưu, khôi phục sang chỗ khác, kiểm tra cả bản sao", "Every night: back up, restore elsewhere, check the whole copy")};
  if (t.rows.empty()) c.body = Html(lang) << "<p class=\"m2\">"_h << Text("Chưa có lần nào.", "None yet.") << "</p>"_h;
  else c.body = table(lang, t), c.flush = true;
  return card(lang, c);
}

Html ledger_card(db::ReadDb& db, Lang lang) {
  const auto row = db.first("SELECT (SELECT seq FROM chain_head WHERE id = 1), (SELECT count(*) FROM signed_head), (SELECT max(at) FROM signed_head), (SELECT max(seq) FROM signed_head), "
                            "(SELECT count(*) FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL), (SELECT count(*) FROM flow_clock WHERE due < $1)", {today().iso()});
  const auto number = [&](std::size_t at) { return Html(lang) << format_int(db::as_int(row->at(at)), lang); };
  std::vector<Entry> entries{{Text("Mục trong nhật ký", "Entries of the ledger"), number(0)}, {Text("Đầu chuỗi đã ký", "Signed heads"), number(1)}};
  if (!db::is_null(row->at(2)))
    entries.push_back({Text("Lần ký gần nhất", "Last signed"), Html(lang) << format_instant(db::as_int(row->at(2)), lang) << Message(", đến mục ", ", up to entry ") << format_int(db::as_int(row->at(3)), lang)});
  entries.push_back({Text("Thư đang chờ gửi", "Letters waiting"), number(4)});
  entries.push_back({Text("Bản ghi quá hạn", "Records overdue"), number(5)});
  return card(lang, {.title = Text("Nhật ký và việc nền", "Ledger and chores"), .body = definition_list(lang, entries)});
}

web::Response safety_page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  if (!may_see(actor)) return reg::problem_page(s, not_for_you());
  PageHead head;
  head.title = Text("An toàn dữ liệu", "Safety of the data");
  if (actor.may(Function::administer))
    head.actions = Html(s.lang) << "<form method=\"post\" action=\"/safety/drill\">"_h << hidden("csrf", s.csrf)
                                << button(s.lang, {.label = Text("Diễn tập ngay", "Drill now"), .icon = "player-play", .kind = "primary"}) << "</form>"_h;
  return reg::respond(s, head, Html(s.lang) << drills_card(db, s.lang) << ledger_card(db, s.lang) << uploads_card(db, s.lang));
}

/// Copies and checks the whole database: outside of any transaction, one at a time.
web::Response drill_now(const reg::Context& c) {
  static std::mutex one_at_a_time;
  const std::unique_lock lock(one_at_a_time, std::try_to_lock);
  if (!lock) return web::refusal({Code::conflict, Text("Đang có một lần diễn tập. Chờ lần ấy xong.", "A drill is running. Wait for it to end."), {}});
  const auto done = drill(*c.db, *c.catalog, data_folder());
  return done ? web::redirect("/safety") : web::refusal(done.error());
}

}  // namespace

void add_safety_pages(web::Router& router, const reg::Context& context) {
  router.get("/safety", web::person("administer,audit"), reg::page_handler(context, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return safety_page(db, a, s); }));
  router.post("/safety/drill", web::person("administer"), reg::slow_handler(context, [&context](const web::Request&, const Actor&) { return drill_now(context); }));
}

}  // namespace nc::app
