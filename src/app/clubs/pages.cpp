// Clubs on one page: how they stand, when each last met, who has been quiet for sixty days; sessions typed in a grid.
#include <algorithm>
#include <set>

#include "app/clubs/public.h"
#include "app/common/figure_strip.h"
#include "app/common/grid.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_quiet_days = 60;

struct ClubSeen {
  std::int64_t id = 0, sessions = 0, people = 0;
  std::string name, state, language, topic, host;
  Date last;
  bool illustrative = false;
  bool meets() const { return state != "paused" && state != "closed"; }
  bool quiet() const { return meets() && (!last || today().days() - last.days() > k_quiet_days); }
};

const reg::Options& options_of(const char* field) { return *organisations().find(field)->opt.options; }

/// Living clubs within reach with their sessions of the last twelve months.
std::vector<ClubSeen> clubs_of(db::ReadDb& db, const Actor& actor) {
  std::vector<ClubSeen> out;
  each_within(db,
              "SELECT o.id, o.name, o.club_state, o.club_language, o.topic, COALESCE(h.short_name, h.name), o.illustrative, (SELECT COUNT(*) FROM club_session s WHERE s.deleted = 0 AND s.club = o.id AND s.date >= $1), "
              "(SELECT COALESCE(SUM(s.attendees), 0) FROM club_session s WHERE s.deleted = 0 AND s.club = o.id AND s.date >= $1), (SELECT MAX(s.date) FROM club_session s WHERE s.deleted = 0 AND s.club = o.id) "
              "FROM organisation o LEFT JOIN organisation h ON h.id = o.parent WHERE o.deleted = 0 AND o.kind = 'club' AND o.ended IS NULL AND o.status NOT IN ('merged', 'dissolved')",
              {today().plus_months(-12).iso()}, reach_scope(actor, "o"), "ORDER BY o.name_key, o.id", [&](const db::Row& r) {
                ClubSeen c;
                c.id = r.integer(0), c.name = r.text(1), c.state = r.text(2), c.language = r.text(3), c.topic = r.text(4), c.host = r.text(5);
                c.illustrative = r.integer(6) != 0, c.sessions = r.integer(7), c.people = r.integer(8);
                c.last = Date::from_iso(r.text(9)).value_or(Date{});
                out.push_back(std::move(c));
                return true;
              });
  return out;
}

Html state_cell(const ClubSeen& c, Lang lang) {
  Html h(lang);
  if (!c.state.empty()) h << badge(lang, Message(capital(options_of("club_state").label(c.state, Lang::vi)), capital(options_of("club_state").label(c.state, Lang::en))), c.meets() ? Tone::ok : Tone::neutral) << " "_h;
  if (!c.quiet()) return h;
  const std::string days = c.last ? std::to_string(today().days() - c.last.days()) : std::string();
  return h << badge(lang, c.last ? Message(days + " ngày chưa sinh hoạt", "no session for " + days + " days") : Message(Text("chưa ghi buổi nào", "no session yet")), Tone::warn, "clock-exclamation");
}

/// What the page shows: the rows of one of its two figures, or every club within reach.
struct ClubsPage {
  StripAsk strip;
  std::string of;  ///< "", "language" or "all"
  std::vector<ClubSeen> reached;
  std::set<std::int64_t> clubs{}, languages{};  ///< rows of I05 and I61
  std::vector<ClubSeen> shown() const {
    std::vector<ClubSeen> out;
    const auto& counted = of == "language" ? languages : clubs;
    std::ranges::copy_if(reached, std::back_inserter(out), [&](const ClubSeen& c) { return of == "all" || counted.contains(c.id); });
    return out;
  }
};

/// Records of a figure of the strip.
std::set<std::int64_t> rows_of(const StripAsk& x, const char* code) {
  constexpr int k_most = 2000;
  fig::Ask ask;
  ask.code = code;
  ask.org = x.org;
  ask.as_of = x.as_of;
  std::set<std::int64_t> out;
  if (const auto rows = x.engine.rows(x.db, x.actor, ask, k_most))
    for (const fig::Row& row : *rows) out.insert(row.id);
  return out;
}

