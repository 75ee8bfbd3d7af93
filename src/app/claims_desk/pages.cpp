// The page of the claims desk, and settling and opening again.
#include <algorithm>
#include <array>

#include "app/catalog.h"
#include "app/claims_desk/cases.h"
#include "app/claims_desk/public.h"
#include "app/evidence/public.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

constexpr int k_most = 1000;
constexpr std::size_t k_page = 50;

struct Named { Verdict verdict; const char* code; Text label, plural; Tone tone; const char* icon; };
const std::array<Named, 5>& verdicts() {
  static const std::array<Named, 5> all{{{Verdict::differs, "differs", {"Lệch", "Differs"}, {"Lệch sổ", "Differ"}, Tone::bad, "alert-triangle"},
                                         {Verdict::clashes, "clashes", {"Vênh nhau", "Clashes"}, {"Vênh nhau", "Clash"}, Tone::warn, "scale"},
                                         {Verdict::uncounted, "uncounted", {"Không đếm được", "Can't be counted"}, {"Không đếm được", "Can't be counted"}, Tone::neutral, "circle-dashed"},
                                         {Verdict::agrees, "agrees", {"Khớp", "Agrees"}, {"Khớp sổ", "Agree"}, Tone::ok, "check"},
                                         {Verdict::settled, "settled", {"Đã chốt", "Settled"}, {"Đã chốt", "Settled"}, Tone::info, "checks"}}};
  return all;
}
const Named& named(Verdict v) {
  for (const Named& n : verdicts())
    if (n.verdict == v) return n;
  return verdicts().front();
}

/// What wants somebody's eye stands first.
int rank(Verdict v) { return v == Verdict::differs ? 0 : v == Verdict::clashes ? 1 : v == Verdict::uncounted ? 2 : v == Verdict::agrees ? 3 : 4; }

struct Desk {
  const std::vector<Case>& all;
  std::string state, q, org;
  std::size_t offset = 0;
  const Actor& actor;
  const Shell& shell;
  Lang lang;
  bool settles() const { return actor.may(Function::check) && !actor.preview(); }
  bool fits_words(const Case& c) const {
    if (!org.empty() && c.about != org) return false;
    if (q.empty()) return true;
    const std::string wanted = fold(q);
    return fold(c.statement.vi).find(wanted) != std::string::npos || fold(c.statement.en).find(wanted) != std::string::npos || fold(c.indicator) == wanted || fold(c.code) == wanted;
  }
  bool shown(const Case& c) const { return fits_words(c) && (state.empty() || named(c.verdict).code == state); }
  std::string url(const std::string& with_state, std::size_t from = 0) const {
    std::string out = "/claims-desk?state=" + with_state;
    if (!q.empty()) out += "&q=" + url_encode(q);
    if (!org.empty()) out += "&org=" + url_encode(org);
    if (from > 0) out += "&offset=" + std::to_string(from);
    return out;
  }
};

std::string dated_words(const Case& c, Lang lang) { return c.period.from && c.period.to ? period_words(c.period, lang) : std::string(lang == Lang::vi ? "chưa rõ kỳ" : "not said"); }

Html state_tabs(const Desk& d) {
  std::vector<Tab> tabs_in;
  const auto count = [&](auto wanted) { return std::to_string(std::count_if(d.all.begin(), d.all.end(), wanted)); };
  tabs_in.push_back({.label = Text("Tất cả", "All"), .href = d.url(""), .count = count([&](const Case& c) { return d.fits_words(c); }), .on = d.state.empty()});
  for (const Named& n : verdicts())
    tabs_in.push_back({.label = n.plural, .href = d.url(n.code), .count = count([&](const Case& c) { return d.fits_words(c) && c.verdict == n.verdict; }), .on = d.state == n.code});
  return tabs(d.lang, Text("Kết luận", "Verdict"), tabs_in);
}

Html filters(const Desk& d) {
  std::vector<std::pair<std::string, std::string>> orgs{{"", d.lang == Lang::vi ? "Mọi đơn vị" : "All organisations"}};
  for (const Case& c : d.all)
    if (std::none_of(orgs.begin(), orgs.end(), [&](const auto& o) { return o.first == c.about; })) orgs.emplace_back(c.about, c.about_name);
  Control org{.name = "org", .label = Text("Đơn vị", "Organisation"), .value = d.org, .type = "select", .options = orgs, .width = "third"};
  Control q{.name = "q", .label = Text("Từ khóa, mã chỉ tiêu", "Words, indicator"), .value = d.q, .width = "third"};
  org.required = q.required = true;  // no "optional" behind the labels of a filter; the form itself does not insist
  Html h(d.lang);
  return h << "<form method=\"get\" action=\"/claims-desk\" class=\"cd-f\" novalidate>"_h << hidden("state", d.state) << "<div class=\"fgrid\">"_h << control(d.lang, org) << control(d.lang, q) << "</div>"_h
           << "<div class=\"bt-b\">"_h << button(d.lang, {.label = Text("Lọc", "Filter"), .icon = "filter"}) << "</div></form>"_h;
}

