// Scoring in the browser: the sheet of an association in three columns, and the ranking of the year by cluster.
#include <algorithm>

#include "app/awards/emulation.h"
#include "app/awards/public.h"
#include "app/catalog.h"
#include "app/common/figure_strip.h"
#include "app/common/fresh_record.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_first_year = 2000, k_last_year = 2199;

/// The year that is asked for, else that of the period one works in.
int year_of(const web::Request& r, const Shell& s) {
  const auto asked = parse_int(r.query.has("year") ? r.query.get("year") : r.form.get("year"));
  return static_cast<int>(std::clamp<std::int64_t>(asked.value_or(working_period(s.period_code).to.year()), k_first_year, k_last_year));
}

/// The Union whose emulation it is: the organisation's own when it is one, else the one above.
std::int64_t office_of(db::ReadDb& db, std::int64_t org) {
  const auto row = db.first("SELECT CASE WHEN o.kind IN ('provincial_union', 'national_union') THEN o.id ELSE COALESCE(o.parent, o.id) END FROM organisation o WHERE o.id = $1", {org});
  return row ? db::as_int((*row)[0]) : org;
}

/// The short name; in English the English one, which has no short form.
std::string name_of(db::ReadDb& db, std::int64_t org, Lang lang) {
  const auto row = db.first("SELECT COALESCE(short_name, name), COALESCE(NULLIF(name_en, ''), short_name, name) FROM organisation WHERE id = $1", {org});
  return row ? db::as_text((*row)[lang == Lang::en ? 1 : 0]) : std::string();
}

Message label_of(Column c) {
  if (c == Column::self) return Text("Tự chấm", "Own score");
  return c == Column::cluster ? Message(Text("Cụm chấm", "Cluster")) : Message(Text("Hội đồng", "Council"));
}
const char* field_of(Column c) { return c == Column::self ? "self" : c == Column::cluster ? "cluster" : "council"; }
const std::optional<std::int64_t>& value_of(const Score& s, Column c) { return c == Column::self ? s.self : c == Column::cluster ? s.cluster : s.council; }
constexpr Column k_columns[] = {Column::self, Column::cluster, Column::council};

struct Sheet {
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const fig::Engine& engine;
  std::int64_t unit, office;
  int year;
  std::string name;
  std::vector<Criterion> criteria;
  std::map<std::int64_t, Score> scores;
  std::vector<Column> mine;
};

/// Those who score: the unit's own people, the head of its cluster, the Union. Others don't see the sheet.
Result<Sheet> sheet_of(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s, const fig::Engine& engine) {
  const std::int64_t unit = reg::id_of(r);
  const int year = year_of(r, s);
  const std::int64_t office = office_of(db, unit);
  const auto clusters = clusters_of(db, office, year);
  const auto own = std::ranges::find_if(clusters, [&](const Cluster& c) { return std::ranges::count(c.members, unit) > 0; });
  const auto mine = columns_of(actor, office, own == clusters.end() ? nullptr : &*own, unit);
  const auto there = reg::load(db, *catalog().find("organisation"), actor, unit);
  if (mine.empty() && !there) return tl::make_unexpected(there.error());
  return Sheet{db, actor, s, engine, unit, office, year, name_of(db, unit, s.lang), criteria_of(db, office, year), scores_of(db, unit, year), mine};
}

std::string box_name(const Criterion& c, Column column) { return "c" + std::to_string(c.id) + "." + field_of(column); }

Html points_cell(const Sheet& x, const Criterion& c, Column column, const std::string& typed, bool wrong) {
  Html h(x.shell.lang);
  const auto known = x.scores.find(c.id);
  const auto value = known == x.scores.end() ? std::nullopt : value_of(known->second, column);
  if (!std::ranges::count(x.mine, column)) return value ? h << *value : h << "<span class=\"none\">–</span>"_h;
  const std::string shown = typed.empty() && value ? std::to_string(*value) : typed;
  const Message spoken(label_of(column).vi + ": " + c.title, label_of(column).en + ": " + c.title);
  return h << "<span class=\"inp pt-b"_h << (wrong ? " bad" : "") << "\"><input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" name=\""_h << box_name(c, column) << "\" aria-label=\""_h << spoken << "\" value=\""_h << shown << "\"></span>"_h;
}

