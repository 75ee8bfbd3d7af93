// The clerk's page: one incoming paper after the other by keyboard, each with its arrival number at once.
#include <map>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "app/evidence/public.h"
#include "app/incoming/public.h"
#include "app/incoming/work.h"
#include "app/outgoing/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

/// In the order in which a clerk reads a paper; with how much of the line each takes.
constexpr std::pair<const char*, const char*> k_asked[] = {{"sender", "half"},    {"their_number", "half"}, {"their_date", "third"}, {"kind", "third"},  {"urgency", "third"},
                                                           {"title", "full"},     {"pages", "third"},       {"due", "third"},        {"arrived_on", "third"}};

struct Typed {
  std::map<std::string, std::string> values;
  Problems problems;
  std::string of(const std::string& name) const {
    const auto it = values.find(name);
    return it == values.end() ? std::string() : it->second;
  }
};

Control box(const reg::Field& f, const char* width, const Typed& typed, Lang lang) {
  Control c{.name = f.name, .label = f.label, .value = typed.of(f.name), .required = f.opt.required};
  c.width = width;
  for (const Problem& p : typed.problems)
    if (p.field == f.name) c.error = p.message.in(lang);
  if (f.kind == reg::Kind::date) c.type = "date";
  if (f.kind == reg::Kind::choice) {
    c.type = "select";
    for (const auto& o : f.opt.options->all()) c.options.emplace_back(o.code, capital(o.label.in(lang)));
  }
  c.autofocus = f.name == "sender" && typed.problems.empty();
  return c;
}

Html form(const Shell& s, const Typed& typed) {
  Html fields(s.lang);
  for (const auto& [name, width] : k_asked) fields << control(s.lang, box(*incoming_papers().find(name), width, typed, s.lang));
  Control file{.name = "file", .label = Text("Bản scan", "Scan"), .type = "file", .width = "full", .accept = ".pdf,image/*"};
  file.hint = Text("Giữ trong kho chứng cứ", "Kept in the store of evidence");
  for (const Problem& p : typed.problems)
    if (p.field == "file") file.error = p.message.in(s.lang);
  fields << control(s.lang, file);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : typed.problems) lines.emplace_back(p.field, p.message.in(s.lang));
  Html h(s.lang);
  if (!lines.empty()) h << error_summary(s.lang, lines);
  return h << "<form method=\"post\" novalidate action=\"/incoming/quick\" enctype=\"multipart/form-data\" class=\"card form\">"_h << hidden("csrf", s.csrf) << form_section(s.lang, Text("Văn bản vừa đến", "The paper that arrived"), fields)
           << "<div class=\"ff\">"_h << button(s.lang, {.label = Text("Vào sổ, ghi tiếp", "Write down, go on"), .icon = "hash", .kind = "primary", .key = "Ctrl ↵"}) << "</div></form>"_h;
}

/// The last papers of the office, the newest on top.
Html last_papers(db::ReadDb& db, const Actor& actor, Lang lang, std::int64_t just_now) {
  Table t;
  t.caption = Text("Vừa vào sổ", "Last written down");
  t.columns = {{.label = Text("Số đến", "Number"), .number = true}, {.label = Text("Trích yếu", "Subject"), .key = true}, {.label = Text("Số, ký hiệu", "Their number")}, {.label = Text("Ngày đến", "Arrived on")}};
  each_within(db, "SELECT t.id, t.number, t.title, t.sender, t.their_number, t.arrived_on, t.illustrative FROM incoming_paper t WHERE t.deleted = 0 AND t.org_id = $1", {actor.org}, org_scope(actor, "t"), "ORDER BY t.id DESC LIMIT 15", [&](const db::Row& r) {
    Row row;
    row.fresh = r.integer(0) == just_now;
    row.illustrative = r.integer(6) == 1;
    const auto day = Date::from_iso(r.text(5));
    row.cells = {Html(lang) << "<b>"_h << r.integer(1) << "</b>"_h, title_cell("/incoming/" + std::to_string(r.integer(0)), r.text(2), r.text(3)), Html(lang) << r.text(4), Html(lang) << (day ? format_date(*day, lang) : "")};
    t.rows.push_back(std::move(row));
    return true;
  });
  if (t.rows.empty()) return Html(lang) << "<p class=\"m2\">"_h << Text("Chưa có văn bản nào.", "No paper yet.") << "</p>"_h;
  return table(lang, t);
}

