// Series of numbers of the year: the last number of each, and where a series goes on that began before this program.
#include "app/outgoing/draft.h"
#include "app/outgoing/public.h"
#include "app/outgoing/series.h"
#include "base/clock.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr std::int64_t k_most = 99'999;

struct Office { std::int64_t id = 0; std::string name; };

/// Organisations that issue papers of their own, within the person's reach.
std::vector<Office> offices(db::ReadDb& db, const Actor& actor) {
  std::vector<Office> out;
  db::Params params;
  std::string sql = "SELECT o.id, COALESCE(o.short_name, o.name) FROM organisation o WHERE o.deleted = 0 AND o.kind NOT IN ('locality', 'unit', 'liaison_board') AND (";
  append(sql, params, reach_scope(actor, "o"));
  db.each(db::Sql::built(sql + ") ORDER BY CASE WHEN o.kind LIKE '%union' THEN 0 ELSE 1 END, o.id"), params, [&](const db::Row& r) {
    out.push_back({r.integer(0), std::string(r.text(1))});
    return true;
  });
  return out;
}

struct Typed { std::string org, kind = "bc", last; Problems problems; };

Html form(const Shell& s, const std::vector<Office>& all, const Typed& typed) {
  const auto error_of = [&](std::string_view field) {
    for (const Problem& p : typed.problems)
      if (p.field == field) return p.message.in(s.lang);
    return std::string();
  };
  Control org{.name = "org", .label = Text("Đơn vị", "Organisation"), .value = typed.org, .required = true, .type = "select"};
  for (const Office& o : all) org.options.emplace_back(std::to_string(o.id), o.name);
  Control kind{.name = "kind", .label = Text("Loại văn bản", "Kind of paper"), .value = typed.kind, .required = true, .type = "select"};
  for (const auto& o : paper_kinds().all()) kind.options.emplace_back(o.code, o.label.in(s.lang));
  Control last{.name = "last", .label = Text("Số cuối đã cấp", "Last number given"), .value = typed.last, .required = true};
  last.hint = Text("Số kế tiếp là số đứng sau số này", "The next paper gets the number after it");
  last.error = error_of("last");
  org.error = error_of("org");
  Html h(s.lang);
  return h << "<form method=\"post\" action=\"/outgoing/series\" class=\"form-page\"><div>"_h << hidden("csrf", s.csrf) << control(s.lang, org) << control(s.lang, kind) << control(s.lang, last)
           << "<div class=\"bt-b\">"_h << button(s.lang, {.label = Text("Cấp tiếp từ đây", "Go on from here"), .icon = "hash", .kind = "primary"}) << "</div></div></form>"_h;
}

web::Response series_page(db::ReadDb& db, const Actor& actor, const Shell& s, const Typed& typed, int status = 200) {
  const int year = today().year();
  const auto all = offices(db, actor);
  Table t;
  t.caption = Message("Dãy số năm " + std::to_string(year), "Series of " + std::to_string(year));
  t.columns = {{.label = Text("Đơn vị", "Organisation"), .key = true}, {.label = Text("Loại văn bản", "Kind of paper")}, {.label = Text("Số cuối", "Last number"), .number = true}};
  for (const Office& o : all)
    for (const auto& k : paper_kinds().all())
      if (const std::int64_t last = last_of(db, {o.id, k.code, year}); last > 0) {
        Row row;
        row.cells = {Html(s.lang) << o.name, Html(s.lang) << k.label.in(s.lang), Html(s.lang) << printed(last)};
        t.rows.push_back(std::move(row));
      }
  Html h(s.lang);
  Card list{.title = t.caption, .note = Text("Mỗi đơn vị, mỗi loại văn bản, mỗi năm một dãy; số đã cấp không cấp lại", "One for each organisation, kind of paper and year; a number is given once")};
  if (t.rows.empty()) list.body = Html(s.lang) << "<p class=\"m2\">"_h << Text("Năm nay chưa cấp số nào.", "No number given this year yet.") << "</p>"_h;
  else list.body = table(s.lang, t), list.flush = true;
  h << card(s.lang, list);
  h << card(s.lang, {.title = Text("Cấp tiếp dãy số đã có", "Go on with a series"),
                     .note = Text("Khi bắt đầu dùng hệ thống giữa năm: ghi số cuối trong sổ giấy. Chỉ đặt được khi dãy chưa cấp số nào ở đây.",
                                  "When the office begins in the middle of a year: the last number of the paper book. Only while the series has given none here."),
                     .body = form(s, all, typed)});
  PageHead head;
  head.title = Text("Dãy số văn bản đi", "Series of numbers");
  head.crumbs = {{outgoing_papers().plural, "/outgoing"}};
  return reg::respond(s, head, h, status);
}

web::Response go_on(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  Typed typed{std::string(r.form.get("org")), std::string(r.form.get("kind")), std::string(r.form.get("last")), {}};
  const auto org = parse_int(typed.org), last = parse_int(typed.last);
  const auto all = offices(tx, actor);
  const bool known = org && std::any_of(all.begin(), all.end(), [&](const Office& o) { return o.id == *org; });
  if (!known || !paper_kinds().find(typed.kind)) typed.problems.push_back({Code::invalid, Text("Chọn đơn vị và loại văn bản trong danh sách.", "Choose organisation and kind from the lists."), "org"});
  if (!last || *last < 1 || *last > k_most) typed.problems.push_back({Code::invalid, Text("Số cuối là một số từ 1 đến 99999.", "The last number is between 1 and 99999."), "last"});
  if (typed.problems.empty() && !go_on_behind(tx, {*org, typed.kind, today().year()}, *last))
    typed.problems.push_back({Code::conflict, Text("Dãy này đã cấp số, không đặt lại được.", "The series has given numbers and can't be set any more."), "last"});
  if (!typed.problems.empty()) return series_page(tx, actor, s, typed, 422);
  ledger::Change change;
  change.register_name = outgoing_papers().name;
  change.action = "series";
  change.reason = "#" + typed.org + " " + typed.kind + " " + std::to_string(today().year()) + ": " + typed.last;
  ledger::append(tx, actor, std::move(change));
  return web::redirect("/outgoing/series");
}

}  // namespace

void add_outgoing_pages(web::Router& router, const reg::Context& context) {
  add_draft_pages(router, context);
  router.get("/outgoing/series", web::person("number"), reg::page_handler(context, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return series_page(db, a, s, {}); }));
  router.post("/outgoing/series", web::person("number"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return go_on(r, tx, a, s); }));
}

}  // namespace nc::app
