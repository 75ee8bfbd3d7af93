// While an aid item is carried out: reports it owes by its decree, its earlier and later years, its renewal, its plan.
#include "app/aid/follow.h"

#include <algorithm>

#include "app/aid/lists.h"
#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/grid.h"
#include "app/common/within.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

void put(const reg::Description& d, reg::Cells& cells, const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); }
Date day_of_cell(const reg::Description& d, const reg::Cells& cells, const char* column) { return Date::from_iso(d.text(cells, column)).value_or(Date{}); }
std::string aid_url(std::int64_t id, const std::string& more = {}) { return "/aid/" + std::to_string(id) + more; }

Grid plan_grid() {
  return {.what = &aid_plans(),
          .name = "plan",
          .title = Text("Kế hoạch giải ngân", "Planned disbursements"),
          .hint = Text("Mỗi dòng một lần dự kiến: ngày, mục chi, số tiền. Đường kế hoạch và phần chậm tính từ đây.", "A line for each planned payment: day, budget line, amount. The curve and what is late come from here."),
          .fields = {{"date", 2}, {"item", 4}, {"amount", 3}, {"received_on", 3}},
          .carry = {},
          .order = {"date"}};
}

// ---- reports owed ----------------------------------------------------------------------------------------

struct Owed { std::string kind, basis; Date since, until, due; };

/// What the decree wants over the time of the item: each half-year, each year, and the end.
std::vector<Owed> owed_by(db::ReadDb& db, const std::string& decree, Date from, Date to) {
  std::vector<Owed> out;
  if (!from || !to || to < from) return out;
  const std::string law = aid_decrees().label(decree, Lang::vi);
  const auto want = [&](const char* kind, Date since, Date until) {
    const auto limit = aid_limit(db, decree, kind);
    if (!limit) return;
    out.push_back({kind, law + (limit->verified ? "" : " (chưa kiểm chứng)"), since, until, limit->after(until)});
  };
  for (int year = from.year(); year <= to.year() && year < from.year() + 20; ++year) {
    const Date start = std::max(from, *Date::from_ymd(year, 1, 1)), half = *Date::from_ymd(year, 6, 30), end = std::min(to, *Date::from_ymd(year, 12, 31));
    if (start <= half && to > half) want("six_month", start, half);
    if (to > end || end == *Date::from_ymd(year, 12, 31)) want("annual", start, end);
  }
  want("completion", from, to);
  return out;
}

/// Writes what is missing; what somebody entered stays. How many were written.
Result<int> write_owed(db::Tx& tx, const Actor& actor, const reg::Cells& aid) {
  const reg::Description& d = aid_reports();
  const std::int64_t id = db::as_int(aid[reg::k_id]);
  const std::string decree = aids().text(aid, "decree");
  const Date from = day_of_cell(aids(), aid, "from_date"), to = day_of_cell(aids(), aid, "to_date");
  if (decree.empty()) return refuse(Code::invalid, Text("Chưa biết nghị định nào áp dụng. Ghi ngày phê duyệt, hoặc chọn nghị định ở ô Nghị định áp dụng.", "The governing decree is not known. Enter the day of approval, or choose the decree."));
  if (!from || !to) return refuse(Code::invalid, Text("Ghi thời gian thực hiện từ ngày, đến ngày rồi lập lịch báo cáo.", "Enter from when to when the item runs, then write the days."));
  int written = 0;
  for (const Owed& o : owed_by(tx, decree, from, to)) {
    if (tx.first("SELECT 1 FROM aid_report WHERE deleted = 0 AND aid = $1 AND kind = $2 AND due = $3", {id, o.kind, o.due.iso()})) continue;
    reg::Cells cells = fresh_record(d, db::as_int(aid[reg::k_org]), db::as_int(aid[reg::k_illustrative]) != 0);
    put(d, cells, "aid", id);
    put(d, cells, "kind", o.kind);
    put(d, cells, "since", o.since.iso());
    put(d, cells, "until", o.until.iso());
    put(d, cells, "due", o.due.iso());
    put(d, cells, "basis", o.basis);
    if (auto saved = reg::save(tx, catalog(), d, actor, std::move(cells)); !saved) return tl::make_unexpected(saved.error().front());
    ++written;
  }
  return written;
}