Html settle_form(const Desk& d, const Case& c) {
  const bool reopen = c.verdict == Verdict::settled;
  Control reason{.name = "reason", .label = reopen ? Text("Vì sao mở lại", "Why it is opened again") : Text("Vì sao chốt", "Why it is settled"), .required = true, .type = "textarea", .max_length = 1000, .width = "full"};
  if (!reopen) reason.hint = Text("Ví dụ: số của toàn thành phố, Liên hiệp chỉ đếm đoàn do mình tiếp", "For example: the number of the whole city, while the Union counts its own");
  Confirm ask;
  ask.opener = {.label = reopen ? Text("Mở lại", "Open again") : Text("Chốt", "Settle"), .icon = reopen ? "arrow-back-up" : "check", .small = true};
  ask.title = reopen ? Message("Mở lại " + c.code, "Open " + c.code + " again") : Message("Chốt " + c.code, "Settle " + c.code);
  ask.text = reopen ? Text("Số này lại được cảnh báo trong báo cáo.", "Reports warn of it again.") : Text("Số đã chốt thôi cảnh báo trong báo cáo, nhưng vẫn hiện ở đây và ở trang con số. Lý do lưu trong nhật ký.", "Reports warn of it no more; it stays visible here and on the page of the figure. The reason is kept in the history.");
  ask.action = "/claims-desk/" + std::to_string(c.id) + (reopen ? "/reopen" : "/settle");
  ask.csrf = d.shell.csrf;
  ask.fields = Html(d.lang) << hidden("version", std::to_string(c.version)) << hidden("back", d.url(d.state, d.offset)) << control(d.lang, reason);
  ask.yes = ask.opener.label;
  return confirm_form(d.lang, ask);
}

Html counted_cell(const Case& c, Lang lang) {
  if (!c.figure || !c.figure->value || c.figure->row_count == 0) return Html(lang) << "<span class=\"none\">–</span>"_h;
  fig::Figure f = *c.figure;
  if (const auto counted = fig::counted_in(f, c.unit)) f.value = counted, f.unit = fig::is_currency(c.unit) || fig::is_currency(f.unit) ? c.unit : f.unit;
  const std::string shown = fig::on_screen(f, lang);
  return figure(lang, {.href = fig::ask_url(c.figure->ask), .shown = shown, .spoken = Message("Sổ đếm được " + shown + ", mở bản ghi", "Counted " + shown + ", open the records")});
}

Html verdict_cell(const Desk& d, const Case& c) {
  const Named& n = named(c.verdict);
  Html h(d.lang);
  h << badge(d.lang, n.label, n.tone, n.icon) << "<p class=\"sm\">"_h << c.why << "</p>"_h;
  for (const Message& beside : c.beside) h << "<p class=\"sm m2\">"_h << beside << "</p>"_h;
  if (!c.note.empty()) h << "<p class=\"sm m2\" lang=\"vi\">"_h << c.note << "</p>"_h;
  if (c.verdict == Verdict::settled)
    h << "<p class=\"sm\"><b>"_h << Text("Lý do:", "Reason:") << "</b> <span lang=\"vi\">"_h << c.settled_reason << "</span> <span class=\"m2\">("_h << c.settled_by << ", "_h << format_date(c.settled_on, d.lang)
      << ")</span> <a class=\"sm\" href=\"/claims/"_h << c.id << "/history\">"_h << Text("nhật ký", "history") << "</a></p>"_h;
  return h;
}

Html desk_table(const Desk& d, const std::vector<const Case*>& page) {
  Table t;
  t.caption = Text("Số đã công bố so với sổ", "Declared numbers against the registers");
  t.columns = {{.label = Text("Số đã công bố", "Declared number"), .key = true}, {.label = Text("Kỳ", "Period")}, {.label = Text("Công bố", "Declared"), .number = true}, {.label = Text("Sổ đếm", "Counted"), .number = true},
               {.label = Text("Kết luận", "Verdict")}};
  if (d.settles()) t.columns.push_back({.label = Text("Chốt", "Settle"), .hidden_label = true});
  for (const Case* c : page) {
    Row row;
    row.illustrative = c->illustrative;
    const std::string about = c->code + (c->indicator.empty() ? "" : " · " + c->indicator) + " · " + c->about_name;
    row.cells = {title_cell("/claims/" + std::to_string(c->id), c->statement.in(d.lang), about), Html(d.lang) << (dated_words(*c, d.lang)), Html(d.lang) << "<span class=\"nw\">"_h << claimed_in_words(*c, d.lang) << "</span>"_h,
                 counted_cell(*c, d.lang), verdict_cell(d, *c)};
    if (d.settles()) row.cells.emplace_back(c->verdict == Verdict::agrees ? Html(d.lang) : settle_form(d, *c));
    t.rows.push_back(std::move(row));
  }
  return table(d.lang, t);
}