Html clubs_switch(const ClubsPage& x) {
  const Lang lang = x.strip.lang;
  std::vector<Tab> items{{.label = Text("Của đơn vị", "Of the office"), .href = "/clubs", .count = format_int(static_cast<std::int64_t>(x.clubs.size()), lang), .on = x.of.empty()},
                         {.label = Text("Ngoại ngữ", "Languages"), .href = "/clubs?of=language", .count = format_int(static_cast<std::int64_t>(x.languages.size()), lang), .on = x.of == "language"}};
  if (x.of == "all" || std::ranges::any_of(x.reached, [&](const ClubSeen& c) { return !x.clubs.contains(c.id); }))
    items.push_back({.label = Text("Mọi nơi được xem", "All in reach"), .href = "/clubs?of=all", .count = format_int(static_cast<std::int64_t>(x.reached.size()), lang), .on = x.of == "all"});
  return segments(lang, Text("Câu lạc bộ nào", "Which clubs"), items);
}

Row club_row(const ClubSeen& c, const Actor& actor, Lang lang) {
  Row row;
  row.illustrative = c.illustrative;
  const std::string id = std::to_string(c.id);
  std::string about = c.topic.empty() ? std::string() : capital(options_of("topic").label(c.topic, lang));
  if (!c.language.empty()) about += (about.empty() ? "" : ", ") + options_of("club_language").label(c.language, lang);
  Html act(lang);
  if (actor.may(Function::enter) && !actor.preview() && c.state != "closed") act << button(lang, {.label = Text("Ghi buổi", "Add a session"), .icon = "plus", .href = "/organisations/" + id + "/sessions", .small = true});
  row.cells = {title_cell("/organisations/" + id, c.name, c.host), Html(lang) << about, state_cell(c, lang), Html(lang) << (c.last ? format_date(c.last, lang) : std::string("–")),
               Html(lang) << "<a href=\"/club-sessions?club="_h << id << "\">"_h << format_int(c.sessions, lang) << "<span class=\"vh\"> "_h << Text("buổi, mở danh sách", "sessions, open the list") << "</span></a>"_h, Html(lang) << format_int(c.people, lang), std::move(act)};
  return row;
}

Html clubs_card(const ClubsPage& x, const Actor& actor) {
  const Lang lang = x.strip.lang;
  Table t;
  t.caption = Text("Câu lạc bộ", "Clubs");
  t.columns = {{.label = Text("Câu lạc bộ", "Club"), .key = true}, {.label = Text("Chủ đề, ngôn ngữ", "Topic, language")}, {.label = Text("Tình trạng", "State")}, {.label = Text("Buổi gần nhất", "Last session")},
               {.label = Text("Buổi trong 12 tháng", "Sessions in 12 months"), .number = true}, {.label = Text("Lượt người", "Attendances"), .number = true}, {.label = Text("Ghi buổi", "Add a session"), .hidden_label = true}};
  for (const ClubSeen& c : x.shown()) t.rows.push_back(club_row(c, actor, lang));
  if (t.rows.empty()) {
    std::vector<std::pair<Message, std::string>> acts;
    if (actor.may(Function::enter) && !actor.preview()) acts.emplace_back(Text("Thêm câu lạc bộ", "Add a club"), "/organisations/new?kind=club&status=active&club_state=pilot");
    acts.emplace_back(Text("Xem mọi nơi được xem", "Look at all in reach"), "/clubs?of=all");
    return empty_state(lang, x.of == "language" ? Text("Đơn vị chưa có câu lạc bộ ngoại ngữ", "The office has no language club yet") : Text("Đơn vị chưa có câu lạc bộ", "The office has no club yet"),
                       Text("Câu lạc bộ ngoại ngữ, văn nghệ, hòa bình của đơn vị và các hội đứng ở đây; mỗi buổi sinh hoạt ghi một dòng.", "Clubs for languages, arts and peace of the office and its associations stand here; a line for each session."), acts);
  }
  return card(lang, {.title = Text("Các câu lạc bộ", "The clubs"), .note = Text("60 ngày không có buổi nào thì nêu lên", "Sixty days without a session are shown"), .body = table(lang, t), .flush = true, .id = "clubs"});
}