Response report_days(const Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
  const auto cells = reg::load(tx, aids(), actor, reg::id_of(r));
  if (!cells) return reg::problem_page(s, cells.error());
  const auto written = write_owed(tx, actor, *cells);
  if (!written) return reg::problem_page(s, written.error());
  return web::redirect(aid_url(reg::id_of(r)) + "#reports");
}

// ---- renewal ---------------------------------------------------------------------------------------------

/// "..., năm thứ 8": the year at the end of a title is replaced, else added.
std::string title_of_year(std::string title, std::int64_t year, bool vi) {
  const std::string mark = vi ? ", năm thứ " : ", year ";
  if (const auto at = title.rfind(mark); at != std::string::npos && title.find_first_not_of("0123456789", at + mark.size()) == std::string::npos) title.resize(at);
  return title + mark + std::to_string(year);
}

struct Renewal {
  std::string title, year, from, to, amount, committed_on, doc;
  Problems problems;
};

Renewal draft_of(const reg::Cells& cells) {
  const reg::Description& d = aids();
  Renewal out;
  const std::int64_t next = std::max<std::int64_t>(1, db::as_int(cells[static_cast<std::size_t>(d.column("year_no"))])) + 1;
  const Date to = day_of_cell(d, cells, "to_date"), from = to ? to.plus_days(1) : day_of_cell(d, cells, "from_date").plus_months(12);
  out.title = title_of_year(d.text(cells, "title"), next, true);
  out.year = std::to_string(next);
  if (from) out.from = format_date(from, Lang::vi), out.to = format_date(from.plus_months(12).plus_days(-1), Lang::vi);
  out.committed_on = format_date(today(), Lang::vi);
  return out;
}