web::Response sheet_page(const Sheet& x, const web::Fields* typed, const Problems& problems, int status) {
  const Lang lang = x.shell.lang;
  const std::string year = std::to_string(x.year), address = "/emulation/" + std::to_string(x.unit);
  PageHead head;
  head.title = Message("Chấm điểm thi đua " + year + ": " + x.name, "Emulation scores " + year + ": " + x.name);
  head.crumbs = {{Text("Thi đua năm " , "Emulation "), "/emulation?year=" + year}};
  head.crumbs.front().first = Message("Thi đua năm " + year, "Emulation " + year);
  head.sub = Html(lang) << Text("Số đếm từ sổ mở được; điểm gợi ý theo số ấy, người chấm quyết định.", "Counts of the registers open; points suggested follow them, people decide.");
  Html h(lang);
  if (!problems.empty()) {
    std::vector<std::pair<std::string, std::string>> lines;
    for (const Problem& p : problems) lines.emplace_back(p.field, p.message.in(lang));
    h << error_summary(lang, lines);
  }
  if (x.criteria.empty())
    return reg::respond(x.shell, head, h << empty_state(lang, Text("Năm này chưa có tiêu chí", "No criteria for this year"), Text("Liên hiệp ghi tiêu chí, điểm tối đa và con số tự đếm.", "The Union writes criteria, their points and the figure that counts."), {{Text("Ghi tiêu chí", "Write criteria"), "/emulation-criteria"}}), status);
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Tiêu chí", "Criterion"), .key = true}, {.label = Text("Tối đa", "Most"), .number = true}, {.label = Text("Sổ đếm được", "Counted"), .number = true}, {.label = Text("Gợi ý", "Suggested"), .number = true}};
  for (const Column c : k_columns) t.columns.push_back({.label = label_of(c), .number = true});
  std::int64_t totals[3] = {0, 0, 0}, most = 0;
  for (const Criterion& c : x.criteria) {
    Row row;
    Html counted(lang), suggested(lang);
    if (const auto n = counted_for(x.db, x.actor, x.engine, c, x.unit, x.year)) {
      const auto* indicator = x.engine.find(c.indicator);
      counted << figure(lang, {.href = fig::ask_url(n->ask), .shown = fig::on_screen(n->figure, lang), .spoken = Message(fig::on_screen(n->figure, Lang::vi) + " " + indicator->name.vi, fig::on_screen(n->figure, Lang::en) + " " + indicator->name.en)});
      suggested << n->points;
    }
    row.cells = {Html(lang) << "<b>"_h << c.title << "</b>"_h, Html(lang) << c.most, std::move(counted), std::move(suggested)};
    most += c.most;
    const auto known = x.scores.find(c.id);
    for (std::size_t i = 0; i < std::size(k_columns); ++i) {
      if (known != x.scores.end()) totals[i] += value_of(known->second, k_columns[i]).value_or(0);
      const std::string name = box_name(c, k_columns[i]);
      const bool wrong = std::ranges::any_of(problems, [&](const Problem& p) { return p.field == name; });
      row.cells.push_back(points_cell(x, c, k_columns[i], typed ? std::string(typed->get(name)) : std::string(), wrong));
    }
    t.rows.push_back(std::move(row));
  }
  Row total;
  total.kind = Row::Kind::total;
  total.cells = {Html(lang) << Text("Cộng", "Total"), Html(lang) << most, Html(lang), Html(lang)};
  for (const std::int64_t n : totals) total.cells.push_back(Html(lang) << n);
  t.rows.push_back(std::move(total));
  Html foot(lang);
  if (!x.mine.empty()) foot << button(lang, {.label = Text("Lưu điểm", "Save the points"), .icon = "check", .kind = "primary", .key = "Ctrl ↵"});
  foot << button(lang, {.label = Text("Xếp hạng cả năm", "Ranking"), .href = "/emulation?year=" + year, .kind = "ghost"});
  h << "<form class=\"card\" method=\"post\" novalidate action=\""_h << Url{address} << "\">"_h << hidden("csrf", x.shell.csrf) << hidden("year", year) << table(lang, t) << "<div class=\"ff\">"_h << foot << "</div></form>"_h;
  return reg::respond(x.shell, head, h, status);
}

