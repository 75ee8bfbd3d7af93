// The help desk: every association with who looks after it, when there was contact, what is open and for how long.
#include <algorithm>
#include <map>

#include "app/campaigns/public.h"
#include "app/common/within.h"
#include "app/delegations/public.h"
#include "app/organisations/public.h"
#include "app/petitions/public.h"
#include "app/petitions/work.h"
#include "base/clock.h"
#include "base/words.h"
#include "flow/comment.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr std::int64_t k_long = 60, k_waits_long = 20;  ///< days

struct Line {
  std::int64_t id = 0, open = 0, overdue = 0;
  std::string name, code, liaison, contact;
  bool illustrative = false;
  Date last, oldest;
  Message how;
  std::int64_t waited() const { return oldest ? today().days() - oldest.days() : 0; }
};
using Lines = std::map<std::int64_t, Line>;

void newer(Lines& lines, std::int64_t org, Date day, const Message& how) {
  const auto found = lines.find(org);
  if (found == lines.end() || !day || (found->second.last && found->second.last >= day)) return;
  found->second.last = day;
  found->second.how = how;
}

void read_open(db::ReadDb& db, const Actor& actor, Lines& lines) {
  each_within(db, "SELECT k.from_org, COUNT(*), MIN(k.date), SUM(CASE WHEN k.due < $1 THEN 1 ELSE 0 END) FROM petition k WHERE k.deleted = 0 AND k.answered_on IS NULL AND k.closed_on IS NULL", {today().iso()}, org_scope(actor, "k"),
              "GROUP BY k.from_org", [&](const db::Row& r) {
                if (const auto found = lines.find(r.integer(0)); found != lines.end()) {
                  found->second.open = r.integer(1);
                  found->second.oldest = Date::from_iso(r.text(2)).value_or(Date{});
                  found->second.overdue = r.integer(3);
                }
                return true;
              });
}

/// What counts as contact: a request, its answer, a meeting attended, a report sent, a remark on the association's page.
void read_contacts(db::ReadDb& db, const Actor& actor, Lines& lines) {
  const auto day = [](std::string_view iso) { return Date::from_iso(iso).value_or(Date{}); };
  each_within(db, "SELECT k.from_org, MAX(k.date), MAX(k.answered_on) FROM petition k WHERE k.deleted = 0", {}, org_scope(actor, "k"), "GROUP BY k.from_org", [&](const db::Row& r) {
    newer(lines, r.integer(0), day(r.text(1)), Text("hội nêu yêu cầu", "they asked"));
    newer(lines, r.integer(0), day(r.text(2)), Text("Liên hiệp trả lời", "the Union answered"));
    return true;
  });
  each_within(db, "SELECT i.unit, MAX(m.date) FROM meeting_invitee i JOIN meeting m ON m.id = i.meeting WHERE i.deleted = 0 AND m.deleted = 0 AND i.status IN ('attended', 'substituted')", {}, org_scope(actor, "i"), "GROUP BY i.unit",
              [&](const db::Row& r) { return newer(lines, r.integer(0), day(r.text(1)), Text("dự họp", "came to a meeting")), true; });
  each_within(db, "SELECT f.from_org, MAX(f.filed_on) FROM filing f WHERE f.deleted = 0 AND f.filed_on IS NOT NULL", {}, org_scope(actor, "f"), "GROUP BY f.from_org",
              [&](const db::Row& r) { return newer(lines, r.integer(0), day(r.text(1)), Text("nộp báo cáo", "sent a report")), true; });
  db.each("SELECT record, MAX(at) FROM change WHERE register_name = 'organisation' AND action = $1 GROUP BY record", {std::string(flow::k_comment)},
          [&](const db::Row& r) { return newer(lines, r.integer(0), day_of(r.integer(1)), Text("trao đổi ở trang của hội", "remark on their page")), true; });
}

Lines lines_of(db::ReadDb& db, const Actor& actor, std::int64_t office, Lang lang) {
  Lines lines;
  for (const Member& m : members_of(db, office, "associations", today())) {
    Line& line = lines[m.id];
    line.id = m.id;
    line.name = m.called(lang);
    line.code = m.code;
    line.illustrative = m.illustrative;
  }
  std::map<std::int64_t, std::pair<std::string, std::string>> reached;
  each_within(db, "SELECT o.id, o.liaison, o.contact FROM organisation o WHERE o.deleted = 0 AND o.parent = $1", {office}, reach_scope(actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
    reached[r.integer(0)] = {std::string(r.text(1)), std::string(r.text(2))};
    return true;
  });
  std::erase_if(lines, [&](const auto& one) { return !reached.contains(one.first); });
  for (auto& [id, line] : lines) std::tie(line.liaison, line.contact) = reached[id];
  read_open(db, actor, lines);
  read_contacts(db, actor, lines);
  return lines;
}