Response renew_page(db::ReadDb& db, const Shell& s, const reg::Cells& cells, const Renewal& typed, int status) {
  const Lang lang = s.lang;
  const std::int64_t id = db::as_int(cells[reg::k_id]);
  const auto error_of = [&](std::string_view field) {
    for (const Problem& p : typed.problems)
      if (p.field == field) return p.message.in(lang);
    return std::string();
  };
  const auto box = [&](const char* name, Message label, const std::string& value, const char* type, bool required, const char* width, Message hint = {}) {
    Control c{.name = name, .label = std::move(label), .hint = std::move(hint), .value = value, .error = error_of(name), .required = required, .type = type};
    c.width = width;
    return control(lang, c);
  };
  Html h(lang), fields(lang);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : typed.problems) lines.emplace_back(p.field, p.message.in(lang));
  if (!lines.empty()) h << error_summary(lang, lines);
  fields << box("title", Text("Tên khoản của năm mới", "Title of the new year"), typed.title, "text", true, "full") << box("year", Text("Năm thứ", "Year number"), typed.year, "number", true, "third")
         << box("from", Text("Thực hiện từ", "From"), typed.from, "date", true, "third") << box("to", Text("Đến ngày", "To"), typed.to, "date", true, "third")
         << box("amount", Text("Giá trị cam kết", "Committed value"), typed.amount, "text", false, "third", Text("Để trống khi chưa rõ", "Empty when not known"))
         << box("committed_on", Text("Ngày cam kết", "Committed on"), typed.committed_on, "date", false, "third") << box("doc", Text("Văn bản tái ký", "Paper of the renewal"), typed.doc, "text", false, "third");
  h << notice(lang, Tone::info, "info-circle", Html(lang) << Text("Nhà tài trợ, đơn vị tiếp nhận, lĩnh vực, địa bàn và nhóm hưởng lợi được chép sang. Khoản cũ giữ nguyên; hai khoản nối thành chuỗi.",
                                                                  "Donor, recipients, field, places and beneficiary groups are copied. The earlier item stays as it is; both form a chain."))
    << "<form class=\"card form\" method=\"post\" action=\""_h << Url{aid_url(id, "/renew")} << "\">"_h << hidden("csrf", s.csrf) << "<div class=\"cb\">"_h << form_section(lang, Text("Năm mới", "New year"), fields) << "</div><div class=\"ff\">"_h
    << button(lang, {.label = Text("Tái ký", "Renew"), .icon = "repeat", .kind = "primary"}) << button(lang, {.label = Text("Về khoản viện trợ", "Back to the item"), .href = aid_url(id), .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = Message("Tái ký: " + aids().title_of(cells, Lang::vi), "Renew: " + aids().title_of(cells, Lang::en));
  head.crumbs = {{aids().plural, "/aid"}, {Message(db::as_text(cells[reg::k_code]), db::as_text(cells[reg::k_code])), aid_url(id)}};
  (void)db;
  return reg::respond(s, head, h, status);
}

/// The item of the next year; nullopt when there is none.
std::optional<std::pair<std::int64_t, std::string>> next_year(db::ReadDb& db, std::int64_t id) {
  const auto row = db.first("SELECT id, code FROM aid WHERE deleted = 0 AND series = $1 ORDER BY id LIMIT 1", {id});
  if (!row) return std::nullopt;
  return std::pair{db::as_int((*row)[0]), db::as_text((*row)[1])};
}

Problem renewed_already(const std::string& code) { return {Code::conflict, {"Khoản này đã tái ký thành " + code + ". Tái ký tiếp từ khoản ấy.", "This item was renewed as " + code + ". Renew that one."}, {}}; }

Date typed_day(const std::string& text, const char* field, bool required, Problems& problems) {
  if (text.empty() && !required) return {};
  const auto day = parse_date(text);
  if (!day) {
    problems.push_back({Code::invalid, day.error().message, field});
    return {};
  }
  return *day;
}

void copy_groups(db::Tx& tx, const Actor& actor, std::int64_t from, std::int64_t to) {
  const reg::Description& d = aid_beneficiaries();
  std::vector<std::int64_t> ids;
  tx.each("SELECT id FROM aid_beneficiary WHERE deleted = 0 AND aid = $1 ORDER BY id", {from}, [&](const db::Row& r) { return ids.push_back(r.integer(0)), true; });
  for (const std::int64_t id : ids) {
    auto cells = reg::load(tx, d, actor, id);
    if (!cells) continue;
    (*cells)[reg::k_id] = (*cells)[reg::k_version] = std::int64_t{0};
    (*cells)[reg::k_code] = db::Value();
    put(d, *cells, "aid", to);
    // Groups go over; how many people they are in the new year is not known yet.
    for (const char* count : {"direct", "indirect", "households", "female"}) put(d, *cells, count, db::Value()), put(d, *cells, (std::string(count) + "_q").c_str(), std::string("unknown"));
    put(d, *cells, "as_of", db::Value());
    (void)reg::save(tx, catalog(), d, actor, std::move(*cells));
  }
}

Response renew(const Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
  const std::int64_t id = reg::id_of(r);
  const auto old = reg::load(tx, aids(), actor, id);
  if (!old) return reg::problem_page(s, old.error());
  if (const auto there = next_year(tx, id)) return reg::problem_page(s, renewed_already(there->second));
  Renewal typed{std::string(r.form.get("title")), std::string(r.form.get("year")), std::string(r.form.get("from")), std::string(r.form.get("to")), std::string(r.form.get("amount")), std::string(r.form.get("committed_on")), std::string(r.form.get("doc")), {}};
  const auto year = parse_int(typed.year);
  if (!year || *year < 2 || *year > 100) typed.problems.push_back({Code::invalid, Text("Năm thứ là số từ 2 đến 100.", "The year number is between 2 and 100."), "year"});
  const Date from = typed_day(typed.from, "from", true, typed.problems), to = typed_day(typed.to, "to", true, typed.problems), on = typed_day(typed.committed_on, "committed_on", !typed.amount.empty(), typed.problems);
  std::optional<Amount> amount;
  if (!typed.amount.empty()) {
    const auto read = parse_amount(typed.amount);
    if (read) amount = *read;
    else typed.problems.push_back({Code::invalid, read.error().message, "amount"});
  }
  const auto again = [&] { return renew_page(tx, s, *old, typed, 422); };
  if (!typed.problems.empty()) return again();
  const reg::Description& d = aids();
  reg::Cells now = *old;
  now[reg::k_id] = now[reg::k_version] = std::int64_t{0};
  now[reg::k_code] = db::Value();
  for (const char* empty : {"decision_no", "decision_date", "authority", "decree", "result", "appraise_by", "start_by", "ended_on", "same_as", "value", "value_cur"}) put(d, now, empty, db::Value());
  put(d, now, "value_q", std::string("unknown"));
  now[reg::k_note] = db::Value();
  put(d, now, "title", typed.title);
  if (const std::string en = d.text(*old, "title_en"); !en.empty()) put(d, now, "title_en", title_of_year(en, *year, false));
  put(d, now, "status", std::string("mobilising"));
  put(d, now, "series", id);
  put(d, now, "year_no", *year);
  put(d, now, "from_date", from ? db::Value(from.iso()) : db::Value());
  put(d, now, "to_date", to ? db::Value(to.iso()) : db::Value());
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(now), {.reason = {}, .batch = {}, .action = {}});
  if (!saved) {
    typed.problems = saved.error();
    for (Problem& p : typed.problems) p.field = p.field == "from_date" ? "from" : p.field == "to_date" ? "to" : p.field == "year_no" ? "year" : p.field;
    return again();
  }
  if (amount) {
    const reg::Description& v = aid_values();
    reg::Cells value = fresh_record(v, db::as_int((*old)[reg::k_org]), db::as_int((*old)[reg::k_illustrative]) != 0);
    put(v, value, "aid", saved->id);
    put(v, value, "basis", std::string("committed"));
    put(v, value, "date", on.iso());
    put(v, value, "amount", amount->money.minor);
    put(v, value, "amount_cur", std::string(amount->money.currency.code()));
    put(v, value, "amount_q", std::string(code(amount->qualifier)));
    if (!typed.doc.empty()) put(v, value, "doc", typed.doc);
    if (const auto kept = reg::save(tx, catalog(), v, actor, std::move(value)); !kept) {
      typed.problems = kept.error();
      return again();
    }
  }
  copy_groups(tx, actor, id, saved->id);
  return web::redirect(aid_url(saved->id) + "?done=created&change=" + std::to_string(saved->change));
}