Problems save_scores(const Sheet& x, const web::Request& r, db::Tx& tx) {
  Problems problems;
  const reg::Description& d = emulation_scores();
  const auto at = [&](const char* column) { return static_cast<std::size_t>(d.column(column)); };
  Actor acting = x.actor;  // the head of a cluster scores associations beyond its reach: columns_of() has said what it may
  acting.reach = Reach::all;
  acting.functions.insert(Function::enter);
  for (const Criterion& c : x.criteria) {
    const auto known = x.scores.find(c.id);
    reg::Cells cells = fresh_record(d, x.unit);
    if (known != x.scores.end()) {
      auto stored = reg::load(tx, d, Actor::system(), known->second.id);
      if (!stored) continue;
      cells = std::move(*stored);
    }
    const reg::Cells before = cells;
    cells[at("year")] = static_cast<std::int64_t>(x.year);
    cells[at("unit")] = x.unit;
    cells[at("criterion")] = c.id;
    bool any = false;
    for (const Column column : x.mine) {
      const std::string name = box_name(c, column);
      const std::string_view typed = r.form.get(name);
      if (!r.form.has(name)) continue;
      const auto n = parse_int(typed);
      if (!typed.empty() && (!n || *n < 0 || *n > c.most)) {
        problems.push_back({Code::invalid, Message("“" + c.title + "”: điểm từ 0 đến " + std::to_string(c.most) + ".", "“" + c.title + "”: points from 0 to " + std::to_string(c.most) + "."), name});
        continue;
      }
      cells[at(field_of(column))] = n ? db::Value(*n) : db::Value();
      any = any || n.has_value() || known != x.scores.end();
    }
    if (!any || (known != x.scores.end() && cells == before)) continue;
    if (auto saved = reg::save(tx, catalog(), d, acting, std::move(cells), {.reason = {}, .batch = "scores-" + r.id, .action = "score"}); !saved) problems.insert(problems.end(), saved.error().begin(), saved.error().end());
  }
  return problems;
}

web::Response post_sheet(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s, const fig::Engine& engine) {
  const auto x = sheet_of(r, tx, actor, s, engine);
  if (!x) return reg::problem_page(s, x.error());
  if (x->mine.empty()) return reg::problem_page(s, {Code::forbidden, Text("Hội tự chấm cho mình, cụm trưởng và Liên hiệp chấm chéo, Hội đồng quyết định.", "An association scores itself, the head of its cluster and the Union cross-score, the council decides."), {}});
  const Problems problems = save_scores(*x, r, tx);
  if (!problems.empty()) return sheet_page(*x, &r.form, problems, http_status(problems.front().code));
  return web::redirect("/emulation/" + std::to_string(x->unit) + "?year=" + std::to_string(x->year) + "&done=saved");
}

// ---- ranking ---------------------------------------------------------------------------------------------

struct Ranked { std::int64_t unit = 0; std::string name; std::int64_t sums[3] = {0, 0, 0}; bool given[3] = {false, false, false}; };

/// The last column that somebody scored decides; one place for equal points.
std::int64_t decisive(const Ranked& r) { return r.given[2] ? r.sums[2] : r.given[1] ? r.sums[1] : r.sums[0]; }

Message stage_of(const Ranked& r) {
  if (r.given[2]) return Text("hội đồng đã chấm", "scored by the council");
  if (r.given[1]) return Text("cụm đã chấm", "scored by the cluster");
  return r.given[0] ? Message(Text("đã tự chấm", "scored itself")) : Message(Text("chưa chấm", "not scored"));
}

std::vector<Ranked> ranked(db::ReadDb& db, const Cluster& cluster, int year, Lang lang) {
  std::vector<Ranked> out;
  for (const std::int64_t unit : cluster.members) {
    Ranked r;
    r.unit = unit;
    r.name = name_of(db, unit, lang);
    for (const auto& [criterion, score] : scores_of(db, unit, year))
      for (std::size_t i = 0; i < std::size(k_columns); ++i)
        if (const auto& n = value_of(score, k_columns[i])) r.sums[i] += *n, r.given[i] = true;
    out.push_back(std::move(r));
  }
  std::ranges::stable_sort(out, std::greater<>(), decisive);
  return out;
}