Html last_contact(const Line& l, Lang lang) {
  Html h(lang);
  if (!l.last) return h << badge(lang, Text("chưa có", "none yet"), Tone::warn);
  const auto ago = today().days() - l.last.days();
  h << "<span class=\"nw\">"_h << format_date(l.last, lang) << "</span>"_h;
  if (ago > k_long) h << " "_h << badge(lang, Message(format_int(ago, Lang::vi) + " ngày trước", format_int(ago, Lang::en) + " days ago"), Tone::warn);
  return h << "<span class=\"tsub\">"_h << l.how << "</span>"_h;
}

Html waiting(const Line& l, Lang lang) {
  Html h(lang);
  if (l.open == 0) return h << "<span class=\"none\">–</span>"_h;
  const Message days("chờ " + format_int(l.waited(), Lang::vi) + " ngày", "waits " + format_int(l.waited(), Lang::en) + " days");
  return h << badge(lang, days, l.overdue > 0 || l.waited() > k_long ? Tone::bad : l.waited() > k_waits_long ? Tone::warn : Tone::neutral, "clock");
}

Html open_count(const Line& l, Lang lang) {
  return figure(lang, {.href = "/petitions?is=open&from_org=" + std::to_string(l.id), .shown = format_int(l.open, lang), .spoken = Message(format_int(l.open, Lang::vi) + " yêu cầu chưa trả lời của " + l.name, format_int(l.open, Lang::en) + " open petitions of " + l.name)});
}

/// The most urgent first: who waits longest, then who was not heard of for longest.
std::vector<Line> in_order(const Lines& lines) {
  std::vector<Line> out;
  for (const auto& [id, line] : lines) out.push_back(line);
  std::ranges::stable_sort(out, [](const Line& a, const Line& b) { return std::tuple(-a.waited(), a.last.days()) < std::tuple(-b.waited(), b.last.days()); });
  return out;
}

std::int64_t office_of(db::ReadDb& db, const Actor& actor) {
  const std::int64_t above = union_above(db, actor.org);
  const auto kind = db.first("SELECT kind FROM organisation WHERE id = $1", {actor.org});
  const bool provincial = kind && db::as_text((*kind)[0]) == "provincial_union";
  return provincial || above == 0 ? actor.org : above;
}

web::Response page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  const auto all = in_order(lines_of(db, actor, office_of(db, actor), s.lang));
  const auto unled = std::ranges::count_if(all, [](const Line& l) { return l.liaison.empty(); });
  PageHead head;
  head.title = Text("Bàn hỗ trợ các hội", "Help desk");
  head.sub = Html(s.lang) << Text("Mỗi hội một đầu mối. Hội chờ lâu nhất đứng trên cùng, rồi đến hội lâu chưa liên hệ.", "A liaison for each association. Those who wait longest stand first, then those not heard of for long.");
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Yêu cầu chờ trả lời", "Open petitions"), .icon = "message-2-question", .href = "/petitions?is=open"});
  if (all.empty())
    return reg::respond(s, head, empty_state(s.lang, Text("Chưa có hội nào", "No association yet"), Text("Các hội trực thuộc Liên hiệp nằm ở đây.", "The associations of the Union will be here."), {{Text("Tổ chức thành viên", "Organisations"), "/organisations"}}));
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Hội", "Association"), .key = true}, {.label = Text("Đầu mối tại Liên hiệp", "Liaison")}, {.label = Text("Liên hệ gần nhất", "Last contact")}, {.label = Text("Chưa trả lời", "Open"), .number = true}, {.label = Text("Chờ lâu nhất", "Longest wait")}};
  for (const Line& l : all) {
    Row row;
    row.illustrative = l.illustrative;
    Html liaison(s.lang);
    if (l.liaison.empty()) liaison << badge(s.lang, Text("chưa giao", "nobody"), Tone::warn);
    else liaison << l.liaison;
    row.cells = {title_cell("/organisations/" + std::to_string(l.id) + "#help", l.name, l.contact), liaison, last_contact(l, s.lang), open_count(l, s.lang), waiting(l, s.lang)};
    t.rows.push_back(std::move(row));
  }
  Html h(s.lang);
  if (unled > 0)
    h << notice(s.lang, Tone::warn, "users", Html(s.lang) << Message(std::to_string(unled) + " hội chưa có đầu mối. Mở trang của hội, bấm Sửa, ghi ô Đầu mối tại Liên hiệp.", std::to_string(unled) + " associations have no liaison. Open theirs, press Edit, fill in Liaison at the Union."));
  h << card(s.lang, {.body = table(s.lang, t), .flush = true});
  return reg::respond(s, head, h);
}

}  // namespace