// ---- the chain -------------------------------------------------------------------------------------------

struct Link { std::int64_t id = 0, series = 0, year = 0; std::string code, title, status; std::optional<Money> value; Date from; bool illustrative = false; };

/// All years of the chain that the record belongs to, as far as the person sees them.
std::vector<Link> chain_of(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  std::vector<Link> out;
  each_within(db,
              "WITH RECURSIVE up(id, series, depth) AS (SELECT id, series, 0 FROM aid WHERE id = $1 UNION ALL SELECT a.id, a.series, up.depth + 1 FROM aid a JOIN up ON a.id = up.series WHERE up.depth < 100), "
              "chain(id, depth) AS (SELECT id, 0 FROM up WHERE series IS NULL OR series = 0 UNION ALL SELECT a.id, chain.depth + 1 FROM aid a JOIN chain ON a.series = chain.id WHERE a.deleted = 0 AND chain.depth < 100) "
              "SELECT x.id, x.series, x.year_no, x.code, x.title, x.status, x.value, x.value_cur, x.from_date, x.illustrative FROM aid x WHERE x.deleted = 0 AND x.id IN (SELECT id FROM chain)",
              {id}, org_scope(actor, "x"), "ORDER BY x.year_no, x.from_date, x.id", [&](const db::Row& r) {
                Link l;
                l.id = r.integer(0), l.series = r.integer(1), l.year = r.integer(2), l.code = r.text(3), l.title = r.text(4), l.status = r.text(5);
                if (const auto currency = Currency::from_code(r.text(7)); currency && !r.null(6)) l.value = Money{r.integer(6), *currency};
                l.from = Date::from_iso(r.text(8)).value_or(Date{});
                l.illustrative = r.integer(9) != 0;
                out.push_back(std::move(l));
                return true;
              });
  return out;
}

}  // namespace