Html cluster_card(const Shell& s, db::ReadDb& db, const Cluster& cluster, int year) {
  Table t;
  t.caption = Message(cluster.title, cluster.title);
  t.columns = {{.label = Text("Hạng", "Place"), .number = true}, {.label = Text("Hội", "Association"), .key = true}};
  for (const Column c : k_columns) t.columns.push_back({.label = label_of(c), .number = true});
  t.columns.push_back({.label = Text("Tình trạng", "State")});
  std::int64_t place = 0, at = 0, last = -1;
  for (const Ranked& r : ranked(db, cluster, year, s.lang)) {
    ++at;
    if (decisive(r) != last) place = at;
    last = decisive(r);
    const bool any = r.given[0] || r.given[1] || r.given[2];
    Row row;
    row.illustrative = cluster.illustrative;
    row.cells = {any ? Html(s.lang) << place : Html(s.lang) << "<span class=\"none\">–</span>"_h, title_cell("/emulation/" + std::to_string(r.unit) + "?year=" + std::to_string(year), r.name)};
    for (std::size_t i = 0; i < std::size(k_columns); ++i) row.cells.push_back(r.given[i] ? Html(s.lang) << r.sums[i] : Html(s.lang) << "<span class=\"none\">–</span>"_h);
    row.cells.push_back(badge(s.lang, stage_of(r), r.given[2] ? Tone::ok : r.given[0] ? Tone::info : Tone::neutral));
    t.rows.push_back(std::move(row));
  }
  const std::string head = cluster.head ? name_of(db, cluster.head, s.lang) : std::string();
  return card(s.lang, {.title = Message(cluster.title, cluster.title), .note = head.empty() ? Message() : Message("Cụm trưởng: " + head, "Head: " + head), .body = table(s.lang, t), .flush = true});
}

web::Response ranking_page(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const int year = year_of(r, s);
  const std::int64_t office = office_of(db, actor.org);
  PageHead head;
  head.title = Message("Thi đua năm " + std::to_string(year), "Emulation " + std::to_string(year));
  head.sub = Html(s.lang) << Text("Hội tự chấm, cụm chấm chéo, hội đồng quyết định. Hạng theo cột sau cùng đã chấm.", "Associations score themselves, clusters cross-score, the council decides. The last column scored decides the place.");
  head.actions = Html(s.lang) << button(s.lang, {.label = Message(std::to_string(year - 1), std::to_string(year - 1)), .icon = "arrow-left", .href = "/emulation?year=" + std::to_string(year - 1)})
                              << button(s.lang, {.label = Text("Tiêu chí", "Criteria"), .icon = "list-check", .href = "/emulation-criteria?year=" + std::to_string(year)})
                              << button(s.lang, {.label = Text("Cụm", "Clusters"), .icon = "hierarchy", .href = "/emulation-clusters"})
                              << button(s.lang, {.label = Text("Khen thưởng", "Awards"), .icon = "award", .href = "/awards"});
  const auto clusters = clusters_of(db, office, year);
  Html h(s.lang);
  if (clusters.empty())
    h << empty_state(s.lang, Text("Năm này chưa chia cụm", "No clusters this year"), Text("Ghi cụm thi đua và tiêu chí của năm; các hội tự chấm ở trang của mình.", "Write clusters and criteria of the year; associations then score themselves."),
                     {{Text("Ghi cụm", "Write clusters"), "/emulation-clusters"}, {Text("Ghi tiêu chí", "Write criteria"), "/emulation-criteria"}});
  for (const Cluster& c : clusters) h << cluster_card(s, db, c, year);
  return reg::respond(s, head, h);
}

}  // namespace

void add_score_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/emulation", web::person().seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return ranking_page(r, db, a, s); }));
  router.get("/emulation/{id}", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu điểm.", "Points saved.").in(s.lang);
    const auto x = sheet_of(r, db, a, s, engine);
    return x ? sheet_page(*x, nullptr, {}, 200) : reg::problem_page(s, x.error());
  }));
  router.post("/emulation/{id}", web::person("enter,check,approve").seeing("internal"), reg::act_handler(context, [&engine](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post_sheet(r, tx, a, s, engine); }));
}

}  // namespace nc::app