web::Response page(db::ReadDb& db, const Actor& actor, const Shell& s, const Typed& typed, std::int64_t just_now, int status = 200) {
  PageHead head;
  head.title = Text("Vào sổ văn bản đến", "Write down incoming papers");
  head.crumbs = {{incoming_papers().plural, "/incoming"}};
  Html h(s.lang);
  if (just_now > 0)
    each_within(db, "SELECT t.number, t.arrived_on FROM incoming_paper t WHERE t.id = $1", {just_now}, org_scope(actor, "t"), " ", [&](const db::Row& r) {
      const std::string n = std::to_string(r.integer(0));
      h << notice(s.lang, Tone::ok, "circle-check", Html(s.lang) << Message("Số đến " + n + ". Ghi số này vào dấu “ĐẾN” trên văn bản.", "Arrival number " + n + ". Write it into the stamp on the paper."));
      return false;
    });
  h << form(s, typed) << card(s.lang, {.title = Text("Vừa vào sổ", "Last written down"), .head_end = more_link(s.lang, Text("Cả sổ", "The whole book"), "/incoming"), .body = last_papers(db, actor, s.lang, just_now), .flush = true});
  return reg::respond(s, head, h, status);
}

/// A new form: today, official letter, ordinary; the day of arrival stays from paper to paper.
Typed blank(const web::Request& r) {
  const std::string day(r.query.get("day"));
  return {{{"kind", "cv"}, {"urgency", "normal"}, {"arrived_on", day.empty() ? format_date(today(), Lang::vi) : day}}, {}};
}

tl::expected<std::int64_t, Problems> write_down(const web::Request& r, db::Tx& tx, const Actor& actor, Typed& typed) {
  const reg::Description& d = incoming_papers();
  reg::Cells cells = fresh_record(d, actor.org);
  cells[static_cast<std::size_t>(d.column("status"))] = std::string("registered");
  Problems problems;
  for (const auto& asked : k_asked) {
    const std::string name = asked.first, value(r.form.get(name));
    typed.values[name] = value;
    if (value.empty()) continue;
    if (auto wrong = reg::set_text(tx, catalog(), actor, *d.find(name), value, cells)) problems.push_back({Code::invalid, *wrong, name});
  }
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  Actor writing = actor;  // the clerk need not be one of those who enter
  writing.functions.insert(Function::enter);
  const auto saved = reg::save(tx, catalog(), d, writing, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error());
  if (const web::Upload* scan = r.upload("file"); scan && !scan->bytes.empty()) {
    const KeptPaper kept{.org = actor.org, .register_name = d.name, .record = saved->id, .kind = "scan", .title = typed.of("title"), .source = typed.of("sender"), .number = typed.of("their_number"), .file_name = scan->filename};
    if (auto hash = keep_as_evidence(tx, actor, kept, scan->bytes); !hash) return tl::make_unexpected(Problems{{hash.error().code, hash.error().message, "file"}});
  }
  return saved->id;
}

web::Response post(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  Typed typed;
  const auto made = write_down(r, tx, actor, typed);
  if (made) return web::redirect("/incoming/quick?last=" + std::to_string(*made) + "&day=" + url_encode(typed.of("arrived_on")));
  typed.problems = made.error();
  return page(tx, actor, s, typed, 0, http_status(typed.problems.front().code));
}

}  // namespace

Html incoming_doors(const reg::PanelContext& x, const std::string&) {
  Html h(x.lang);
  if (!x.actor.sees(Sight::internal)) return h;
  h << "<p class=\"sm\">"_h;
  if (x.actor.may(Function::number) || x.actor.may(Function::enter)) h << "<a href=\"/incoming/quick\">"_h << Text("Vào sổ nhanh", "Write down quickly") << "</a> · "_h;
  h << "<a href=\"/incoming/book\">"_h << Text("In sổ văn bản đến", "Print the book") << "</a>"_h;
  if (x.actor.may(Function::number)) h << " · <a href=\"/outgoing/series\">"_h << Text("Dãy số trong năm", "Series of numbers of the year") << "</a>"_h;
  h << "</p>"_h;
  for (const Gap& gap : gaps_of(x.db, arrivals(x.actor.org, today().year()))) h << "<p class=\"sm m2\">"_h << gap_words(gap) << "</p>"_h;
  return h;
}

void add_incoming_pages(web::Router& router, const reg::Context& context) {
  router.get("/incoming/quick", web::person("enter,number").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return page(db, a, s, blank(r), parse_int(r.query.get("last")).value_or(0)); }));
  router.post("/incoming/quick", web::person("enter,number").seeing("internal"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post(r, tx, a, s); }));
  add_book_pages(router, context);
}

}  // namespace nc::app
