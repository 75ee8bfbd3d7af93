// Dues of a year on one page: every member a line, ticked when paid; saved together.
#include <algorithm>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_most = 600;  ///< members on the page; larger associations collect by chapter

struct Sheet {
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  std::int64_t org;
  std::string org_name;
  int year;
  std::vector<MemberSeen> all;
  std::map<std::int64_t, DuePaid> paid;
};

Result<Sheet> sheet_of(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const std::int64_t org = reg::id_of(r);
  NC_TRY(cells, reg::load(db, organisations(), actor, org));
  const auto asked = parse_int(r.form.has("year") ? r.form.get("year") : r.query.get("year"));
  const int year = asked && *asked >= 1990 && *asked <= today().year() + 1 ? static_cast<int>(*asked) : today().year();
  return Sheet{db, actor, s, org, organisations().title_of(cells, s.lang), year, members_of(db, actor, org, MembersWanted::present, k_most), dues_of(db, actor, year)};
}

std::string amount_words(const std::optional<Money>& m) {
  if (!m) return {};
  return m->currency == Currency{} ? format_int(m->minor, Lang::vi) : format_money_exact(*m, Lang::vi);
}

/// What most of this year paid, else what most paid the year before.
std::string usual_amount(const Sheet& x) {
  for (const auto& paid : {x.paid, dues_of(x.db, x.actor, x.year - 1)}) {
    std::map<std::string, int> times;
    std::string best;
    for (const auto& [member, due] : paid)
      if (const std::string words = amount_words(due.amount); !words.empty() && ++times[words] > times[best]) best = words;
    if (!best.empty()) return best;
  }
  return {};
}

Html year_tabs(const Sheet& x) {
  std::vector<Tab> items;
  for (int year = today().year() - 2; year <= today().year(); ++year)
    items.push_back({.label = Message(std::to_string(year), std::to_string(year)), .href = "/organisations/" + std::to_string(x.org) + "/dues?year=" + std::to_string(year), .count = {}, .on = year == x.year});
  return segments(x.shell.lang, Text("Năm thu", "Year of the dues"), items);
}

Row line_of(const Sheet& x, const MemberSeen& m, const web::Fields* typed, bool wrong) {
  const Lang lang = x.shell.lang;
  const std::string id = std::to_string(m.id);
  const auto due = x.paid.find(m.id);
  const bool there = due != x.paid.end();
  const bool ticked = typed ? typed->get("p." + id) == "1" : there;
  const std::string amount = typed ? std::string(typed->get("a." + id)) : there ? amount_words(due->second.amount) : std::string();
  Html tick(lang), box(lang);
  tick << "<label class=\"gr-c\"><input class=\"form-check-input\" type=\"checkbox\" name=\"p."_h << id << "\" value=\"1\" aria-label=\""_h << Message(m.name + " đã nộp", m.name + " has paid") << "\""_h << (ticked ? " checked"_h : ""_h) << "></label>"_h;
  if (there) tick << hidden("w." + id, std::to_string(due->second.id));
  box << "<span class=\"inp"_h << (wrong ? " bad" : "") << "\"><input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"30\" id=\"f-a."_h << id << "\" name=\"a."_h << id << "\" value=\""_h << amount << "\" aria-label=\""_h
      << Message("Số tiền của " + m.name, "Amount of " + m.name) << "\""_h << (wrong ? " aria-invalid=\"true\""_h : ""_h) << "></span>"_h;
  Row row;
  row.illustrative = m.illustrative;
  row.cells = {title_cell("/members/" + id, m.name, m.card), Html(lang) << m.where(lang), std::move(tick), std::move(box), Html(lang) << (there && due->second.paid ? format_date(due->second.paid, lang) : std::string("–"))};
  return row;
}

web::Response page_of(const Sheet& x, const web::Fields* typed = nullptr, const Problems& problems = {}, int status = 200) {
  const Lang lang = x.shell.lang;
  const std::string year = std::to_string(x.year), base = "/organisations/" + std::to_string(x.org);
  PageHead head;
  head.title = Message("Hội phí năm " + year, "Dues of " + year);
  head.crumbs = {{Message(x.org_name, x.org_name), base}, {members().plural, base + "/members"}};
  head.actions = year_tabs(x);
  Html h(lang);
  if (x.all.empty())
    return reg::respond(x.shell, head, h << empty_state(lang, Text("Chưa có hội viên nào trong danh sách", "There is nobody on the list"), Text("Thêm hội viên hoặc nhập danh sách từ Excel, rồi thu hội phí ở đây. Danh sách của hội nào chỉ người của hội ấy đọc.", "Add members or import the list, then collect dues here. Only an association's own people read its list."), {{Text("Về trang hội viên", "To the members"), base + "/members"}}), status);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  std::int64_t paid = 0;
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Hội viên", "Member"), .key = true}, {.label = Text("Nơi sinh hoạt", "Where"), .wide_only = true}, {.label = Text("Đã nộp", "Paid")}, {.label = Text("Số tiền", "Amount"), .number = true}, {.label = Text("Ngày nộp", "Paid on")}};
  for (const MemberSeen& m : x.all) {
    if (x.paid.contains(m.id)) ++paid;
    t.rows.push_back(line_of(x, m, typed, std::ranges::any_of(problems, [&](const Problem& p) { return p.field == "a." + std::to_string(m.id); })));
  }
  Control rate, day;
  rate.name = "rate";
  rate.label = Text("Mức đóng", "Usual amount");
  rate.hint = Text("Người được đánh dấu mà để trống số tiền thì ghi mức này", "For those who are ticked without an amount of their own");
  rate.value = typed ? std::string(typed->get("rate")) : usual_amount(x);
  rate.suffix = Text("đồng", "dong").in(lang);
  day.name = "on";
  day.type = "date";
  day.label = Text("Ngày nộp", "Paid on");
  day.value = typed ? std::string(typed->get("on")) : format_date(today(), lang);
  for (const Problem& p : problems) {
    if (p.field == "rate") rate.error = p.message.in(lang);
    if (p.field == "on") day.error = p.message.in(lang);
  }
  h << "<form method=\"post\" novalidate action=\""_h << Url{base + "/dues?year=" + year} << "\">"_h << hidden("csrf", x.shell.csrf) << "<div class=\"stack-16\"><div class=\"card\">"_h << form_section(lang, Text("Lần thu này", "This time"), Html(lang) << control(lang, rate) << control(lang, day)) << "</div>"_h;
  const std::string n = format_int(paid, lang), of = format_int(static_cast<std::int64_t>(x.all.size()), lang);
  h << card(lang, {.title = Message(n + "/" + of + " hội viên đã nộp", n + " of " + of + " members have paid"), .body = table(lang, t), .foot = Html(lang) << button(lang, {.label = Text("Lưu hội phí", "Save the dues"), .icon = "check", .kind = "primary", .key = "Ctrl ↵"}), .flush = true, .id = "dues"});
  return reg::respond(x.shell, head, h << "</div></form>"_h, status);
}