Html aid_chain_panel(const reg::PanelContext& x) {
  const auto chain = chain_of(x.db, x.actor, x.id);
  const std::string status = x.what.text(x.cells, "status");
  const bool open = status == "implementing" || status == "completed" || status == "closed";
  const bool renewed = next_year(x.db, x.id).has_value();
  if (chain.size() < 2 && (!open || !x.actor.may(Function::enter))) return Html(x.lang);
  std::vector<ListItem> items;
  for (const Link& l : chain) {
    ListItem i;
    i.icon = l.id == x.id ? "point" : "repeat";
    i.title = Html(x.lang) << (l.year > 0 ? Message("Năm thứ " + std::to_string(l.year), "Year " + std::to_string(l.year)) : l.series == 0 ? Message(Text("Khoản đầu", "First item")) : Message(l.code, l.code));
    if (l.illustrative) i.title << " "_h << illustrative_mark(x.lang);
    i.detail = Html(x.lang) << capital(aid_states().label(l.status, x.lang)) << (l.from ? ", " + std::to_string(l.from.year()) : std::string());
    i.end = Html(x.lang) << (l.value ? format_money_short(*l.value, x.lang) : std::string());
    if (l.id != x.id) i.href = aid_url(l.id);
    items.push_back(std::move(i));
  }
  Html body(x.lang), end(x.lang);
  if (chain.size() > 1) body << item_list(x.lang, items);
  else body << "<p class=\"m2\">"_h << Text("Nhà tài trợ ký tiếp thì mỗi năm là một khoản nối vào khoản này.", "When the donor goes on, each year is an item of its own, linked to this one.") << "</p>"_h;
  if (open && !renewed && x.actor.may(Function::enter)) end << button(x.lang, {.label = Text("Tái ký", "Renew"), .icon = "repeat", .href = aid_url(x.id, "/renew"), .small = true});
  return card(x.lang, {.title = Text("Chuỗi tái ký", "Renewals"), .head_end = end, .body = body, .id = "chain"});
}

Html aid_source_panel(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT o.id, o.title, o.committed_on FROM aid_opportunity o WHERE o.deleted = 0 AND o.aid = $1", {x.id}, org_scope(x.actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
    ListItem i;
    i.icon = "target-arrow";
    i.href = "/aid-opportunities/" + std::to_string(r.integer(0));
    i.title = Html(x.lang) << r.text(1);
    const auto day = Date::from_iso(r.text(2));
    i.detail = Html(x.lang) << Text("cam kết", "committed") << " "_h << (day ? format_date(*day, x.lang) : std::string());
    items.push_back(std::move(i));
    return true;
  });
  if (items.empty()) return Html(x.lang);
  return card(x.lang, {.title = Text("Từ cơ hội vận động", "From the talks"), .body = item_list(x.lang, items)});
}