Response desk_page(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const auto cases = claim_cases(db, actor, engine, k_most);
  Desk d{cases, std::string(r.query.get("state")), std::string(r.query.get("q")), std::string(r.query.get("org")), static_cast<std::size_t>(std::max<std::int64_t>(0, parse_int(r.query.get("offset")).value_or(0))), actor, shell, shell.lang};
  if (r.query.get("done") == "settled") shell.toast = Text("Đã chốt.", "Settled.").in(shell.lang);
  if (r.query.get("done") == "reopened") shell.toast = Text("Đã mở lại.", "Opened again.").in(shell.lang);
  std::vector<const Case*> found, page;
  for (const Case& c : cases)
    if (d.shown(c)) found.push_back(&c);
  std::stable_sort(found.begin(), found.end(), [](const Case* a, const Case* b) { return rank(a->verdict) < rank(b->verdict); });
  for (std::size_t i = d.offset; i < found.size() && page.size() < k_page; ++i) page.push_back(found[i]);
  Html h(shell.lang);
  h << state_tabs(d) << card(shell.lang, {.body = filters(d)});
  if (page.empty()) h << empty_state(shell.lang, Text("Không có số nào ở đây", "Nothing here"), Text("Số đã công bố được ghi khi đọc báo, hoặc ghi thẳng vào sổ.", "Declared numbers come from reading articles, or are entered in their register."), {{Text("Số đã công bố", "Claims"), "/claims"}});
  else h << "<div class=\"card\">"_h << desk_table(d, page) << "</div>"_h;
  if (found.size() > k_page) {
    Pager p;
    const std::string range = std::to_string(d.offset + 1) + "–" + std::to_string(d.offset + page.size());
    p.shown = {range + " trong " + std::to_string(found.size()), range + " of " + std::to_string(found.size())};
    if (d.offset > 0) p.previous = d.url(d.state, d.offset > k_page ? d.offset - k_page : 0);
    if (d.offset + page.size() < found.size()) p.next = d.url(d.state, d.offset + k_page);
    h << pager(shell.lang, p);
  }
  PageHead head;
  head.title = Text("Đối chiếu số công bố", "Claims desk");
  head.crumbs = {{claims().plural, "/claims"}};
  head.sub = Html(shell.lang) << Text("Mỗi số đã công bố đứng cạnh số đếm được từ sổ; chỗ lệch nói bằng lời, chốt được với lý do.", "Each declared number beside the count; differences in words, settled with a reason.");
  return reg::respond(shell, head, h);
}

// ---- settling --------------------------------------------------------------------------------------------

/// Only addresses of this page: nobody is sent elsewhere.
std::string way_back(const Request& r, const char* done) {
  const std::string back(r.form.get("back"));
  return back.starts_with("/claims-desk?") ? back + "&done=" + done : std::string("/claims-desk?done=") + done;
}

Response settle(const Request& r, db::Tx& tx, const Actor& actor, const Shell& shell, bool reopen) {
  const reg::Description& d = claims();
  auto cells = reg::load(tx, d, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(shell, cells.error());
  const std::string reason(r.form.get("reason"));
  if (reason.empty()) return reg::problem_page(shell, {Code::invalid, Text("Cần ghi lý do, để người sau hiểu vì sao.", "A reason is needed, so that others understand why."), "reason"});
  const bool settled = !d.text(*cells, "settled_on").empty();
  if (settled != reopen) return reg::problem_page(shell, {Code::conflict, reopen ? Text("Số này chưa chốt.", "It is not settled.") : Text("Số này đã có người chốt.", "Somebody settled it already."), {}});
  const auto put = [&](const char* column, db::Value value) { (*cells)[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("settled_on", reopen ? db::Value{} : db::Value{today().iso()});
  put("settled_by", reopen ? db::Value{} : db::Value{actor.name});
  put("settled_reason", reopen ? db::Value{} : db::Value{reason});
  (*cells)[reg::k_version] = parse_int(r.form.get("version")).value_or(-1);
  Actor writing = actor;
  writing.functions.insert(Function::enter);
  auto saved = reg::save(tx, catalog(), d, writing, std::move(*cells), {.reason = reason, .batch = {}, .action = reopen ? "reopen" : "settle"});
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect(way_back(r, reopen ? "reopened" : "settled"));
}

}  // namespace

void add_claims_desk_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/claims-desk", web::person().seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return desk_page(engine, r, db, actor, shell); }));
  for (const bool reopen : {false, true})
    router.post(std::string("/claims-desk/{id}/") + (reopen ? "reopen" : "settle"), web::person("check").of("claim"), reg::act_handler(context, [reopen](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return settle(r, tx, actor, shell, reopen); }));
}

}  // namespace nc::app
