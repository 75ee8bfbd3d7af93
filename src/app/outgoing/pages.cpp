// Series of numbers of the year: the last number of each, and where a series goes on that began before this program.
#include <algorithm>

#include "app/incoming/public.h"
#include "app/outgoing/draft.h"
#include "app/outgoing/public.h"
#include "app/outgoing/series.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr std::int64_t k_most = 99'999;
constexpr int k_reason = 300;

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

/// One of the books' series of the year: what the clerk chooses from.
struct Kind { std::string code; Message label; };
constexpr const char* k_arrivals = "in";

std::vector<Kind> kinds() {
  std::vector<Kind> out{{k_arrivals, Text("số đến (văn bản đến)", "arrivals (incoming papers)")}};
  for (const auto& k : paper_kinds().all()) out.push_back({std::string(k.code), k.label});
  return out;
}

Series series_of(std::int64_t org, const std::string& kind, int year) { return kind == k_arrivals ? arrivals(org, year) : Series{org, kind, year}; }

struct Typed { std::string org, kind = "bc", next{}, reason{}; Problems problems{}; };

Html form(const Shell& s, const std::vector<Office>& all, const Typed& typed) {
  const auto error_of = [&](std::string_view field) {
    for (const Problem& p : typed.problems)
      if (p.field == field) return p.message.in(s.lang);
    return std::string();
  };
  Control org{.name = "org", .label = Text("Đơn vị", "Organisation"), .value = typed.org, .required = true, .type = "select"};
  for (const Office& o : all) org.options.emplace_back(std::to_string(o.id), o.name);
  Control kind{.name = "kind", .label = Text("Dãy số", "Series"), .value = typed.kind, .required = true, .type = "select"};
  for (const Kind& k : kinds()) kind.options.emplace_back(k.code, capital(std::string(k.label.in(s.lang))));
  Control next{.name = "next", .label = Text("Số kế tiếp", "Next number"), .value = typed.next, .required = true};
  next.hint = Text("Sổ giấy dừng ở 317 thì ghi 318", "The paper book ends with 317: write 318");
  next.error = error_of("next");
  Control reason{.name = "reason", .label = Text("Lý do", "Reason"), .value = typed.reason, .error = error_of("reason"), .required = true};
  reason.hint = Text("Ghi vào sổ cùng khoảng số ở sổ giấy", "Stands in the book with the numbers kept on paper");
  reason.max_length = k_reason;
  org.error = error_of("org");
  org.width = kind.width = "half";
  reason.width = "full";
  Html h(s.lang);
  Html fields(s.lang);
  fields << control(s.lang, org) << control(s.lang, kind) << control(s.lang, next) << control(s.lang, reason);
  return h << "<form method=\"post\" novalidate action=\"/outgoing/series\" class=\"card form\">"_h << hidden("csrf", s.csrf) << form_section(s.lang, Text("Đặt số kế tiếp của một dãy", "Set the next number of a series"), fields)
           << "<p class=\"m2 sm cb\">"_h << Text("Dùng khi bắt đầu với hệ thống giữa năm. Chỉ đặt tiến lên; khoảng số ở sổ giấy được ghi vào sổ.", "For offices that begin in the middle of a year. Only forward; the numbers kept on paper are stated in the book.")
           << "</p><div class=\"ff\">"_h << button(s.lang, {.label = Text("Đặt số kế tiếp", "Set the next number"), .icon = "hash", .kind = "primary"}) << "</div></form>"_h;
}

/// Series of the year that have begun, each with what was kept on paper.
Table series_table(db::ReadDb& db, const std::vector<Office>& all, int year, Lang lang) {
  Table t;
  t.caption = Message("Dãy số năm " + std::to_string(year), "Series of " + std::to_string(year));
  t.columns = {{.label = Text("Đơn vị", "Organisation"), .key = true}, {.label = Text("Dãy số", "Series")}, {.label = Text("Số cuối", "Last number"), .number = true}, {.label = Text("Ở sổ giấy", "Kept on paper")}};
  for (const Office& o : all)
    for (const Kind& k : kinds()) {
      const Series series = series_of(o.id, k.code, year);
      const std::int64_t last = last_of(db, series);
      if (last == 0) continue;
      Html paper(lang);
      for (const Gap& g : gaps_of(db, series)) paper << "<p class=\"sm\">"_h << gap_words(g).in(lang) << "</p>"_h;
      Row row;
      row.cells = {Html(lang) << o.name, Html(lang) << capital(std::string(k.label.in(lang))), Html(lang) << printed(last), std::move(paper)};
      t.rows.push_back(std::move(row));
    }
  return t;
}

web::Response series_page(db::ReadDb& db, const Actor& actor, const Shell& s, const Typed& typed, int status = 200) {
  const auto all = offices(db, actor);
  const Table t = series_table(db, all, today().year(), s.lang);
  Html h(s.lang);
  Card list{.title = t.caption, .note = Text("Mỗi đơn vị, mỗi dãy, mỗi năm đếm riêng; số đã cấp không cấp lại", "One for each organisation, kind and year; a number is given once")};
  if (t.rows.empty()) list.body = Html(s.lang) << "<p class=\"m2\">"_h << Text("Năm nay chưa cấp số nào.", "No number given this year yet.") << "</p>"_h;
  else list.body = table(s.lang, t), list.flush = true;
  h << card(s.lang, list);
  h << form(s, all, typed);
  PageHead head;
  head.title = Text("Dãy số văn bản", "Series of numbers");
  head.crumbs = {{outgoing_papers().plural, "/outgoing"}};
  return reg::respond(s, head, h, status);
}

web::Response go_on(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  Typed typed{std::string(r.form.get("org")), std::string(r.form.get("kind")), std::string(r.form.get("next")), mended(r.form.get("reason")), {}};
  const auto org = parse_int(typed.org), next = parse_int(typed.next);
  const auto all = offices(tx, actor);
  const auto choices = kinds();
  const bool known = org && std::ranges::any_of(all, [&](const Office& o) { return o.id == *org; }) && std::ranges::any_of(choices, [&](const Kind& k) { return k.code == typed.kind; });
  if (!known) typed.problems.push_back({Code::invalid, Text("Chọn đơn vị và dãy số trong danh sách.", "Choose organisation and series from the lists."), "org"});
  if (!next || *next < 2 || *next > k_most) typed.problems.push_back({Code::invalid, Text("Số kế tiếp là một số từ 2 đến 99999.", "The next number is between 2 and 99999."), "next"});
  if (typed.reason.empty() || letter_count(typed.reason) > k_reason)
    typed.problems.push_back({Code::invalid, Text("Ghi lý do, nhiều nhất 300 chữ cái: ví dụ từ tháng 8 mới dùng hệ thống.", "Give the reason in 300 letters at most: the office began with the system in August."), "reason"});
  if (typed.problems.empty()) {
    const auto set = go_on_from(tx, actor, series_of(*org, typed.kind, today().year()), *next, typed.reason, typed.kind == k_arrivals ? incoming_papers().name : outgoing_papers().name);
    if (!set) typed.problems.push_back(set.error());
  }
  if (!typed.problems.empty()) return series_page(tx, actor, s, typed, 422);
  return web::redirect("/outgoing/series");
}

}  // namespace

void add_outgoing_pages(web::Router& router, const reg::Context& context) {
  add_draft_pages(router, context);
  router.get("/outgoing/series", web::person("number"), reg::page_handler(context, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return series_page(db, a, s, {.org = std::to_string(a.org)}); }));
  router.post("/outgoing/series", web::person("number"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return go_on(r, tx, a, s); }));
}

}  // namespace nc::app