std::optional<Money> typed_amount(std::string_view text, const std::string& field, Problems& problems) {
  if (text.empty()) return std::nullopt;
  const auto read = parse_amount(text);
  if (read) return read->money;
  problems.push_back({Code::invalid, read.error().message, field});
  return std::nullopt;
}

/// One member's line: paid now, no longer, or another amount. Problems stand at the box of the amount.
void keep_line(const Sheet& x, const MemberSeen& m, const web::Request& r, db::Tx& tx, Date on, const std::optional<Money>& rate, Problems& problems) {
  const reg::Description& d = member_dues();
  const auto at = [&](const char* column) { return static_cast<std::size_t>(d.column(column)); };
  const std::string id = std::to_string(m.id);
  const auto due = x.paid.find(m.id);
  const bool ticked = r.form.get("p." + id) == "1", there = due != x.paid.end();
  if (!ticked) {
    // Somebody who paid meanwhile at another desk stays paid: the box of this page did not know of it.
    if (there && r.form.get("w." + id) == std::to_string(due->second.id))
      if (const auto gone = reg::remove(tx, catalog(), d, x.actor, due->second.id, due->second.version, std::string(Text("Bỏ dấu đã nộp", "No longer marked as paid").in(Lang::vi))); !gone) problems.push_back(gone.error());
    return;
  }
  std::optional<Money> amount = typed_amount(r.form.get("a." + id), "a." + id, problems);
  if (!amount && !there) amount = rate;
  if (there && amount == due->second.amount) return;
  reg::Cells cells = fresh_record(d, m.org, m.illustrative);
  if (there) {
    auto stored = reg::load(tx, d, x.actor, due->second.id);
    if (!stored) return problems.push_back(stored.error());
    cells = std::move(*stored);
  } else {
    cells[at("member")] = m.id;
    cells[at("year")] = static_cast<std::int64_t>(x.year);
    cells[at("paid_on")] = on.iso();
  }
  cells[at("amount")] = amount ? db::Value(amount->minor) : db::Value();
  cells[at("amount_cur")] = amount ? db::Value(std::string(amount->currency.code())) : db::Value();
  cells[at("amount_q")] = std::string(code(amount ? Qualifier::exact : Qualifier::unknown));
  if (auto saved = reg::save(tx, catalog(), d, x.actor, std::move(cells), {.reason = {}, .batch = "dues-" + r.id, .action = {}}); !saved)
    for (Problem& p : saved.error()) problems.push_back({p.code, p.message, "a." + id});
}

web::Response post_dues(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const auto x = sheet_of(r, tx, actor, s);
  if (!x) return reg::problem_page(s, x.error());
  Problems problems;
  const auto rate = typed_amount(r.form.get("rate"), "rate", problems);
  Date on = today();
  if (const auto day = parse_date(r.form.get("on"))) on = *day;
  else problems.push_back({Code::invalid, day.error().message, "on"});
  if (problems.empty())
    for (const MemberSeen& m : x->all) keep_line(*x, m, r, tx, on, rate, problems);
  if (!problems.empty()) return page_of(*x, &r.form, problems, http_status(problems.front().code));
  return web::redirect("/organisations/" + std::to_string(x->org) + "/dues?year=" + std::to_string(x->year) + "&done=saved");
}

}  // namespace

void add_dues_pages(web::Router& router, const reg::Context& context) {
  router.get("/organisations/{id}/dues", web::person("enter").of("organisation").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu hội phí.", "The dues are saved.").in(s.lang);
    const auto x = sheet_of(r, db, a, s);
    return x ? page_of(*x) : reg::problem_page(s, x.error());
  }));
  router.post("/organisations/{id}/dues", web::person("enter").of("organisation").seeing("internal"), reg::act_handler(context, post_dues));
}

}  // namespace nc::app