Html aid_reports_panel(const reg::PanelContext& x) {
  Table t;
  t.caption = aid_reports().plural;
  t.columns = {{.label = Text("Báo cáo", "Report"), .key = true}, {.label = Text("Hạn", "Due")}, {.label = Text("Đã gửi", "Sent")}, {.label = Text("Căn cứ", "Basis")}};
  each_within(x.db, "SELECT r.id, r.kind, r.until, r.due, r.sent_on, r.basis, r.illustrative FROM aid_report r WHERE r.deleted = 0 AND r.aid = $1", {x.id}, org_scope(x.actor, "r"), "ORDER BY r.due, r.id", [&](const db::Row& r) {
    const Date until = Date::from_iso(r.text(2)).value_or(Date{}), due = Date::from_iso(r.text(3)).value_or(Date{}), sent = Date::from_iso(r.text(4)).value_or(Date{});
    Row row;
    row.illustrative = r.integer(6) != 0;
    Html state(x.lang);
    if (sent) state << format_date(sent, x.lang) << (sent > due ? " " : "") << (sent > due ? badge(x.lang, Text("trễ", "late"), Tone::warn) : Html(x.lang));
    else if (due < today()) state << badge(x.lang, Text("quá hạn", "overdue"), Tone::bad, "clock");
    else state << "<span class=\"none\">–</span>"_h;
    if (!sent && x.actor.may(Function::enter)) state << " <a href=\"/aid-reports/"_h << r.integer(0) << "/edit\">"_h << Text("ghi đã gửi", "enter as sent") << "</a>"_h;
    row.cells = {title_cell("/aid-reports/" + std::to_string(r.integer(0)), capital(aid_report_kinds().label(r.text(1), x.lang)), until ? (x.lang == Lang::vi ? "đến " : "to ") + format_date(until, x.lang) : std::string()),
                 Html(x.lang) << "<span class=\"nw\">"_h << format_date(due, x.lang) << "</span>"_h, state, Html(x.lang) << "<span class=\"sm m2\">"_h << r.text(5) << "</span>"_h};
    t.rows.push_back(std::move(row));
    return true;
  });
  const std::string status = x.what.text(x.cells, "status");
  const bool running = status == "approved" || status == "implementing" || status == "completed" || status == "suspended";
  if (t.rows.empty() && !running) return Html(x.lang);
  Html body(x.lang), end(x.lang);
  if (t.rows.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có báo cáo nào. Lập lịch theo nghị định áp dụng; hạn nhớ lại mà chưa đối chiếu thì ghi rõ chưa kiểm chứng.", "No reports yet. Write the days by the governing decree; those not yet checked against its text say so.") << "</p>"_h;
  else body << table(x.lang, t);
  if (x.actor.may(Function::enter) && !x.actor.preview()) {
    if (running) end << "<form class=\"inline-f\" method=\"post\" action=\""_h << Url{aid_url(x.id, "/report-days")} << "\">"_h << hidden("csrf", x.csrf) << button(x.lang, {.label = Text("Lập lịch báo cáo", "Write the days"), .icon = "calendar-plus", .small = true}) << "</form> "_h;
    end << button(x.lang, {.label = Text("Ghi báo cáo", "Add a report"), .icon = "plus", .href = "/aid-reports/new?aid=" + url_encode(db::as_text(x.cells[reg::k_code])), .small = true});
  }
  return card(x.lang, {.title = Text("Báo cáo phải gửi", "Reports owed"), .body = body, .foot = end, .flush = !t.rows.empty(), .id = "reports"});
}

void add_aid_follow_pages(web::Router& router, const reg::Context& context) {
  add_grid_pages(router, context, plan_grid());
  router.post("/aid/{id}/report-days", web::person("enter").of("aid"), reg::act_handler(context, report_days));
  router.get("/aid/{id}/renew", web::person("enter").of("aid"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
    const auto cells = reg::load(db, aids(), actor, reg::id_of(r));
    if (!cells) return reg::problem_page(s, cells.error());
    if (const auto there = next_year(db, reg::id_of(r))) return reg::problem_page(s, renewed_already(there->second));
    return renew_page(db, s, *cells, draft_of(*cells), 200);
  }));
  router.post("/aid/{id}/renew", web::person("enter").of("aid"), reg::act_handler(context, renew));
}

}  // namespace nc::app