web::Response clubs_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const Lang lang = s.lang;
  ClubsPage x{{engine, db, actor, lang, home_org(db, actor), working_period(s.period_code), today()}, std::string(r.query.get("of")), clubs_of(db, actor)};
  x.clubs = rows_of(x.strip, "I05");
  x.languages = rows_of(x.strip, "I61");
  PageHead head;
  head.title = Text("Câu lạc bộ", "Clubs");
  if (actor.may(Function::enter)) head.actions = button(lang, {.label = Text("Thêm câu lạc bộ", "Add a club"), .icon = "plus", .href = "/organisations/new?kind=club&status=active&club_state=pilot", .kind = "primary", .key = "N"});
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << figure_strip(x.strip, {{"I05", "users-group", {}, Text("Câu lạc bộ", "Clubs")}, {"I61", "language", {}, Text("Câu lạc bộ ngoại ngữ", "Language clubs")}});
  if (x.reached.empty())
    return reg::respond(s, head, h << empty_state(lang, Text("Chưa có câu lạc bộ nào", "No club yet"), Text("Câu lạc bộ ngoại ngữ, văn nghệ, hòa bình ghi ở đây; mỗi buổi sinh hoạt một dòng.", "Clubs for languages, arts and peace stand here; a line for each session."), {{Text("Thêm câu lạc bộ", "Add a club"), "/organisations/new?kind=club"}}) << "</div>"_h);
  return reg::respond(s, head, h << "<div>"_h << clubs_switch(x) << "</div>"_h << clubs_card(x, actor) << "</div>"_h);
}

Html sessions_panel(const reg::PanelContext& x) {
  if (x.what.name != "organisation" || x.what.text(x.cells, "kind") != "club" || !x.actor.sees(Sight::internal)) return Html(x.lang);
  std::vector<ListItem> items;
  each_within(x.db, "SELECT s.id, s.date, s.topic, s.attendees FROM club_session s WHERE s.deleted = 0 AND s.club = $1", {x.id}, org_scope(x.actor, "s"), "ORDER BY s.date DESC, s.id DESC LIMIT 8", [&](const db::Row& r) {
    ListItem i{.icon = "messages"};
    i.day = Date::from_iso(r.text(1)).value_or(Date{});
    i.href = "/club-sessions/" + std::to_string(r.integer(0));
    i.title = Html(x.lang) << r.text(2);
    if (!r.null(3)) i.detail = Html(x.lang) << Message(format_int(r.integer(3), Lang::vi) + " người dự", format_int(r.integer(3), Lang::en) + " attended");
    items.push_back(std::move(i));
    return true;
  });
  Html body(x.lang), end(x.lang);
  if (x.actor.may(Function::enter) && !x.actor.preview()) end << button(x.lang, {.label = Text("Ghi buổi sinh hoạt", "Add sessions"), .icon = "plus", .href = "/organisations/" + std::to_string(x.id) + "/sessions", .small = true});
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa ghi buổi sinh hoạt nào.", "No session yet.") << "</p>"_h;
  else body << item_list(x.lang, items);
  return card(x.lang, {.title = club_sessions().plural, .head_end = end, .body = body, .id = "sessions"});
}

}  // namespace

void add_clubs_everywhere(reg::Context& context) { context.panels_everywhere.emplace_back(reg::PanelPlace::main, sessions_panel); }

void add_club_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_grid_pages(router, context, {.what = &club_sessions(), .name = "sessions", .title = club_sessions().plural, .hint = Text("Mỗi buổi một dòng; chỉ ghi số người dự, không ghi tên.", "A line for each session; a count of those who came, no names."),
                                   .fields = {{"date", 2}, {"topic", 5}, {"attendees", 2}, {"language", 3}}, .order = {"date"}, .spare = 4});
  router.get("/clubs", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return clubs_page(engine, r, db, a, s); }));
}

}  // namespace nc::app