Html help_panel(const reg::PanelContext& x) {
  const std::int64_t above = union_above(x.db, x.id);
  if (above == 0 || !x.actor.sees(Sight::internal)) return Html(x.lang);
  const Lines lines = lines_of(x.db, x.actor, above, x.lang);
  const auto found = lines.find(x.id);
  if (found == lines.end()) return Html(x.lang);
  const Line& l = found->second;
  std::vector<Entry> entries;
  entries.push_back({Text("Đầu mối tại Liên hiệp", "Liaison at the Union"), l.liaison.empty() ? badge(x.lang, Text("chưa giao", "nobody"), Tone::warn) : Html(x.lang) << l.liaison});
  entries.push_back({Text("Liên hệ gần nhất", "Last contact"), last_contact(l, x.lang)});
  entries.push_back({Text("Yêu cầu chưa trả lời", "Open petitions"), Html(x.lang) << open_count(l, x.lang) << " "_h << waiting(l, x.lang)});
  Html foot(x.lang);
  if (x.actor.may(Function::enter) && !x.actor.preview())
    foot << button(x.lang, {.label = Text("Nêu yêu cầu", "Write a petition"), .icon = "message-2-question", .href = "/petitions/new?from_org=" + url_encode(l.code), .small = true});
  return card(x.lang, {.title = Text("Hỗ trợ hội", "Help desk"), .body = definition_list(x.lang, entries), .foot = foot, .id = "help"});
}

Html balance_panel(const reg::PanelContext& x) {
  if (x.what.text(x.cells, "kind") != "delegation_balance") return Html(x.lang);
  const auto row = x.db.first("SELECT country_focus FROM organisation WHERE id = $1", {x.cells[static_cast<std::size_t>(x.what.column("from_org"))]});
  const std::string focus = row ? db::as_text((*row)[0]) : std::string();
  constexpr std::size_t k_one_code = 4;  // "|KR|"
  const auto day = Date::from_iso(x.what.text(x.cells, "date"));
  if (focus.size() < k_one_code || !day) return Html(x.lang);
  reg::ListQuery q;
  q.filters = {{"countries", focus.substr(1, 2)}, {"from", day->plus_months(-12).iso()}, {"to", today().iso()}};
  const reg::PanelContext of{x.db, x.actor, delegations(), 0, {}, x.lang, x.csrf};
  const Html strip = delegation_summary(of, q);
  Html body(x.lang);
  body << "<p class=\"sm m2\">"_h << Message("Từ 12 tháng trước ngày nêu đến nay", "From 12 months before it was asked until now") << "</p>"_h;
  if (strip.str().empty()) body << "<p>"_h << Text("Không có đoàn nào trong thời gian ấy.", "No visits in that time.") << "</p>"_h;
  else body << strip;
  return card(x.lang, {.title = Text("Cân đối đoàn của hội này", "Balance of this association's visits"), .body = body, .id = "balance"});
}

void add_help_desk(web::Router& router, const reg::Context& context) {
  router.get("/help-desk", web::person().seeing("internal"), reg::page_handler(context, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return page(db, a, s); }));
}

void add_petition_pages(web::Router& router, const reg::Context& context) {
  add_help_desk(router, context);
  for (const RecordPaper& p : petition_papers()) add_record_paper(router, context, p);
}

void add_petitions_everywhere(reg::Context& context) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [](const reg::PanelContext& x) { return x.what.name == "petition" ? balance_panel(x) : Html(x.lang); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [](const reg::PanelContext& x) {
    Html h(x.lang);
    if (x.what.name == "organisation") h << help_panel(x);
    if (x.what.name != "petition") return h;
    if (!x.what.text(x.cells, "answer").empty() && x.actor.org != db::as_int(x.cells[reg::k_org])) h << papers_card(x, petition_papers());
    return h << escalation_panel(x);
  });
}

}  // namespace nc::app
